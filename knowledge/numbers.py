"""The numbers to call for a country, or the likely ones when the country is not known."""

from collections.abc import Mapping

from msgspec import Struct

from knowledge.schema.countries import Country

WIDELY_KNOWN = ("112", "911", "999")  # clinical.md 8.1: the EU and most mobiles, the Americas, the UK
MOST_SHOWN = 3


class Numbers(Struct, frozen=True):
    """What to call.

    Attributes:
        country: the ISO code, empty when not known.
        emergency: the number to show first; text, so that 000 stays 000.
        others: other emergency numbers that may be right, with the place they are for.
        verify: the number's grade is weak: say so.
    """

    country: str
    emergency: str
    others: tuple[tuple[str, str], ...]
    verify: bool


def numbers_for(countries: Mapping[str, Country], iso: str, language: str) -> Numbers:
    """The numbers for a set country; else those likely from Telegram's language code, all at once."""
    if iso in countries:
        country = countries[iso]
        more = tuple((number, country.name) for number in country.emergency[1:])
        return Numbers(iso, country.emergency[0], more, verify=country.emergency_grade == "C")
    likely = likely_countries(countries, language)[:MOST_SHOWN]
    shown = [(countries[one].emergency[0], countries[one].name) for one in likely]
    first = shown[0][0] if shown else WIDELY_KNOWN[0]
    others = [pair for pair in shown if pair[0] != first]
    for number, place in (("112", "EU"), ("911", "US"), ("999", "UK")):
        if number != first and number not in [pair[0] for pair in others]:
            others.append((number, place))
    return Numbers("", first, tuple(others), verify=False)


def likely_countries(countries: Mapping[str, Country], language: str) -> list[str]:
    """ISO codes of the countries a language code makes likely; its region first: "en-GB" -> GB."""
    base, _, region = language.replace("_", "-").partition("-")
    by_region = [region.upper()] if region.upper() in countries else []
    preferred = {
        "en": ["US", "GB", "AU"],
        "es": ["ES", "MX", "AR"],
        "pt": ["BR", "PT"],
        "fr": ["FR", "BE", "CA"],
        "de": ["DE", "AT", "CH"],
    }
    by_language = [one for one in preferred.get(base, []) if one in countries] or [
        iso for iso, country in countries.items() if base in country.languages
    ]
    return list(dict.fromkeys([*by_region, *by_language]))
