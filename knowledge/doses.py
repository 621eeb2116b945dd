"""Amounts and times in people's words, as a dose band and as hours."""

import re

from msgspec import Struct
from msgspec.structs import replace

from knowledge.schema import DoseBands, Substance

_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?|half|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple|few)"
_WORDS = {
    "half": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "couple": 2, "few": 3,
}  # fmt: skip
_MASS_MG = {"ug": 0.001, "mcg": 0.001, "µg": 0.001, "mg": 1, "mgs": 1, "g": 1000, "gs": 1000, "gr": 1000, "gram": 1000,
            "grams": 1000, "gramme": 1000, "grammes": 1000, "kg": 1_000_000}  # fmt: skip
_HOURS = {"m": 1 / 60, "min": 1 / 60, "mins": 1 / 60, "minute": 1 / 60, "minutes": 1 / 60, "h": 1, "hr": 1, "hrs": 1,
          "hour": 1, "hours": 1, "d": 24, "day": 24, "days": 24, "w": 168, "wk": 168, "week": 168, "weeks": 168,
          "month": 720, "months": 720}  # fmt: skip
_MASS = re.compile(rf"\b{_NUMBER}\s*(?P<unit>{'|'.join(sorted(_MASS_MG, key=len, reverse=True))})\b")
_TIMES = re.compile(rf"\b{_NUMBER}\s*(?:x|times)\b(?!\s*\d)")
_COUNT = re.compile(
    rf"\b{_NUMBER}\s*(?:of\s+)?(?:small\s+|little\s+|normal\s+)?(?P<unit>pills?|tabs?|tablets?|caps?|capsules?|"
    r"gumm(?:y|ies)|drinks?|beers?|glass(?:es)?|shots?|servings?|doses?|puffs?|lines?|drops?|spoons?|teaspoons?|tsp|"
    r"cups?|bars?|patch(?:es)?|bottles?|packs?|packets?)\b"
)
_UNKNOWN = re.compile(
    r"\b(unknown|dont know|do not know|not sure|no idea|idk|unsure|whole|all|entire|full|handful|everything|"
    r"loads?|lots?|too (?:much|many)|bottles?|packs?|packets?|boxe?s?|blisters?|overdos\w*)\b|\?"
)
_WHOLE = re.compile(
    r"\b(whole|all|entire|full|handful|everything|loads?|lots?|too (?:much|many)|bags?|bottles?|packs?|packets?|"
    r"boxe?s?|blisters?|overdos\w*)\b"
)
_USUAL = re.compile(r"\b(usual|normal|regular|prescribed|as always|therapeutic|label|my)\b")
_AGO = re.compile(rf"{_NUMBER}\s*(?:of\s+)?(?P<unit>{'|'.join(sorted(_HOURS, key=len, reverse=True))})\b")


class Amount(Struct, frozen=True):
    """An amount in a person's words.

    Attributes:
        words: as said.
        mg: milligrams, None when no weight was said.
        times: multiples of the usual dose, None when not said so.
        count: pieces (pills, drinks), None when not counted.
        unknown: "do not know", a whole pack, or words we can't read: an unknown amount is never a small one.
        whole: a whole pack, a handful, too much.
    """

    words: str
    mg: float | None = None
    times: float | None = None
    count: float | None = None
    unknown: bool = False
    whole: bool = False


def read_amount(words: str) -> Amount:
    """Read an amount; words that say nothing readable are an unknown amount."""
    text = words.casefold().replace("'", "").replace("’", "").strip()
    mass = _MASS.search(text)
    times = _TIMES.search(text)
    count = _COUNT.search(text)
    read = Amount(
        words,
        mg=_value(mass) * _MASS_MG[mass["unit"]] * (_value(times) if times else 1) if mass else None,
        times=_value(times) if times and not mass else None,
        count=_value(count) if count else None,
    )
    readable = read.mg is not None or read.times is not None or read.count is not None or _USUAL.search(text)
    return Amount(
        words,
        read.mg,
        read.times,
        read.count,
        unknown=bool(_UNKNOWN.search(text)) or not readable,
        whole=bool(_WHOLE.search(text)),
    )


def find_amount(text: str) -> str | None:
    """The words of an amount in a longer text, or None when it names none."""
    found = [match for pattern in (_TIMES, _MASS, _COUNT) if (match := pattern.search(text))]
    unknown = _UNKNOWN.search(text)
    if found:
        return " ".join(match[0] for match in found)
    return unknown[0] if unknown and unknown[0] not in {"all", "?", "full"} else None


def find_when(text: str) -> str | None:
    """The words of a time in a longer text, such as "3 hours ago", or None when it names none."""
    found = re.search(_AGO.pattern + r"(?:\s*(?:ago|before|back))", text) or re.search(r"\bsince\s+[\w:]+", text)
    return found[0] if found else None


def band_of(amount: Amount, bands: DoseBands, substance: Substance | None) -> int:
    """The dose band 0-3 of an amount (clinical.md 6.3); the highest of all that it says."""
    found = [0]
    amount = _weighed(amount, substance)
    usual_mg = substance.usual_mg if substance else None
    times = amount.times
    if amount.mg is not None and usual_mg:
        times = max(times or 0, amount.mg / usual_mg)
    own = substance.band_mg if substance else None
    if amount.mg is not None and own:
        found += [band for band, limit in enumerate(own, start=1) if limit is not None and amount.mg > limit]
        # the substance's own limits in mg are sharper than multiples of a usual dose
        times = amount.times
    if times is not None:
        found += [band for band, limit in enumerate(bands.times_usual, start=1) if limit is not None and times > limit]
        if times > 1:
            found.append(bands.any_extra or 1)
    if amount.mg is not None and not own and not usual_mg and amount.times is None:
        found.append(1)  # a weight we can't compare is more than usual until someone knows better
    if amount.count is not None:
        found += [band for band, limit in enumerate(bands.count, start=1) if limit is not None and amount.count > limit]
    if amount.unknown:
        found.append(unknown_band(bands, substance))
    if amount.whole and bands.whole is not None:
        found.append(bands.whole)
    return max(found)


def _weighed(amount: Amount, substance: Substance | None) -> Amount:
    """The amount with pieces turned into weight, where the content knows what a piece weighs at most (kratom)."""
    weights = substance.piece_mg if substance else {}
    piece = next((mg for name, mg in weights.items() if amount.count and name in amount.words.casefold()), None)
    if piece is None or amount.count is None or amount.mg is not None:
        return amount
    return replace(amount, mg=amount.count * piece, count=None)


def unknown_band(bands: DoseBands, substance: Substance | None) -> int:
    """The band when the amount is not known: the substance's own, else its class's."""
    own = substance.unknown_band if substance else None
    if own is None and substance and substance.street_pill:
        return 3  # nobody knows what is in it (clinical.md 6.3)
    return bands.unknown if own is None else own


def read_hours_ago(words: str | float) -> float | None:
    """Hours since it was taken, None when the words do not say (then every window counts as open)."""
    if isinstance(words, int | float):
        return float(words)
    text = words.casefold()
    found = _AGO.search(text)
    return _value(found) * _HOURS[found["unit"]] if found else None


def _value(found: re.Match[str]) -> float:
    word = found["number"].replace(",", ".")
    return float(_WORDS[word]) if word in _WORDS else float(word)
