"""Times counted from another time: "xanax an hour ago and kratom an hour before that", "then 2 hrs later"."""

import re
from collections.abc import Sequence

from flows.understanding.times.ago import FREE, TIME_UNIT, Ago, in_hours
from knowledge.spoken_numbers import NUMBER, number

_FROM_IT = re.compile(
    rf"{FREE}(?:(?P<count>{NUMBER})\s*(?:an?\s+)?)?{TIME_UNIT}(?:\s+or\s+so)?\s+"
    r"(?:(?P<before>before\s+that|prior)|later|afterwards?|after\s+that|after(?=\s*(?:$|[.,;!?])))\b"
)
_WORDS = ("before", "prior", "later", "after")
_A_DAY = 24  # hours; "6 days later" would be read as six days ago


def from_others(text: str, found: Sequence[Ago]) -> list[Ago]:
    """The times, with those counted from the one before them; what would still be to come is none."""
    times = [*found]
    if not times or not any(word in text for word in _WORDS):
        return times
    for match in _FROM_IT.finditer(text):
        base = max((one for one in times if one.end <= match.start()), key=lambda one: one.end, default=None)
        hours = number(match["count"] or "one") * in_hours(match["unit"])
        if base is None or (hours >= _A_DAY and not match["before"]):
            continue
        hours = hours if match["before"] else -hours
        times = [one for one in times if one.end <= match.start() or one.start >= match.end()]
        low, high = max(0.0, base.low + hours), base.high + hours
        if high > 0:
            times.append(Ago(*match.span(), round(low, 2), round(high, 2), f"{match[0]} ({base.words})"))
    return sorted(times)
