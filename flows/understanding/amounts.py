"""Amounts in a text, each with its place: "8g", "2 1/2 tabs", "a gram and a half", "two of the 50 mg", "6-8 g"."""

import re
from typing import NamedTuple

from flows.understanding.units import ANY_UNIT, MASS, PIECES, UNIT, converted, unit_named, unit_of
from knowledge.spoken_numbers import NUMBER, number

_OR = r"(?:-|–|~|to|or|or\s+maybe|maybe|(?:,\s*)?(?:or\s+)?(?:maybe|like|possibly|even)|up\s+to)"
# "8ish", "8 or so", "20 odd", "8 plus"
_LOOSELY = r"(?:\s*-?\s*ish\b|\s+or\s+so\b|\s+odd\b|\s+plus\b|\+)"
_VALUE = (
    rf"(?:(?P<between>between)\s+)?(?P<value>{NUMBER}){_LOOSELY}?"
    rf"(?:\s*(?:{_OR}|(?P<and>and))\s*(?P<high>{NUMBER}){_LOOSELY}?)?"
)
_SIZES = (
    "of|an?|full|whole|small|big|large|level|heaped|heaping|rounded|flat|huge|decent|good|solid|healthy|generous|massive|"
    "tall|strong|double|single|more|extra|little|tiny|fat|fucking|damn|more\\s+of\\s+the"
)
_LINK = rf"\s*(?:-\s*)?(?:(?:{_SIZES})\s+){{0,2}}"
# "a gram and a half"; but in "a gram and half a xanax" the half is another amount
_AND_A_HALF = rf"(?:\s+(?:and|n|&)\s+(?:an?\s+)?(?P<rest>half|quarter)\b(?!\s+(?:an?\s+)?{ANY_UNIT}\b)(?!\s+an?\b))?"
_NOT_INSIDE = r"(?:(?<![\w.,])|(?<=\d[x×]))(?<!\d/)"
_PATTERN = re.compile(
    rf"{_NOT_INSIDE}{_VALUE}(?:\s+(?:size\s+)?0{{2,3}}(?=\s*cap))?{_LINK}(?:{UNIT})(?![^\W_]){_AND_A_HALF}(?:\s+or\s+so\b)?"
)
_BARE = re.compile(rf"(?<![\w.,/:$#£€+-]){_VALUE}(?:xl|xr|sr|er|cr)?(?![^\W_]|[.,/:%°]\d|\s*(?:%|°))")
_X = r"(?:x|×|\*|times)"
_COUNT = r"[1-9]\d?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_COUNT_BEFORE = re.compile(
    rf"(?<![\w.,:@/-])(?<!at )"
    rf"(?:(?P<count>{_COUNT})(?:\s*{_X}\s*|\s+(?:of\s+)?(?:(?:the|my|his|her|their|those|these)\s+)?)"
    r"|(?P<part>half|quarter|1/2|1/4)\s+(?:of\s+)?(?:an?|the|my|one)\s+)$"
)
_TO = re.compile(rf"\s*{_OR}\s*")
_COUNT_AFTER = re.compile(
    rf"\s*(?:{_X}\s*(?P<count>[1-9]\d?)\b(?!\s*(?:a|per|daily|times|/))|\s*(?P<twice>twice)\b(?!\s*(?:a|daily|per)))"
)
# "4 g 3 times today", "5 g of kratom three times so far"; "3 times a day" is a habit, of which one dose is said
_TODAY = (
    r"today|tonight|so\s+far|already|since|in\s+a\s+row|yesterday|last\s+night|this\s+(?:morning|afternoon|evening)|"
    r"in\s+(?:the\s+)?(?:last|past|total)|over\s+the\s+(?:last|past|day)|within"
)
_OFTEN = re.compile(
    rf"(?:\s+of)?(?:\s+(?!and\b|but\b|then\b|with\b)[^\W\d]+){{0,2}}?\s+"
    rf"(?:(?:(?P<count>{_COUNT})\s*(?:x|×|times)|(?P<twice>twice))\s+(?:{_TODAY})\b|(?P<bare>{_COUNT})\s*(?:x|times)\s*(?=$|[.,;!?]))"
)
_EACH = re.compile(r"\s*(?:each|apiece|a\s+piece|ea|a\s+pop|per\s+(?:pill|tab|tablet|cap|capsule))\b")
_JOINED = re.compile(r"\s*(?:\(|@|at|of|of\s+the|of\s+my|x|×)?\s*")
_USUAL = re.compile(
    rf"(?<![\w.,/])(?:(?P<value>{NUMBER})\s*(?:x|times|×)|(?P<word>double|doubled|twice|triple|tripled|quadruple|half))"
    r"\s*(?:as\s+much\s+as\s+|of\s+)?(?:my\s+|the\s+|his\s+|her\s+|their\s+)?"
    r"(?:usual|normal|regular|prescribed|daily)?\s*(?:dose|dosage|amount|usual|normal|as\s+usual)\b"
)
_FOLD = {
    "double": 2.0,
    "doubled": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "half": 0.5,
}
_WHOLE = re.compile(
    r"\b(?:(?:the|a|his|her|my|their)\s+)?(?:whole|entire|full|big)?\s*(?P<what>handful|fistful)\b|"
    r"\b(?:(?:the|a|his|her|my|their)\s+(?:whole|entire|full)\s+(?:\w+\s+)?|(?:whole|entire|full)\s+)"
    r"(?P<what2>bottle|box|pack|packet|strip|blister|sheet|bag|pouch)\b"
    r"|\b(?:half|most|all|the\s+rest|a\s+quarter)\s+(?:of\s+)?(?:the|a|my|his|her|their)\s+(?:whole\s+|big\s+)?"
    r"(?P<what3>bottle|box|pack|packet|bag|baggie|pouch)\b"
)
# "doubled my lexapro by accident": the dose of what is named
_DOUBLED = re.compile(
    r"\b(?P<word>doubled?|twice|tripled?|quadrupled?)(?:\s+up)?(?:\s+on)?\s+(?:my|his|her|their)\b(?!\s+(?:usual|normal|regular|dos))"
)
_FIFTH = re.compile(r"\b(?:an?|half\s+an?)\s+fifth\b(?=\s+of)")
_PACK = re.compile(
    r"\b(?:an?\s+)?(?P<count>six|twelve|four|\d{1,2})[\s-]*pack\s+(?:of\s+)?(?=beer|cider|lager|seltzer|white\s?claw)"
)
_EIGHTH = re.compile(
    r"\b(?:(?P<half>half)\s+(?:an?\s+)?(?:eighth|8th)|(?:an?\s+|one\s+)?(?:eighth|8th|8\s?ball|eight\s?ball))\b"
)
_AN_EIGHTH_G = 3.5
# "heaped teaspoon of kratom", "tablespoon and a half of it": one, though nobody says so
_ALONE = re.compile(
    r"\b(?P<unit>teaspoon|tablespoon|tsp|tbsp|spoonful|spoon|scoop|gram|shot|glass|line|bump|cup|mug|handful)"
    r"(?:\s+and\s+(?:an?\s+)?(?P<rest>half|quarter))?(?=\s+of\b)"
)

