"""All times of a text as hours ago, always an interval."""

from flows.understanding.times.ago import Ago
from flows.understanding.times.clock import clock_times
from flows.understanding.times.clock_spans import clock_spans
from flows.understanding.times.counted import counted
from flows.understanding.times.day_parts import parts_of_day
from flows.understanding.times.foreign_ago import counted_abroad, counted_in_new_english
from flows.understanding.times.joined import joined
from flows.understanding.times.relative import from_others
from flows.understanding.times.since_dose import since_dose


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
    return from_others(text, joined(text, found))
