"""Times counted back in other languages: "hace 3 horas", "il y a 2 h", "vor 3 Stunden", "3 ore fa", "3 uur geleden"."""

import re
from collections.abc import Iterable, Iterator

from flows.understanding.grammar import words_of
from flows.understanding.times.ago import Ago, spanning
from knowledge.spoken_numbers import number

_WORDS = words_of("times")
_UNITS = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0, "weeks": 168.0, "months": 730.0}
_HOURS = {unit: hours for name, hours in _UNITS.items() for unit in _WORDS[name]}
_NUMBERS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "half": 0.5}
_SPOKEN = {word: value for name, value in _NUMBERS.items() for word in _WORDS[name]}
_AROUND = 0.2  # of the time: so much it may be off


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,3}}(?:[.,]\d)?|{_any(_SPOKEN)})(?:\s*(?:-|–|a|à|bis|o|ou|oder|of|e)\s*(?P<high>\d{{1,3}}))?"
_UNIT = rf"\s*-?\s*(?P<unit>{_any(_HOURS)})\b"
_BEFORE = re.compile(rf"\b(?:{_any(_WORDS['ago_before'])})\s+(?:{_any(_WORDS['about'])}\s+)?{_COUNT}{_UNIT}")
_AFTER = re.compile(rf"(?<![\w.,/]){_COUNT}{_UNIT}\s+(?:{_any(_WORDS['ago_after'])})\b")


def counted_abroad(text: str) -> Iterator[Ago]:
    """The times in no order."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            low = _SPOKEN.get(match["count"]) or number(match["count"])
            high = float(match["high"] or low)
            off = low * _AROUND if low == high else 0.0
            hours = _HOURS[match["unit"]]
            yield spanning(match, (low - off) * hours, (high + off) * hours)
