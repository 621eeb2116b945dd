"""Amounts in a text: "8g", "2 1/2 tabs", "half a bottle", "6-8 g", each with its place; a range stays a range."""

import re
from typing import NamedTuple

_WORD_NUMBERS = {
    "half": 0.5,
    "quarter": 0.25,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
    "dozen": 12,
    "couple": 2,
    "pair": 2,
    "few": 3,
    "several": 5,
    "both": 2,
}
_UNITS = {
    "mg": "mg|mgs|milligrams?|milligrammes?|mil+i?grams?|milis?",
    "g": "g|gs|gr|grams?|grammes?|gms?|gm",
    "ug": "ug|mcg|mcgs|ugs|micrograms?|mics?|µg|μg",
    "kg": "kg|kilos?",
    "ml": "ml|mls|millilit(?:er|re)s?|cc|ccs",
    "oz": "oz|ozs|ounces?",
    "tsp": "tsps?|teaspoons?|teaspoonfuls?",
    "tbsp": "tbsps?|tablespoons?|tablespoonfuls?|tbs",
    "spoon": "spoons?|spoonfuls?",
    "tablet": "pills?|tabs?|tablets?|tabletts?|pilules?|pressies?|presses|pops?",
    "capsule": "caps?|capsules?|gelcaps?|softgels?",
    "bar": "bars?",
    "shot": "shots?|shooters?",
    "drink": "drinks?|beers?|pints?|glass(?:es)?|cans?|tinnies|ciders?|cocktails?|wines?",
    "line": "lines?|rails?",
    "bump": "bumps?|keys?",
    "drop": "drops?",
    "puff": "puffs?|hits? of (?:the )?(?:vape|bong|joint)|tokes?|rips?",
    "hit": "hits?|blotters?",
    "gummy": "gumm(?:y|ies)|edibles?",
    "scoop": "scoops?",
    "patch": "patch(?:es)?",
    "cup": "cups?|mugs?",
    "dose": "doses?|servings?|stamps?|bags?|baggies?|points?|balls?",
    "bottle": "bottles?",
    "handful": "handfuls?",
    "pack": "packs?|packets?|box(?:es)?|strips?|blisters?|sheets?",
}
MASS = frozenset({"mg", "g", "ug", "kg", "oz"})
_OUNCE_G = 28.35
_NUMBER = r"(?:\d{1,5}(?:[.,]\d{1,3})?|[.,]\d{1,3})"
_FRACTION = r"(?:\d{1,2}\s+\d/\d|\d/\d|[½¼¾⅓⅔])"
_NAMED = "|".join(sorted(_WORD_NUMBERS, key=len, reverse=True))
_HUNDREDS = r"(?:one|two|three|four|five|six|seven|eight|nine)\s+hundred\b"
_ONE = rf"(?:{_FRACTION}|{_NUMBER}|{_HUNDREDS}|(?:{_NAMED})\b)"
_VALUE = (
    rf"(?P<value>{_ONE})(?:\s*(?:-|–|to|or|~|(?<=\d)\s+and(?=\s+\d[\d.]*\s*(?:g|mg|grams?)\b))\s*(?P<high>{_ONE}))?"
    rf"(?:ish)?"
    rf"(?P<half>\s+and\s+(?:a\s+)?(?:half|quarter)(?:\s+an?)?)?"
)
_LINK = (
    r"\s*(?:-\s*)?(?:(?:of|an?|of\s+an?|full|whole|small|big|large|level|heaped|heaping|single|more|little|tiny|fat)"
    r"\s+){0,2}"
)
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_PATTERN = re.compile(rf"(?<![\w.,])(?<!\d/){_VALUE}{_LINK}(?:{_UNIT})(?![^\W_])")
_TIMES = re.compile(
    rf"(?<![\w.,/])(?P<count>\d{{1,3}})\s*[x×*]\s*(?P<value>{_NUMBER})\s*(?P<unit>mg|g|ug|mcg|ml)(?![^\W_])"
)
_BARE = re.compile(rf"(?<![\w.,/:$#£€+-]){_VALUE}(?![^\W_]|[.,/:%°]\d|\s*(?:%|°))")
_USUAL = re.compile(
    rf"(?<![\w.,/])(?:(?P<value>{_ONE})\s*(?:x|times|×)|(?P<word>double|twice|triple|quadruple))\s*(?:as much as\s+)?"
    r"(?:my\s+|the\s+|his\s+|her\s+|their\s+)?"
    r"(?:usual|normal|regular|prescribed|daily)?\s*(?:dose|dosage|amount|usual|normal|as usual)\b"
)
_WHOLE = re.compile(
    r"\b(?:(?:the|a|his|her|my|their)\s+)?(?:whole|entire|full|big)?\s*(?P<what>handful)\b|"
    r"\b(?:the|a|his|her|my|their)\s+(?:whole|entire|full)\s+(?P<what2>bottle|box|pack|packet|strip|blister)\b"
)
_FOLD = {"double": 2.0, "twice": 2.0, "triple": 3.0, "quadruple": 4.0}
_EIGHTH = re.compile(r"\b(?:(?P<half>half)\s+(?:an?\s+)?(?:eighth|8th)|(?:an?\s+|one\s+)?(?:eighth|8th))\b")
_COUNT_BEFORE = re.compile(
    r"(?<![\w.,:@-])(?<!at )(?P<count>[1-9]\d?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s+$"
)
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_AN_EIGHTH_G = 3.5


