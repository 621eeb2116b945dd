"""Numbers to call: they are numbers, and the short ones are those that the phone companies know."""

import re
from collections.abc import Iterator

from phonenumbers import country_code_for_region, shortnumberinfo

from knowledge.checks.place import issue, warning
from knowledge.content import Content
from knowledge.issues import Issue

NUMBER = re.compile(r"[(+*\d][\d\s()/+*-]*[a-zA-Z ,;\d-]*")


def numbers(content: Content) -> Iterator[Issue]:
    """Every number can be dialled."""
    for iso, country in content.countries.items():
        lines = [*country.emergency, *(line.number for line in (*country.poison, *country.crisis))]
        for number in lines:
            if not NUMBER.fullmatch(number):
                place = ("countries.yaml", ("countries", iso))
                yield issue(content, *place, f"{country.name}: “{number}” is not a number to call")


def emergency_numbers(content: Content) -> Iterator[Issue]:
    """Emergency and calling codes against those of `phonenumbers`, which comes with its data and asks nobody."""
    for iso, country in content.countries.items():
        place = ("countries.yaml", ("countries", iso))
        unknown = [number for number in country.emergency if not shortnumberinfo.is_emergency_number(number, iso)]
        # a country it has no data of would be all unknown
        if iso in shortnumberinfo.SUPPORTED_SHORT_REGIONS and unknown:
            said = " and ".join(unknown) + (", shown first," if unknown[0] == country.emergency[0] else "")
            sentence = f"{country.name}: phonenumbers does not know {said} as an emergency number"
            yield warning(content, *place, f"{sentence} (grade {country.emergency_grade})")
        code = country_code_for_region(iso)
        if code and str(code) != country.calling_code.lstrip("+").split("-")[0].split()[0]:
            yield warning(content, *place, f"{country.name}: the calling code is {code} in phonenumbers")
