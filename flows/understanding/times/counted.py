"""Times counted back from now: "3 hrs ago", "an hour and a half ago", "a couple of hours ago", "just took"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from flows.understanding.hinted import Hinted
from flows.understanding.times.ago import FREE, TIME_UNIT, Ago, around, counted_back, in_hours, spanning
from knowledge.spoken_numbers import NUMBER, number

# "1 hour before", at the end of what is said, is how some say ago
_AGO = (
    r"(?:\s+or\s+so)?(?:\.(?=\s*(?:ago|back)\b))?\s*(?:ago|agp|aago|agi|aog|back|earlier|before\s+(?:now|this|that)|"
    r"before(?=\s*(?:$|[.,;!?]|(?:and|n|then|but|so)\b))|(?:now\s+)?since)\b"
)
_REST = r"(?:\s+(?:and|n|an|&)\s+(?:an?\s+)?(?P<rest>half|quarter|bit))?"
_OR = r"\s*(?:-|–|to|or|and|~|maybe|,\s*maybe|or\s+maybe)\s*"
_LIMIT = (
    r"(?:(?P<limit>(?:no|not)\s+more\s+than|less\s+than|up\s+to|at\s+(?:the\s+)?most|under|within|not\s+even|"
    r"more\s+than|over|at\s+least)\s+(?:the\s+(?:last|past)\s+)?)?"
)
_COUNTED = re.compile(
    rf"{FREE}(?<!every )"
    rf"{_LIMIT}(?!both\b)(?P<low>{NUMBER})(?:ish\b)?(?:{_OR}(?P<high>{NUMBER}))?\s*(?:-\s*|or\s+so\s+)?(?:of\s+)?(?:an?\s+|n\s+)?(?:more\s+)?{TIME_UNIT}{_REST}{_AGO}"
)
_TWO_UNITS = re.compile(
    rf"{FREE}(?:(?P<h>{NUMBER})\s*)?(?:h|hrs?|hours?)\s*(?:(?:and|n|an|&)\s+|,\s*)?(?P<m>{NUMBER})\s*(?:m|mins?|minutes?|(?<=\d)){_AGO}"
)
# "hour ago"
_ONE = re.compile(rf"{FREE}(?P<low>)(?P<unit>hour|hr){_REST}{_AGO}")
_ONE_OR_TWO = Hinted(" or ", rf"{FREE}(?:an?|one)\s+{TIME_UNIT}\s+or\s+(?P<high>two|2|so|three|3){_AGO}")
_IT_HAS_BEEN = Hinted(
    "since",
    rf"\b(?:its|it's|it\s+has|has|been)\s+(?:been\s+)?(?:about|like|around|only|maybe|almost|nearly|roughly)?\s*(?P<low>{NUMBER})"
    rf"(?:{_OR}(?P<high>{NUMBER}))?\s*(?:an?\s+)?{TIME_UNIT}{_REST}\s+(?:since|now\s+since)\b",
)
_IN = re.compile(
    rf"\b(?P<limit>within|in)\s+(?:the\s+)?(?:last|past)\s+(?:(?P<low>{NUMBER})\s+)?{TIME_UNIT}"
    rf"|\b(?:im|i'm|hes|he's|shes|she's|were|am|is|about|like|roughly|now)\s+(?P<low2>{NUMBER})\s*(?P<unit2>h|hrs?|hours?|mins?|minutes?)\s+(?:deep\s+)?(?:in|into)\b"
)
# "20 mins in and shaking", "3 hrs post kratom"; not "20 mins in the rain", "2 hours into my shift"
_DEEP_END = (
    r"\s*(?P<unit>h|hrs?|hours?|mins?|minutes?)\s+(?:deep\s+)?"
    r"(?:in(?=\s*(?:$|[.,;!?]|(?:and|but|now|so)\b))|into(?!\s+(?:a|my|the|this)\b)|post(?!\s*-?\s*op))\b"
)
_DEEP, _IS_DEEP = re.compile(rf"{FREE}(?P<low>{NUMBER}){_DEEP_END}"), re.compile(_DEEP_END)
_BEEN = re.compile(
    rf"\b(?:its|it's|it\s+has|has|have)?\s*been\s+(?:about|like|around|only|maybe|almost|nearly|roughly|what,?)?\s*(?P<low>{NUMBER})"
    rf"(?:{_OR}(?P<high>{NUMBER}))?\s*(?:an?\s+)?{TIME_UNIT}{_REST}(?=\s*(?:$|[.,;!?]|and\b|now\b|but\b|so\b))"
)
_SOON = re.compile(
    r"\b(?:ju?s+t?\s+now|just\s+(?:took|taken|popped|ate|eaten|swallowed|drank|had|did|done|snorted|smoked|dropped|downed|necked|dosed)|"
    r"right\s+now|right\s+before\s+i\s+(?:messaged|texted|wrote|typed|opened|came|started|found)|this\s+(?:very\s+)?(?:minute|second|moment)|a\s+(?:moment|sec|second|minute|min)\s+ago|moments\s+ago|seconds\s+ago|minutes\s+ago)\b"
)
_WHILE = Hinted(
    "while|bit|long",
    r"\b(?:(?P<little>a\s+(?:little|short)\s+while|a\s+little\s+bit|not\s+(?:that\s+|too\s+)?long)|a\s+(?:good\s+)?while|awhile|a\s+bit)\s+(?:ago|back)\b",
)
_HOURS_AGO = Hinted("hours|hrs", r"(?<![\w.,/])(?:many\s+)?(?:hours|hrs)\s+(?:and\s+(?:hours|hrs)\s+)?ago\b")
# Without one of these nothing is counted back: they are found much faster than a number in all its spellings
_COUNTED_BACK = ("ago", "agp", "agi", "aog", "back", "earlier", "before", "since")


@lru_cache(maxsize=1)  # doubtful words ask once more
def counted(text: str) -> Sequence[Ago]:
    """The times in no order; none overlaps another."""
    found: list[Ago] = []
    for one in chain(_exact(text), _loose(text)):
        if not any(other.start < one.end and one.start < other.end for other in found):
            found.append(one)
    return found


def _exact(text: str) -> Iterator[Ago]:
    counts_back = any(word in text for word in _COUNTED_BACK)
    for match in _TWO_UNITS.finditer(text) if counts_back else ():
        value = number(match["h"] or "one") + number(match["m"]) / 60
        yield around(match, value, value)
    for match in _ONE_OR_TWO.finditer(text) if counts_back else ():
        hours = in_hours(match["unit"])
        most = {"two": 2.0, "2": 2.0, "three": 3.0, "3": 3.0}.get(match["high"], 1.0)
        yield around(match, hours, hours * most)
    patterns = (_COUNTED, _ONE, _IT_HAS_BEEN) * counts_back + (_BEEN,) * ("been" in text)
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield counted_back(match)


def _loose(text: str) -> Iterator[Ago]:
    for match in _IN.finditer(text):
        if match["limit"]:
            yield spanning(match, 0, number(match["low"] or "one") * in_hours(match["unit"]))
        else:
            value = number(match["low2"]) * in_hours(match["unit2"])
            yield around(match, value, value)
    for match in _DEEP.finditer(text) if _IS_DEEP.search(text) else ():
        value = number(match["low"]) * in_hours(match["unit"])
        yield around(match, value, value)
    for match in _SOON.finditer(text):
        yield spanning(match, 0, 0.5)
    for match in _WHILE.finditer(text):
        yield spanning(match, 0.2, 2) if match["little"] else spanning(match, 0.5, 6)
    for match in _HOURS_AGO.finditer(text):
        yield spanning(match, 2, 12)
