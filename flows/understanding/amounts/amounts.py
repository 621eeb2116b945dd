"""Amounts in a text, each with its place: "8g", "2 1/2 tabs", "a gram and a half", "two of the 50 mg", "6-8 g"."""

import re

from flows.understanding.amounts.fixed_amounts import fixed_amounts
from flows.understanding.amounts.quantity import Quantity, quantity
from flows.understanding.amounts.units import ANY_PIECE, ANY_UNIT, MASS, PIECES, UNIT, unit_of
from flows.understanding.grammar import words_of
from flows.understanding.hinted import Hinted
from knowledge.spoken_numbers import NUMBER, number

_WORDS = words_of("amounts")
_OR = r"(?:-|–|~|to|or|or\s+maybe|maybe|(?:,\s*)?(?:or\s+)?(?:maybe|like|possibly|even)|up\s+to)"
# "8ish", "8 or so", "20 odd", "8 plus"
_LOOSELY = r"(?:\s*-?\s*ish\b|\s+or\s+so\b|\s+odd\b|\s+plus\b|\+)"
_VALUE = (
    rf"(?:(?P<between>between)\s+)?(?P<value>{NUMBER})(?:\s*\(\d+\))?{_LOOSELY}?"
    rf"(?:\s*(?:{_OR}|(?P<and>and))\s*(?P<high>{NUMBER}){_LOOSELY}?)?"
)
_SIZES = (
    "of|an?|full|whole|small|big|large|level|heaped|heaping|rounded|flat|huge|decent|good|solid|healthy|generous|massive|"
    "tall|strong|double|single|more|extra|little|tiny|fat|fucking|damn|more\\s+of\\s+the"
)
_LINK = rf"\s*(?:-\s*)?(?:(?:{_SIZES})\s+){{0,2}}"
# "a gram and a half"; but in "a gram and half a xanax" the half is another amount
_AND_A_HALF = rf"(?:\s+(?:and|n|an|&)\s+(?:an?\s+)?(?P<rest>half|quarter)\b(?!\s+(?:an?\s+)?{ANY_UNIT}\b)(?!\s+an?\b))?"
_NOT_INSIDE = r"(?:(?<![\w.,])|(?<=\d[x×])|(?<=[a-z]{5}))(?<!\d/)"
_PATTERN = re.compile(
    rf"{_NOT_INSIDE}{_VALUE}(?:\s+(?:size\s+)?0{{2,3}}(?=\s*cap))?{_LINK}(?:{UNIT})(?![^\W_]|\s?&\s?t'?s?\b){_AND_A_HALF}(?:\s+or\s+so\b)?"
)
# a name may stand right beside it: "150zoloft", "lexapro10"
_NAME = rf"(?!{ANY_UNIT}(?![^\W_]))[a-z]{{5}}"
_BARE = re.compile(
    rf"(?:(?<![\w.,/:$#£€+-])|(?<=[a-z]{{5}})){_VALUE}(?:xl|xr|sr|er|cr)?"
    rf"(?!(?!{_NAME})[^\W_]|[.,/:%°]\d|\s*(?:%|°))"
)
_X = r"(?:x|×|\*|times)"
_COUNT = r"[1-9]\d?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_COUNT_BEFORE = re.compile(
    rf"(?<![\w.,:@/-])(?<!at )"
    rf"(?:(?P<count>{_COUNT})(?:\s*\(\d+\))?(?:\s*{_X}\s*|\s+(?:of\s+)?(?:(?:the|my|his|her|their|those|these)\s+)?)"
    r"|(?P<part>half|quarter|1/2|1/4)\s+(?:of\s+)?(?:an?|the|my|one)\s+)$"
)
# "two of the 25s", "four 50s": so many of one strength
_SIZED = re.compile(
    rf"(?<![\w.,:@/-])(?P<count>{_COUNT}|half)\s+(?:(?:of\s+)?(?:the|my|his|her|their|those|these|an?|of)\s+)*(?P<mg>\d{{1,3}}(?:\.\d+)?)s\b"
)
# "went from 75 to 150 mg": the new dose
_RAISED = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['raised']))})\b(?:\s+[^\W\d]+){{0,6}}?\s+from\s+$")
_CHANGED = Hinted("from", rf"\bfrom\s+(?P<old>{NUMBER})\s*(?:mgs?\s*)?(?:to|->|up\s+to)\s*(?P<new>{NUMBER})")
_RAISED_LEAD = 64  # characters
_TO = re.compile(rf"\s*{_OR}\s*")
_COUNT_AFTER = re.compile(
    rf"(?:\s*{ANY_PIECE})?\s*(?:{_X}\s*(?P<count>[1-9]\d?)\b(?!\s*(?:a|per|daily|times|/))|\s*(?P<twice>twice)\b(?!\s*(?:a|daily|per)))"
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
# "1.200 mg": many write a thousand so, and nobody weighs a thousandth of a milligram
_THOUSAND = re.compile(r"[1-9]\d{0,2}\.\d{3}")
EACH = re.compile(r"\s*(?:each|apiece|a\s+piece|ea|a\s+pop|per\s+(?:pill|tab|tablet|cap|capsule))\b")
_JOINED = re.compile(r"\s*(?:\(|@|at|of|of\s+the|of\s+my|x|×)?\s*")


def quantities(text: str) -> list[Quantity]:
    """The amounts with a unit, in order; none overlaps another."""
    found = [*fixed_amounts(text), *_sized(text), *_measured(text)]
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and one.start < kept[-1].end:
            continue
        if kept and (both := _each(kept[-1], one, text) or _range(kept[-1], one, text)):
            kept[-1] = both
            continue
        kept.append(one)
    return kept


def bare_numbers(text: str) -> list[Quantity]:
    """The numbers without any unit, "a" and "an" left out."""
    return [
        quantity(match.span(), *_new_or_ends(match, text), "", text)
        for match in _BARE.finditer(text)
        if match["value"] not in {"a", "an", "both"} and not (match["and"] and not match["between"])
    ]


def changed(text: str) -> list[Quantity]:
    """The new one of two doses without a unit: "upped from 20 to 40"."""
    return [
        quantity(match.span("new"), new, new, "", text)
        for match in _CHANGED.finditer(text)
        if _is_raised(text, match.start("old"))
        for new in (number(match["new"]),)
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
        one = quantity(match.span(), *_new_or_ends(match, text), unit_of(match), text)
        if _THOUSAND.fullmatch(match["value"]) and one.unit in {"mg", "ug"}:
            one = one._replace(low=one.low * 1000, high=one.high * 1000)
        found.append(_multiplied(one, text))
    return found


def _sized(text: str) -> list[Quantity]:
    """As in "two of the 25s"."""
    return [
        quantity(match.span(), mg, mg, "mg", text)
        for match in _SIZED.finditer(text)
        for mg in (number(match["count"]) * float(match["mg"]),)
    ]


def _is_raised(text: str, start: int) -> bool:
    """Whether a range that begins there is an old dose and a new one."""
    return bool(_RAISED.search(text, max(0, start - _RAISED_LEAD), start))


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
    between, each = text[pieces.end : one.start], EACH.match(text, one.end)
    if not _JOINED.fullmatch(between) and not (each and len(between) <= 2):  # noqa: PLR2004  a comma
        return None
    return _times(one, pieces.low, pieces.start, each.end() if each else one.end, text)


def _range(low: Quantity, high: Quantity, text: str) -> Quantity | None:
    """As in "4g to 5g"."""
    if low.unit != high.unit or low.low != low.high or low.low >= high.high:
        return None
    if not _TO.fullmatch(text, low.end, high.start):
        return None
    if _is_raised(text, low.start):
        return high._replace(start=low.start, words=text[low.start : high.end])
    return high._replace(start=low.start, low=low.low, words=text[low.start : high.end])


def _times(one: Quantity, count: float, start: int, end: int, text: str) -> Quantity:
    return one._replace(start=start, end=end, low=one.low * count, high=one.high * count, words=text[start:end])


def _new_or_ends(match: re.Match[str], text: str) -> tuple[float, float]:
    """Both ends of a range; of a dose that was changed the new one."""
    if match["high"] and _is_raised(text, match.start()):
        return (number(match["high"]),) * 2
    return _ends(match)


def _ends(match: re.Match[str]) -> tuple[float, float]:
    rest = match.groupdict().get("rest")
    more = {"half": 0.5, "quarter": 0.25}.get(rest or "", 0.0)
    low = number(match["value"]) + more
    high = number(match["high"]) + more if match["high"] else low
    return (low, high) if low <= high else (high, low)
