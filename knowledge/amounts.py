"""Amounts in people's words, read so that a doubt makes them more, never less."""

import re
from itertools import pairwise

from msgspec import Struct

from knowledge.spoken_numbers import NUMBER, number

_MG = {"ug": 0.001, "mcg": 0.001, "microgram": 0.001, "mg": 1, "milligram": 1, "g": 1000, "gr": 1000, "gm": 1000,
       "gram": 1000, "gramme": 1000, "kg": 1_000_000, "kilo": 1_000_000, "oz": 28_350, "ounce": 28_350}  # fmt: skip
_UNIT = rf"(?P<unit>{'|'.join(sorted(_MG, key=len, reverse=True))})s?\b"
_PIECE = (
    r"(?:pills?|tabs?|tablets?|caps?|capsules?|gumm(?:y|ies)|drinks?|beers?|glass(?:es)?|shots?|servings?|doses?|puffs?|"
    r"lines?|drops?|spoons?|teaspoons?|tsp|cups?|bars?|patch(?:es)?|bottles?|packs?|packets?)\b"
)
_PLAIN = r"(?:small|little|normal|usual|regular|standard|single|daily|prescribed|full|more)"
_LONGEST = 500  # characters; of a longer text the rest is not known
_BY = rf"\s*(?:x|times|{_PIECE}\s*(?:of|at|a|@|with)?|of)?\s*"
# ">10 g", "over 25 g", "10+ pills": above a limit, not at it
_ABOVE = r"(?P<above>(?:more than|over|above|exceeding|at least|>=?|≥)\s*(?:the\s+)?)?"
_PLUS = r"(?P<plus>\s*\+|\s+plus\b|\s+or more\b)?"
_FREE = r"(?<![\w.,/])"
_MASS = re.compile(
    rf"{_FREE}{_ABOVE}(?:(?P<many>{NUMBER}){_BY}(?={NUMBER}))??(?P<number>{NUMBER}){_PLUS}\s*{_UNIT}"
    rf"{_PLUS.replace('plus', 'more', 1)}"
    rf"(?:\s*(?:{_PIECE}|each)?\s*(?:x\s*(?P<after>{NUMBER})|(?P<often>{NUMBER})\s*(?:x|times)\b))?"
)
_TIMES = re.compile(
    rf"{_FREE}{_ABOVE}(?P<number>{NUMBER}){_PLUS}[\s-]*(?:(?:x|times|fold)\b|{_PLAIN}?\s*doses?\b)|\bx\s*(?P<after>{NUMBER})"
)
_COUNT = re.compile(rf"{_FREE}{_ABOVE}(?P<number>{NUMBER}){_PLUS}\s*(?:of\s+)?(?:{_PLAIN}\s+)?{_PIECE}")
_EXTRA_DOSE = re.compile(rf"(?:(?P<number>{NUMBER})\s*)?\b(?:extra|additional)\s+{_PIECE}")
_EXTRA = re.compile(
    r"\b(?:more|higher|bigger|above|over|beyond|extra)\b.*\b(?:usual|normal|regular|prescribed|label|recommended|my)\b"
    r"|\bextra\b|\b(?:increased|raised|re-?dos(?:ed?|ing))\b"
)
_MUCH = (
    r"whole|all|entire|full|handful|everything|loads?|lots?|tons?|large|huge|massive|too (?:much|many)|"
    r"bottles?|packs?|packets?|boxe?s?|blisters?|overdos\w*"
)
_UNKNOWN = re.compile(rf"\b(?:unknown|dont know|do not know|not sure|no idea|idk|unsure|{_MUCH})\b|\?")
_WHOLE = re.compile(rf"\b(?:{_MUCH}|bags?)\b")
_USUAL = re.compile(
    r"\b(?:usual|normal|regular|standard|typical|average|maintenance|low|small|prescribed|as always|therapeutic|label|"
    r"my)\b"
)
# a doctor's schedule, not several doses at once: "15 mg three times a day", "45 mg/day"
_SCHEDULE = re.compile(
    rf"(?:(?:\bx\s*)?{_FREE}{NUMBER}\s*(?:x|times)\s*)?(?:/\s*|\b(?:a|per|each|every|in a|once)\s+)?\b(?:day|daily)\b"
)
# between two amounts: "8 g to 12 g" and "2 g (2000 mg)" are one amount said twice, all else is one after the other
_SAME = re.compile(r"\b(?:to|or|until|till|maybe|perhaps|about|is|makes)\b|[-–~=(/]")
_MULTIPLES = {"double": "2 x", "twice": "2 x", "triple": "3 x", "treble": "3 x", "thrice": "3 x", "quadruple": "4 x"}
_SIGNS = str.maketrans({"×": "x", "✕": "x", "*": "x", "µ": "u", "μ": "u", "–": "-", "—": "-", "'": None, "’": None})
_MORE_THAN_ANY = "99999"
_JUST_ABOVE = 1.0001


