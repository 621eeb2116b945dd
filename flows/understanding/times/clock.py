"""Times by the clock: "at half 8", "10:30pm", "1900 hrs", "at 6 or 7"."""

import re
from itertools import chain, islice

from flows.understanding.times.ago import Ago, spanning
from flows.understanding.times.clock_patterns import (
    DIARY,
    ENDS,
    IS_AMOUNT,
    PATTERNS,
)
from knowledge.spoken_numbers import number

MOST = 24  # clock times of one text that are looked at
_DAY, _HALF_DAY = 24, 12
_NEAR = 0.25  # hours that a clock time may be off
_MOST_APART = 3  # hours of "at 6 or 8"


def clock_times(text: str, now: float | None) -> list[Ago]:
    """As in "at 9" and "10:30pm"; without the hour where the person is, some time within a day."""
    found: list[Ago] = []
    diary = (DIARY,) * _is_diary(text)
    patterns = (*diary, *PATTERNS)
    for match in islice(chain.from_iterable(pattern.finditer(text) for pattern in patterns), MOST):
        groups = match.groupdict()
        hour = groups["h"] or groups.get("h2") or groups.get("h3") or groups.get("noon") or ""
        is_amount = not hour or groups.get("taking")
        if is_amount or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        clock, twice = _hour_of(text, match, hour)
        if clock is None:
            continue
        if now is None:
            found.append(spanning(match, 0, _DAY, since=groups.get("word") == "since"))
            continue
        ago = (now - clock) % (_HALF_DAY if twice else _DAY)
        if groups.get("to"):
            found.append(spanning(match, max(0.0, ago - _NEAR - int(groups["to"]) + int(hour)), ago + _NEAR))
            continue
        found.append(spanning(match, max(0.0, ago - _NEAR), ago + _NEAR, since=groups.get("word") == "since"))
    return found


def _is_diary(text: str) -> bool:
    """Whether several numbers of four digits are times: one of them has a nought before it."""
    found = [match[0] for match in islice(DIARY.finditer(text), MOST)]
    return len(found) > 1 and any(one.startswith("0") for one in found)


def _hour_of(text: str, match: re.Match[str], hour: str) -> tuple[float | None, bool]:
    """The hour of the day, and whether it may be in either half of the day; None when it is no time."""
    groups = match.groupdict()
    if hour in {"noon", "midday", "midnight"}:
        return (0.0 if hour == "midnight" else 12.0), False
    minutes = groups.get("m") or groups.get("m2") or groups.get("m3")
    if groups.get("to") and not _may_be_either(text, match):
        return None, False
    clock = number(hour)
    if groups.get("dir") in {"past", "to", "til", "till", "before", "after"} and minutes:
        clock += (number(minutes) / 60) * (-1 if groups["dir"] in {"to", "til", "till", "before"} else 1)
    else:
        clock += float(minutes or 0) / 60
    if clock > _DAY or (not groups.get("ap") and not minutes and _is_amount(text, match)):
        return None, False
    if groups.get("dir") and IS_AMOUNT.match(text, match.end()):  # "5 to 7 grams"
        return None, False
    if groups.get("minutes"):
        if IS_AMOUNT.match(text, match.end()):  # "about one fifty mg"
            return None, False
        clock += number(groups["minutes"]) / 60
        minutes = groups["minutes"]
    half = (groups.get("ap") or groups.get("ap2") or _half_said(text[match.end() : match.end() + 16])).replace(".", "")
    half = {"a": "am", "p": "pm"}.get(half, half)
    if half in {"am", "pm"}:
        clock = clock % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    twice = half not in {"am", "pm"} and clock <= _HALF_DAY and not (hour.startswith("0") and len(hour) > 1)
    quarter = groups.get("quarter") or groups.get("quarter2")
    if quarter:
        part = 0.5 if quarter == "half" else 0.25
        clock += -part if groups.get("dir") in {"to", "of"} else part
    return clock, twice


def _half_said(after: str) -> str:
    """As in "at 2 in the morning" is am."""
    found = re.match(
        r"\s*(?:in the|in|of the|this|yesterday)\s+(morning|afternoon|evening)|\s*(?:at|last|in the) (night)", after
    )
    return "" if not found else "am" if found[1] == "morning" else "pm"


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number after "about" or "at" is an amount: "about 8 g", "at 50mg"."""
    if IS_AMOUNT.match(text, match.end()):
        return True
    word = match.groupdict().get("word")
    if match.groupdict().get("h3"):  # "at 17h"
        return False
    said = _half_said(text[match.end() : match.end() + 16])
    if (
        "ish" in match[0]
        or match.groupdict().get("quarter")
        or word in {"at", "@", "since"}
        or said
        or (word or "").startswith("back")
    ):
        return False
    return not (word in {"around", "round", "bout", "aboot", "before", "after"} and ENDS.match(text, match.end()))


def _may_be_either(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are two hours: "at 6 or 7", "8 or 9 ish", and not "took 6 or 7"."""
    apart = int(match["to"]) - int(match["h"])
    if not 0 < apart <= _MOST_APART or IS_AMOUNT.match(text, match.end()):
        return False
    return bool(
        match["ish"] or match["ap"] or match["word"] in {"at", "@"} or (match["word"] and ENDS.match(text, match.end()))
    )