_NOT = re.compile(r"\b(?:not|no|never|isn'?t|wasn'?t|(?:did|do|have)n'?t)\s+(?:[^\W\d]+\s+){0,2}$")
_VAGUE = re.compile(
    r"\b(?P<said>(?P<much>(?:way\s+|far\s+)?(?:too|to|2)\s+(?:much|mcuh|muhc|mutch|many))|(?:an?\s+)?extra"
    r"|(?:a\s+)?(?:whole\s+)?(?:lots?|loads?|tons?|shit\s?(?:load|ton)s?)(?=\s+of\b))\b"
    r"|\b(?P<more>more)(?:\s+[^\W\d]+){0,3}?\s+than\s+"
    r"(?:usual|normal|prescribed|i\s+(?:should|meant|usually|normally|was\s+supposed))\b"
)


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
    found = [*_fixed(text), *_measured(text)]
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and one.start < kept[-1].end:
            continue
        if kept and (both := _each(kept[-1], one, text) or _range(kept[-1], one, text)):
            kept[-1] = both
            continue
        kept.append(one)
    return kept


def vague_amounts(text: str) -> list[Quantity]:
    """More than it should be, in words: "too much", "a lot of", "more than usual", "an extra"."""
    return [
        Quantity(*match.span("more" if match["more"] else "said"), 1, 1, "", words)
        for match in _VAGUE.finditer(text)
        if not _NOT.search(text, max(0, match.start() - 24), match.start())
        for words in ("too much" if match["much"] else match["said"] or "more than usual",)
    ]


def bare_numbers(text: str) -> list[Quantity]:
    """The numbers without any unit, "a" and "an" left out."""
    return [
        _quantity(match.span(), *_ends(match), "", text)
        for match in _BARE.finditer(text)
        if match["value"] not in {"a", "an", "both"} and not (match["and"] and not match["between"])
    ]


