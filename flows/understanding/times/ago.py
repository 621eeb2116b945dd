"""How long ago something was taken: an interval, and the places of the text that say it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.understanding.amounts.quantity import Quantity
from knowledge.spoken_numbers import number

_HOURS = {"s": 1 / 3600, "m": 1 / 60, "h": 1, "d": 24, "n": 24, "w": 168, "o": 730, "y": 8766}
TIME_UNIT = (
    r"(?P<unit>secs?|seconds?|m|min+s*|minutes*|minuets?|minits?|h|hs|hrs*|hours*|hurs?|h?oors?|ours|d|days?|nights?|w|wks?|weeks?|months?|mths?|yrs?|"
    r"years?)(?:\b|(?=ago\b))"
)
FREE = r"(?<![\w.,/])"
_VAGUE = {"couple": (1.5, 3), "pair": (1.5, 3), "few": (2, 5), "several": (3, 8)}
_AROUND = 0.2  # a clear "3 hours ago" is that much wider than a point


class Ago(NamedTuple):
    """A time at a place in the text, as hours ago at the least and at the most."""

    start: int
    end: int
    low: float
    high: float
    words: str
    since: bool = False


def spanning(match: re.Match[str], low: float, high: float, *, since: bool = False) -> Ago:
    """The time that a match says; "since" runs up to now."""
    low, high = sorted((low, high))
    since = since or match[0].startswith("since")
    return Ago(match.start(), match.end(), round(0 if since else low, 2), round(high, 2), match[0].strip(), since)


def counted_back(match: re.Match[str]) -> Ago:
    """The time that a match of a number and a unit says."""
    hours = in_hours(match["unit"])
    words = set(match["low"].split())
    vague = next((span for word, span in _VAGUE.items() if word in words), None)
    if vague:
        return spanning(match, vague[0] * hours, vague[1] * hours)
    groups = match.groupdict()
    more = {"half": 0.5, "quarter": 0.25, "bit": 0.2}.get(match["rest"] or "", 0.0)
    low = (number(match["low"] or "one") + more) * hours
    high = (number(groups["high"]) + more) * hours if groups.get("high") else low
    limit = groups.get("limit") or ""
    if limit.startswith(("less", "under", "within", "no", "up", "at m", "at the m")):
        return spanning(match, 0, high)
    if limit:
        return spanning(match, low, high * 1.5)
    return around(match, low, high)


def around(match: re.Match[str], low: float, high: float) -> Ago:
    """The time that a match says, somewhat wider than a point."""
    if low == high:
        off = _off(low, match[0])
        low, high = low - off, high + off
    return spanning(match, low, high)


def _off(hours: float, words: str) -> float:
    """How far a point may be off: days by half a day, many hours by a tenth."""
    if "day" in words or "night" in words:
        return min(hours * _AROUND, 12.0)
    return min(hours * _AROUND, max(1.2, hours * _AROUND / 2))


def in_hours(unit: str) -> float:
    """Months are "o", since minutes are "m"; "oors" and "ours" are hours."""
    if unit.startswith(("mo", "mt")):
        return _HOURS["o"]
    return _HOURS["h" if unit[0] == "o" else unit[0]]


def outside_times(amounts: Sequence[Quantity], agos: Sequence[Ago]) -> list[Quantity]:
    """The amounts that are no part of a time: "3 nights ago", "20 past 8"."""
    return [one for one in amounts if not any(ago.start < one.end and one.start < ago.end for ago in agos)]
