"""Several amounts of one thing in a text add up, unless one says another again: in doubt it was more."""

import re
from collections.abc import Mapping, Sequence

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import MASS, MG
from flows.understanding.hinted import Hinted
from flows.understanding.names.names import Mention
from knowledge.spoken_numbers import NUMBER, number

_JOINS = re.compile(r"\b(?:and|n|then|plus|another|more|again|later|after|also|second|followed|now)\b|[+&]")
# what stands before an amount that is no further dose: its other name, a habit, what is left or was bought
_RESTATES = re.compile(
    r"\b(?:or|until|till|is|was|are|makes?|thats|that's|ie|aka|means?|meaning|actually|wait|sorry|no|not|correction|"
    r"usual\w*|normal\w*|typical\w*|max\w*|bought|ordered|have|has|got|bags?|left|weigh\w*|label|says|limit)\b|[-–~=(/]"
    r"|\b(?:the|that|those)\s*$"
)
_TOTAL = re.compile(
    r"\s*(?:\w+\s+)?(?:in\s+)?(?:total|altogether|overall|left|remaining|bags?|each|per|a\s+day|daily|usually)\b"
)
_OF_ELSE = re.compile(r"\s+of\s+(?!it\b|that\b|this\b|them\b|the\b|my\b|kratom\b)")
_TIME = re.compile(
    r"\b(?:morning|noon|midday|evening|afternoon|night|tonight|today|now|ago|lunch|dinner|breakfast|am|pm)\b|\bat\s+\d"
)
_THEN = (
    r"(?=\s*(?:$|[.,;!?]|(?:and|at|now|just|after|about|around|round|like|later|soon|when|because|bc|cos|cuz|coz|cause|as)\b"
    r"|\d|half\b|an?\s+(?:hour|hr|bit|while|little)\b|(?:one|two|three|four|five|six)\s+(?:hours?|hrs?)\b))"
)
_MORE = Hinted("another|more", rf"\banother\s+(?P<after>{NUMBER}){_THEN}|(?<![\w.,])(?P<before>{NUMBER})\s+more{_THEN}")
_FARTHEST = 20  # times as much as the other: it is not of the same thing
_USED_TO = re.compile(r"\bused\s+to\b[^.;!?,]*$")
_CLAUSE = 30  # characters before an amount
_WORDS_BEFORE = 2
_BESIDE = 16  # characters after an amount in which its time stands


def summed(
    text: str, mentions: Sequence[Mention], linked: Mapping[int, Quantity], found: Sequence[Quantity]
) -> dict[int, Quantity]:
    """Of each mention that has further amounts in the text all together, by its number.

    Args:
        text: where they stand.
        mentions: the names.
        linked: the amount of each by its number.
        found: all amounts of the text.
    """
    own = {one.start for one in linked.values()}
    sums: dict[int, Quantity] = {}
    for one in (each for each in found if each.start not in own):
        near = [
            (abs(mine.start - one.start), number_)
            for number_, mine in linked.items()
            if _alike(mine, one)
            and not _parted(mentions, number_, mine, one)
            and not _is_others(text, mentions, number_, mine, one)
        ]
        if near:
            at = min(near)[1]
            whole = one if is_of_the_past(text, linked[at]) else added(text, sums.get(at, linked[at]), one)
            if whole:
                sums[at] = whole
    return sums | _more(text, linked, sums)


def together(text: str, found: Sequence[Quantity]) -> Quantity | None:
    """The amounts of a text without a name as one."""
    whole = found[0] if found else None
    for one in found[1:]:
        both = added(text, whole, one) if whole and _alike(whole, one) else None
        whole = both or whole
    return whole


def added(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both together; None when the second says the first again, or is no dose."""
    first, last = (one, other) if one.start < other.start else (other, one)
    if restates(text, first, last):
        return None
    by = MG[other.unit] / MG[one.unit] if other.unit != one.unit else 1.0
    low, high = round(one.low + other.low * by, 4), round(one.high + other.high * by, 4)
    start, end = first.start, max(first.end, last.end)
    return one._replace(start=start, end=end, low=low, high=high, words=text[start:end])


def restates(text: str, first: Quantity, last: Quantity) -> bool:
    """Whether the second of two amounts says the first again, or is no dose: "8 g (about 8 grams)", "usually 6 g"."""
    between, after = text[first.end : last.start], text[last.end : last.end + _BESIDE]
    before = " ".join(between.split()[-_WORDS_BEFORE:])
    if _TOTAL.match(after) or _RESTATES.search(before) or _OF_ELSE.match(after):
        return True
    if (
        _JOINS.search(between)
        or _TIME.search(between)
        or _TIME.search(after)
        or re.match(r"\s*(?:more|again)\b", after)
    ):
        return False
    return bool(between.strip(" ,;")) or _unit_said(first) != _unit_said(last)  # "8g, 8 grams"


def _unit_said(one: Quantity) -> str:
    return one.words.rstrip().rpartition(" ")[2].lstrip("0123456789.,")


def is_of_the_past(text: str, one: Quantity) -> bool:
    """As in "used to do 30 g a day": it is no dose of now."""
    return bool(_USED_TO.search(text, max(0, one.start - _CLAUSE), one.start))


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.unit in MASS and other.unit in MASS:
        low, high = sorted((one.high * MG[one.unit], other.high * MG[other.unit]))
        return high <= low * _FARTHEST
    return one.unit == other.unit != "times usual"


def _is_others(text: str, mentions: Sequence[Mention], number_: int, mine: Quantity, one: Quantity) -> bool:
    """Whether it is of another name: of one right before it, or of one before both: "kratom (7g), xanax 2 mg"."""
    name = mentions[number_]
    if any(
        each.end <= one.start and not text[each.end : one.start].strip(" (:") for each in mentions if each is not name
    ):
        return True
    return one.end <= name.start and mine.start >= name.end and any(each.end <= one.start for each in mentions)


def _parted(mentions: Sequence[Mention], number_: int, mine: Quantity, one: Quantity) -> bool:
    """Whether another name stands between the amount of a name and a further one."""
    start, end = min(mine.end, one.end), max(mine.start, one.start)
    return any(start <= each.start < end for at, each in enumerate(mentions) if at != number_)


def _more(text: str, linked: Mapping[int, Quantity], sums: Mapping[int, Quantity]) -> dict[int, Quantity]:
    """As in "2 tabs tramadol then 2 more": so many more of the one before it."""
    found: dict[int, Quantity] = {}
    for match in _MORE.finditer(text):
        before = [(one.end, at) for at, one in linked.items() if one.end <= match.start() and one.unit != "times usual"]
        if before:
            at = max(before)[1]
            said = match["after"] or match["before"]
            one, count = found.get(at) or sums.get(at) or linked[at], number(said)
            if count < 1 and not {".", ","} & set(said):
                count *= linked[at].low  # "a 25 mg gummy, then another half"; "another 0.5" is so much
            if one.end <= match.start():
                words = text[one.start : match.end()]
                found[at] = one._replace(end=match.end(), low=one.low + count, high=one.high + count, words=words)
    return found