class Quantity(NamedTuple):
    """An amount at a place in the text; the unit is empty for a bare number."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    words: str

    @property
    def value(self) -> float | list[float]:
        """The number, or both ends of a range."""
        return self.low if self.low == self.high else [self.low, self.high]


def quantities(text: str) -> list[Quantity]:
    """The amounts with a unit, in order; none overlaps another."""
    found: list[Quantity] = []
    for match in _TIMES.finditer(text):
        value = float(match["count"]) * _number(match["value"])
        found.append(_quantity(match.span(), value, value, _canonical_mass(match["unit"]), text))
    for match in _USUAL.finditer(text):
        fold = _FOLD.get(match["word"] or "") or _number(match["value"])
        found.append(_quantity(match.span(), fold, fold, "times usual", text))
    for match in _WHOLE.finditer(text):
        unit = next(
            name
            for name in ("handful", "bottle", "pack")
            if re.fullmatch(_UNITS[name], match["what"] or match["what2"])
        )
        found.append(_quantity(match.span(), 1, 1, unit, text))
    for match in _EIGHTH.finditer(text):
        grams = _AN_EIGHTH_G * (0.5 if match["half"] else 1)
        found.append(_quantity(match.span(), grams, grams, "g", text))
    for match in _PATTERN.finditer(text):
        unit = next(name for name in _UNITS if match[name])
        found.append(_quantity(match.span(), *_ends(match), unit, text))
    found = [_multiplied(one, text) for one in found]
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def bare_numbers(text: str) -> list[Quantity]:
    """The numbers without any unit, "a" and "an" left out."""
    return [
        _quantity(match.span(), *_ends(match), "", text)
        for match in _BARE.finditer(text)
        if match["value"] not in {"a", "an", "both"}
    ]


def _quantity(span: tuple[int, int], low: float, high: float, unit: str, text: str) -> Quantity:
    if unit == "oz":
        low, high, unit = low * _OUNCE_G, high * _OUNCE_G, "g"
    if unit == "kg":
        low, high, unit = low * 1000, high * 1000, "g"
    return Quantity(*span, round(low, 4), round(high, 4), unit, text[slice(*span)].strip())


def _multiplied(one: Quantity, text: str) -> Quantity:
    """As in "five 50mg tramadol" is 250 mg."""
    before = _COUNT_BEFORE.search(text, 0, one.start)
    if one.unit not in MASS or before is None or before.end() != one.start:
        return one
    count = _number(before["count"])
    return one._replace(
        start=before.start("count"),
        low=one.low * count,
        high=one.high * count,
        words=text[before.start("count") : one.end],
    )


def _ends(match: re.Match[str]) -> tuple[float, float]:
    half = 0.0
    if match["half"]:
        half = 0.25 if "quarter" in match["half"] else 0.5
    low = _number(match["value"]) + half
    high = _number(match["high"]) + half if match["high"] else low
    return (low, high) if low <= high else (high, low)


def _number(said: str) -> float:
    said = said.strip()
    if said in _SIGNS:
        return _SIGNS[said]
    if said in _WORD_NUMBERS:
        return float(_WORD_NUMBERS[said])
    if said.endswith("hundred") and " " in said:
        return _WORD_NUMBERS[said.split()[0]] * 100.0
    whole, _, part = said.rpartition(" ")
    if "/" in part:
        over, _, under = part.partition("/")
        return (float(whole) if whole.strip() else 0) + (float(over) / float(under) if float(under) else 0)
    return float(("0" if said[0] in ".," else "") + said.replace(",", "."))


def _canonical_mass(unit: str) -> str:
    return "ug" if unit == "mcg" else unit