class Amount(Struct, frozen=True):
    """An amount in a person's words.

    Attributes:
        words: as said.
        mg: milligrams taken at once, None when no weight was said.
        day_mg: what a schedule adds up to in a day, None when it is no schedule.
        times: multiples of the usual dose, None when not said so.
        count: pieces (pills, drinks), None when not counted.
        extra: more than usual, without a number.
        unknown: "do not know", a whole pack, or words we can't read: an unknown amount is never a small one.
        whole: a whole pack, a handful, too much.
    """

    words: str
    mg: float | None = None
    day_mg: float | None = None
    times: float | None = None
    count: float | None = None
    extra: bool = False
    unknown: bool = False
    whole: bool = False


def read_amount(words: str) -> Amount:
    """Read an amount; words that say nothing readable are an unknown amount."""
    text = whole_day = _plain(words)
    scheduled = bool(_SCHEDULE.search(text))
    if scheduled:
        text = _SCHEDULE.sub(" ", text)
    mg = _total(text, _MASS)
    count = _total(text, _COUNT)
    extra_doses = _EXTRA_DOSE.search(text)
    times = _total(text, _TIMES) if mg is None else None
    if extra_doses:
        times = max(times or 0, 1 + number(extra_doses["number"] or "1"))
    extra = bool(_EXTRA.search(text))
    readable = extra or scheduled or any(one is not None for one in (mg, times, count)) or _USUAL.search(text)
    return Amount(
        words,
        mg=mg,
        day_mg=_total(whole_day, _MASS) if scheduled else None,
        times=times,
        count=count,
        extra=extra,
        unknown=bool(_UNKNOWN.search(text)) or not readable or len(words) > _LONGEST,
        whole=bool(_WHOLE.search(text)),
    )


def in_pieces(amount: str, name: str) -> str:
    """A bare number as pieces, where the name says what they are: "2" of "beer"."""
    piece = re.search(rf"\b{_PIECE}", name.casefold())
    return f"{amount} {piece[0]}" if piece and re.fullmatch(r"\d{1,3}(?:\.0)?", amount.strip()) else amount


def find_amount(text: str) -> str | None:
    """The words of an amount in a longer text, or None when it names none."""
    plain = _plain(text)
    found = [match for pattern in (_MASS, _TIMES, _COUNT) if (match := pattern.search(plain))]
    unknown = _UNKNOWN.search(plain)
    if found:
        return " ".join(dict.fromkeys(match[0] for match in found))
    return unknown[0] if unknown and unknown[0] not in {"all", "?", "full"} else None


def _plain(words: str) -> str:
    """One way to write it: "1,500 mg" and "1 500 mg" as 1500 mg, "double" as "2 x"."""
    text = words[:_LONGEST].translate(_SIGNS).casefold().translate(_SIGNS).strip()
    text = re.sub(r"\b(?:double|twice|triple|treble|thrice|quadruple)\b", lambda word: _MULTIPLES[word[0]] + " ", text)
    text = re.sub(r"\b[1-9]\d{0,2}(?:,\d{3})+\b", lambda digits: digits[0].replace(",", ""), text)
    text = re.sub(r"\b[1-9]\d{0,2}(?:\.\d{3})+(?=\s*mg)", lambda digits: digits[0].replace(".", ""), text)
    if not re.search(_PIECE, text):
        text = re.sub(r"\b[1-9]\d{0,2}(?:\s\d{3})+(?=\s*mg)", lambda digits: re.sub(r"\s", "", digits[0]), text)
    return re.sub(r"\d{6,}", _MORE_THAN_ANY, text)


def _total(text: str, pattern: re.Pattern[str]) -> float | None:
    """All that a pattern finds: added up, but what says the same amount in other words counts once."""
    found = list(pattern.finditer(text))
    if not found:
        return None
    total = most = _value(found[0])
    for before, after in pairwise(found):
        value = _value(after)
        if _SAME.search(text[before.end() : after.start()]):
            total, most = total - most + max(most, value), max(most, value)
        else:
            total, most = total + value, value
    return total


def _value(found: re.Match[str]) -> float:
    parts = found.groupdict()
    value = 1.0
    for name in ("many", "number", "after", "often"):
        if parts.get(name):
            value *= number(parts[name])
    if parts.get("unit"):
        value *= _MG[parts["unit"]]
    return value * _JUST_ABOVE if parts.get("above") or parts.get("plus") or parts.get("more") else value