def _measured(text: str) -> list[Quantity]:
    """A number and a unit; "8 and 9 g" is no range, so its last number is taken alone."""
    found = []
    at = 0
    while match := _PATTERN.search(text, at):
        at = match.end()
        if match["and"] and not match["between"]:
            at = match.start("high")
            alone = _PATTERN.match(text, at)
            if alone is None:
                continue
            match, at = alone, alone.end()
        found.append(_multiplied(_quantity(match.span(), *_ends(match), unit_of(match), text), text))
    return found


def _fixed(text: str) -> list[Quantity]:
    """What has no number and unit: "twice my usual dose", "the whole bottle", "an eighth", "a six pack"."""
    found = []
    for match in _USUAL.finditer(text):
        fold = _FOLD.get(match["word"] or "") or number(match["value"])
        found.append(_quantity(match.span(), fold, fold, "times usual", text))
    for match in _WHOLE.finditer(text):
        unit = "pack" if match["what2"] == "strip" else unit_named(match["what"] or match["what2"] or match["what3"])
        packs = 0.5 if match[0].startswith("half") else 1
        found.append(_quantity(match.span(), packs, packs, unit, text))
    for match in _DOUBLED.finditer(text):
        fold = _FOLD[match["word"]]
        found.append(_quantity(match.span(), fold, fold, "times usual", text))
    for match in _PACK.finditer(text):
        count = number(match["count"])
        found.append(_quantity(match.span(), count, count, "drink", text))
    for match in _FIFTH.finditer(text):
        bottles = 0.5 if match[0].startswith("half") else 1
        found.append(_quantity(match.span(), bottles, bottles, "bottle", text))
    for match in _ALONE.finditer(text):
        value = 1 + {"half": 0.5, "quarter": 0.25}.get(match["rest"] or "", 0.0)
        found.append(_quantity(match.span(), value, value, unit_named(match["unit"]), text))
    for match in _EIGHTH.finditer(text):
        grams = _AN_EIGHTH_G * (0.5 if match["half"] else 1)
        found.append(_quantity(match.span(), grams, grams, "g", text))
    return found


def _quantity(span: tuple[int, int], low: float, high: float, unit: str, text: str) -> Quantity:
    by, unit = converted(unit)
    return Quantity(*span, round(low * by, 4), round(high * by, 4), unit, text[slice(*span)].strip())


def _multiplied(one: Quantity, text: str) -> Quantity:
    """As in "five 50mg tramadol", "2 x 50 mg", "two of the 50 mg", "50 mg x2" and "50 mg 3 times today"."""
    often = _OFTEN.match(text, one.end)
    if often:
        count = number(often["count"] or often["bare"] or "2")
        return one._replace(low=one.low * count, high=one.high * count, words=f"{count:g} x {one.words}")
    if one.unit not in {*MASS, "ml"}:
        return one
    before = _COUNT_BEFORE.search(text, max(0, one.start - 24), one.start)
    if before:
        return _times(one, number(before["count"] or before["part"]), before.start(), one.end, text)
    after = _COUNT_AFTER.match(text, one.end)
    if after:
        return _times(one, 2 if after["twice"] else float(after["count"]), one.start, after.end(), text)
    return one


def _each(pieces: Quantity, one: Quantity, text: str) -> Quantity | None:
    """As in "3 tablets of 50 mg" and "2 pills, 20 mg each": so many times the weight of one."""
    if pieces.unit not in PIECES or one.unit not in MASS or pieces.low <= 1 or pieces.low != pieces.high:
        return None
    between, each = text[pieces.end : one.start], _EACH.match(text, one.end)
    if not _JOINED.fullmatch(between) and not (each and len(between) <= 2):  # noqa: PLR2004  a comma
        return None
    return _times(one, pieces.low, pieces.start, each.end() if each else one.end, text)


def _range(low: Quantity, high: Quantity, text: str) -> Quantity | None:
    """As in "4g to 5g"."""
    if low.unit != high.unit or low.low != low.high or low.low >= high.high:
        return None
    if not _TO.fullmatch(text, low.end, high.start):
        return None
    return high._replace(start=low.start, low=low.low, words=text[low.start : high.end])


def _times(one: Quantity, count: float, start: int, end: int, text: str) -> Quantity:
    return one._replace(start=start, end=end, low=one.low * count, high=one.high * count, words=text[start:end])


def _ends(match: re.Match[str]) -> tuple[float, float]:
    rest = match.groupdict().get("rest")
    more = {"half": 0.5, "quarter": 0.25}.get(rest or "", 0.0)
    low = number(match["value"]) + more
    high = number(match["high"]) + more if match["high"] else low
    return (low, high) if low <= high else (high, low)
