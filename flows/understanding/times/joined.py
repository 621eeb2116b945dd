"""Times that are one: the hour of a day ("at 10pm last night"), and a day in a day ("today in the morning")."""

import re
from collections.abc import Iterable

from flows.understanding.times.ago import Ago

_BESIDE = re.compile(r"[\s,]*(?:(?:at|around|round|about|like|on)\s)?")  # between "at 10pm" and "last night"
# before "last night", and between it and "at 10" in "last night i took it at 10"
_CLAUSE_STARTS = re.compile(r"(?:^|[.,;!?\n]|\b(?:and|but|n|so|then)\b)\s*$")
_SAME_CLAUSE = re.compile(r"(?:(?!\b(?:and|but|n|so|then)\b)[^.,;!?\n])*")
_DAY = 24
_HOURS = frozenset(
    {"noon", "midday", "midnight", "oclock", "o'clock", "one", "two", "three", "four", "five", "six", "seven", "eight"}
) | {"nine", "ten", "eleven", "twelve"}
_DAYS = (
    "yesterday",
    "yday",
    "last night",
    "last nite",
    "tonite",
    "this morning",
    "today",
    "this afternoon",
    "this evening",
    "tonight",
    "in the",
    "in morning",
    "in evening",
    "in afternoon",
)
_BACK = ("ago", "back", "earlier", "since", "in")


def joined(text: str, found: Iterable[Ago]) -> list[Ago]:
    """The times in order; none overlaps another."""
    kept: list[Ago] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        before = kept[-1] if kept else None
        if before and one.start < before.end:
            if one.end - one.start > before.end - before.start:
                kept[-1] = one  # "bout 2 n a half hrs ago"
        elif before and (both := _both(text, before, one)):
            kept[-1] = both
        elif before and _is_day(before) and _is_hour(one) and _leads(text, before, one):
            kept.append(_on_that_day(one, before, start=one.start, end=one.end))
        else:
            kept.append(one)
    return kept


def _leads(text: str, day: Ago, one: Ago) -> bool:
    """Whether the day begins the clause of the hour."""
    return bool(_CLAUSE_STARTS.search(text[: day.start]) and _SAME_CLAUSE.fullmatch(text, day.end, one.start))


def _both(text: str, before: Ago, one: Ago) -> Ago | None:
    """One time of two that stand side by side."""
    if not _BESIDE.fullmatch(text, before.end, one.start):
        return None
    if _is_day(one) and _is_day(before):
        inner = _inner(before, one)
        return inner and inner._replace(start=before.start, end=one.end)
    if _is_day(one) and _is_clock(before):
        return _on_that_day(before, one, start=before.start, end=one.end)
    if _is_day(before) and _is_clock(one):
        return _on_that_day(one, before, start=before.start, end=one.end)
    return None


def _inner(one: Ago, other: Ago) -> Ago | None:
    """The one that lies inside the other: "today in the morning", "today around 3 in the afternoon"."""
    inner, outer = sorted((one, other), key=lambda ago: ago.high - ago.low)
    return inner if outer.low <= inner.low and inner.high <= outer.high else None


def _is_day(one: Ago) -> bool:
    return any(day in one.words for day in _DAYS)


def _is_clock(one: Ago) -> bool:
    says_hour = any(sign.isdigit() for sign in one.words) or one.words.split()[-1] in _HOURS
    return says_hour and not _is_day(one) and not one.words.endswith(_BACK)


def _is_hour(one: Ago) -> bool:
    """Whether it is by the clock and no length of time."""
    return _is_clock(one) and not any(unit in one.words for unit in ("hour", "hr", "min", "day"))


def _on_that_day(clock: Ago, day: Ago, *, start: int, end: int) -> Ago:
    """As in "at 10pm last night" and "yesterday at 10pm": the clock on that day."""
    middle = (clock.low + clock.high) / 2
    words = f"{clock.words} {day.words}" if clock.start < day.start else f"{day.words} {clock.words}"
    if clock.high - clock.low >= _DAY:  # the hour where the person is is not known
        return day._replace(start=start, end=end, words=words)
    for later in (0, _DAY, _DAY / 2, _DAY * 1.5):  # the other half of the day last: it may be known
        if day.low <= middle + later <= day.high:
            return Ago(start, end, round(clock.low + later, 2), round(clock.high + later, 2), words, clock.since)
    return clock._replace(start=start, end=end)
