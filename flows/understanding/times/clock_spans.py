"""From one hour of the clock to another, or up to now: "from 6 to 8", "sometime between 4 and 5", "from 7 on"."""

import re
from collections.abc import Iterator

from flows.understanding.grammar import words_of
from flows.understanding.times.ago import Ago, spanning
from flows.understanding.times.clock_patterns import ENDS, HOUR, IS_AMOUNT
from knowledge.spoken_numbers import number

_DAY, _HALF_DAY = 24, 12
_NEAR = 0.25  # hours that a clock time may be off
_NAMED = {"noon": 12.0, "midday": 12.0, "midnight": 0.0}
_ABOUT = r"(?:(?:about|around|like|maybe)\s+)?"


def _clock(number_of: str) -> str:
    """One hour of the clock; each has names of its own in a pattern."""
    return (
        rf"{_ABOUT}(?P<h{number_of}>\d{{1,2}}|{HOUR})(?:[:.](?P<m{number_of}>[0-5]\d))?(?:ish)?"
        rf"\s*(?P<ap{number_of}>am|pm|a\.m\.?|p\.m\.?)?(?![\w%/]|[.,]\d)"
    )


# before amounts: "took between 4 and 5", "raised my dose from 6 to 8"
_TOOK, _RAISED = words_of("times")["took"], words_of("amounts")["raised"]
_LEAD = 40  # characters
_FROM_TO = re.compile(rf"\b(?:from|between)\s+{_clock('')}\s*(?P<to>to|til|till|until|and|-)\s*{_clock('2')}")
_FROM_ON = re.compile(rf"\bfrom\s+{_clock('')}\s+(?:on(?!\s+(?:a|my|the)\b)|onwards?)\b")


def clock_spans(text: str, now: float | None) -> Iterator[Ago]:
    """All of them; without the hour where the person is, some time within a day."""
    if "from" not in text and "between" not in text:
        return
    for match in _FROM_TO.finditer(text):
        said = match["m"] or match["ap"] or match["m2"] or match["ap2"] or match["to"].startswith(("til", "until"))
        before = text[max(0, match.start() - _LEAD) : match.start()].split()
        ends = ENDS.match(text, match.end()) and not (_TOOK & {*before[-1:]} or _RAISED & {*before})
        hours = max(_hour(match["h"], match["m"]), _hour(match["h2"], match["m2"])) <= _DAY
        if hours and (said or ends) and not IS_AMOUNT.match(text, match.end()):
            yield spanning(match, *_between(match, now))
    for match in _FROM_ON.finditer(text):
        since = _DAY if now is None else _ago(match["h"], match["m"], match["ap"], now) + _NEAR
        yield spanning(match, 0, since, since=True)


def _between(match: re.Match[str], now: float | None) -> tuple[float, float]:
    """Hours ago at the end and at the beginning; "from 6 to 8pm" are both in the evening."""
    if now is None:
        return 0, _DAY
    end = _ago(match["h2"], match["m2"], match["ap2"] or match["ap"], now)
    long = (_hour(match["h2"], match["m2"]) - _hour(match["h"], match["m"])) % _HALF_DAY
    return max(0.0, end - _NEAR), end + long + _NEAR


def _ago(hour: str, minutes: str | None, half: str | None, now: float) -> float:
    clock = _hour(hour, minutes)
    if half:
        clock = clock % _HALF_DAY + _HALF_DAY * half.startswith("p")
    twice = not half and hour not in _NAMED and clock <= _HALF_DAY
    return (now - clock) % (_HALF_DAY if twice else _DAY)


def _hour(hour: str, minutes: str | None) -> float:
    return _NAMED.get(hour, number(hour)) + float(minutes or 0) / 60
