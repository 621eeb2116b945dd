"""All times of a text as hours ago, always an interval."""

import re

from flows.understanding.times.ago import Ago, counted
from flows.understanding.times.clock import clock_times
from flows.understanding.times.clock_spans import clock_spans
from flows.understanding.times.day_parts import parts_of_day
from flows.understanding.times.foreign_ago import counted_abroad, counted_in_new_english
from flows.understanding.times.since_dose import since_dose

_BESIDE = re.compile(r"[\s,]*(?:(?:at|around|round|about|like|on)\s)?")  # between "at 10pm" and "last night"
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
)
_BACK = ("ago", "back", "earlier", "since", "in")


def times(text: str, now: float | None = None) -> list[Ago]:
    """The times in order; clock times and parts of a day need the hour of the day in the person's zone."""
    found = [
        *counted(text),
        *since_dose(text),
        *counted_abroad(text),
        *counted_in_new_english(text),
        *parts_of_day(text, now),
        *clock_spans(text, now),
        *clock_times(text, now),
    ]
    kept: list[Ago] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and one.start < kept[-1].end:
            continue
        if kept and _BESIDE.fullmatch(text, kept[-1].end, one.start):
            before = kept[-1]
            if _is_day(one) and _is_clock(before):
                kept[-1] = _on_that_day(before, one, start=before.start, end=one.end)
                continue
            if _is_day(before) and _is_clock(one):
                kept[-1] = _on_that_day(one, before, start=before.start, end=one.end)
                continue
        kept.append(one)
    return kept


def _is_day(one: Ago) -> bool:
    return any(day in one.words for day in _DAYS)


def _is_clock(one: Ago) -> bool:
    says_hour = any(sign.isdigit() for sign in one.words) or one.words.split()[-1] in _HOURS
    return says_hour and not _is_day(one) and not one.words.endswith(_BACK)


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
