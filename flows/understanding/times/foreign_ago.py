"""Times counted back in other languages ("hace 3 horas", "vor 3 Stunden"), and in the English of who thinks in them."""

import re
from collections.abc import Iterable, Iterator

from flows.understanding.grammar import words_of
from flows.understanding.hinted import Hinted
from flows.understanding.times.ago import FREE, TIME_UNIT, Ago, around, counted_back, in_hours, spanning
from knowledge.spoken_numbers import NUMBER, number

_WORDS = words_of("times")
_UNITS = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0, "weeks": 168.0, "months": 730.0}
_HOURS = {unit: hours for name, hours in _UNITS.items() for unit in _WORDS[name]}
_NUMBERS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "half": 0.5}
_SPOKEN = {word: value for name, value in _NUMBERS.items() for word in _WORDS[name]}
_AROUND = 0.2  # of the time: so much it may be off
_DOING = _WORDS["doing"] - {"on"}
_A_DAY = 24  # hours
_BESIDE = 30  # characters


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,3}}(?:[.,]\d)?|{_any(_SPOKEN)})(?:\s*(?:-|–|a|à|bis|o|ou|oder|of|e)\s*(?P<high>\d{{1,3}}))?"
_UNIT = rf"\s*-?\s*(?P<unit>{_any(_HOURS)})\b"
_BEFORE = re.compile(rf"\b(?:{_any(_WORDS['ago_before'])})\s+(?:{_any(_WORDS['about'])}\s+)?{_COUNT}{_UNIT}")
_AFTER = re.compile(rf"(?<![\w.,/]){_COUNT}{_UNIT}\s+(?:{_any(_WORDS['ago_after'])})\b")
# "is 30 minutes that i took it", "ten minutes it is since", "there is one hour", "since 20 minutes", "from 3 hours"
_IT_IS = Hinted(
    "is|are|its|it's|since|from|there",
    rf"\b(?:is|are|its|it's|there\s+is|there\s+are|since|from)\s+(?:now\s+|about\s+)?(?P<low>{NUMBER})\s*{TIME_UNIT}(?P<rest>)(?P<after>\s+that\b|\s+since\b)?(?!\s+(?:ago|back|of)\b)"
    rf"|{FREE}(?P<low2>{NUMBER})\s*(?P<unit2>mins?|minutes?|hrs?|hours?)\s+it\s+is\s+(?:since|that)\b",
)
# "before three hours"
_BEFORE_HOURS = Hinted("before", rf"\bbefore\s+(?P<low>{NUMBER})\s*{TIME_UNIT}(?P<rest>)(?!\s+(?:bed|of|that|i)\b)")


def counted_abroad(text: str) -> Iterator[Ago]:
    """The times in no order."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            low = _SPOKEN.get(match["count"]) or number(match["count"])
            high = float(match["high"] or low)
            off = low * _AROUND if low == high else 0.0
            hours = _HOURS[match["unit"]]
            yield spanning(match, (low - off) * hours, (high + off) * hours)


def counted_in_new_english(text: str) -> Iterator[Ago]:
    """As those count back who learnt English late, in no order."""
    for match in _IT_IS.finditer(text):
        said = match[0]
        if said.startswith("from") and in_hours(match["unit"]) >= _A_DAY:
            continue  # "from 3 days" is taken all along
        if match["low2"] or match["after"] or said.startswith(("since", "from", "there")):
            value = number(match["low"] or match["low2"]) * in_hours(match["unit"] or match["unit2"])
            point = around(match, value, value)
            if not value or (said.startswith(("since", "from")) and _goes_on(text, match)):
                yield spanning(match, 0, value or 0.5)
            else:
                yield point._replace(low=round(2 * value - point.high, 2), since=False)
    for match in _BEFORE_HOURS.finditer(text):
        yield counted_back(match)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether something is taken up to now: "drinking since 3 hours"; "took it since 3 hours" is three hours ago."""
    around_it = text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE].split()
    return not _DOING.isdisjoint(around_it)
