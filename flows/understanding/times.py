"""Times in a text as hours ago, always an interval: "3 hrs ago", "last night", "at half 8"."""

import re
from itertools import chain, islice
from typing import NamedTuple

_NAMED = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "half": 0.5,
}
_VAGUE = {"couple": (1.5, 3), "few": (2, 5), "several": (3, 8), "some": (2, 6)}
_HOURS = {"s": 1 / 3600, "m": 1 / 60, "h": 1, "d": 24, "w": 168, "o": 730, "y": 8766}
_UNIT = (
    r"(?P<unit>secs?|seconds?|m|mins?|minutes?|minuets?|h|hrs?|hours?|hurs?|d|days?|w|wks?|weeks?|months?|mths?|yrs?|years?)"
    r"\b"
)
_N = rf"(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?|(?:{'|'.join(_NAMED)})\b)"
_AGO_WORDS = r"\s*(?:ago|back|earlier|before now|since)\b"
_RANGE = re.compile(
    rf"(?<![\w.,/]){_N}\s*(?:-|–|to|or)\s*(?P<n2>\d{{1,3}}(?:[.,]\d{{1,2}})?|(?:{'|'.join(_NAMED)})\b)\s*{_UNIT}{_AGO_WORDS}"
)
_PLAIN = re.compile(
    rf"(?<![\w.,/]){_N}(?P<and>\s+and\s+(?:a\s+)?(?:half|quarter))?\s*(?:of\s+)?{_UNIT}(?P<and2>\s+and\s+(?:a\s+)?(?:half|quarter))?{_AGO_WORDS}"
)
_CLOCKED = re.compile(
    rf"(?<![\w.,/])(?P<h>\d{{1,2}})\s*(?:h|hrs?|hours?)\s*(?:and\s+)?(?P<m>\d{{1,2}})\s*(?:m|mins?|minutes?)?{_AGO_WORDS}"
)
_VAGUE_AGO = re.compile(rf"\b(?:an?\s+)?(?P<vague>couple|few|several|some)\s+(?:of\s+)?(?:more\s+)?{_UNIT}{_AGO_WORDS}")
_FRACTION = re.compile(
    rf"(?<!and a )\b(?P<part>half|quarter|three\s+quarters|1/2|1/4|3/4)\s+(?:of\s+)?(?:an?\s+)?{_UNIT}{_AGO_WORDS}"
)
_BOTH = re.compile(
    rf"(?<![\w.,/])(?P<h>\d{{1,2}}|an?|one|two|three|four|five|six)\s*(?:h|hrs?|hours?)\s+(?:and\s+)?(?P<m>\d{{1,2}}|five|ten|fifteen|twenty|thirty|forty)\s*(?:m|mins?|minutes?){_AGO_WORDS}"
)
_JUST = re.compile(
    r"\b(?:just\s+now|just\s+(?:took|popped|ate|swallowed|drank|had|did|snorted|smoked|dropped)|right\s+now|a\s+moment\s+ago|moments\s+ago)\b"
)
_CLOCK = re.compile(
    r"\b(?P<word>at|around|about|since|@|by|from|til)\s*(?:about|around|like|roughly|approx)?\s*"
    r"(?:(?P<quarter>half|quarter)\s+(?P<dir>past|to|after)?\s*)?(?P<h>\d{1,2}|noon|midday|midnight|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve)(?:[:.](?P<m>\d{2}))?\s*(?P<ap>am|pm|a\.m\.?|p\.m\.?|oclock|o'clock)?(?![\w%/]|[.,]\d)"
)
_BARE_CLOCK = re.compile(
    r"(?<![\w.,/:])(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s*(?P<ap>am|pm|a\.m\.?|p\.m\.?)(?!\w)|(?<![\w.,/:])(?P<h2>\d{1,2}):(?P<m2>\d{2})(?![\w:/])"
)
_DAYPART = re.compile(
    r"\b(?P<day>last|this|yesterday|tomorrow)\s+(?P<part>night|morning|afternoon|arvo|evening|eve|lunchtime|weekend)\b|"
    r"\b(?P<only>tonight|today|yesterday|tonite|2nite)\b|\b(?:at|after|around|before|with|since)\s+(?P<meal>lunch|dinner|breakfast|tea\s?time|supper)\b|"
    r"\b(?:at|around|since)\s+(?P<noon>noon|midday|midnight)\b"
)
# From and to which hour of the day; a night runs over midnight.
_PARTS = {
    "morning": (5, 12),
    "afternoon": (12, 18),
    "arvo": (12, 18),
    "evening": (17, 23),
    "eve": (17, 23),
    "night": (18, 32),
    "lunchtime": (12, 14),
}
_MEALS = {"lunch": (12, 15), "dinner": (18, 21), "breakfast": (6, 10), "supper": (18, 22), "bed": (21, 25)}
_WITHOUT_CLOCK = {
    "morning": (0, 12),
    "afternoon": (0, 8),
    "arvo": (0, 8),
    "evening": (0, 6),
    "eve": (0, 6),
    "night": (4, 28),
    "lunchtime": (0, 10),
}
_DAY, _HALF_DAY = 24, 12
MOST = 24  # clock times of one text that are looked at
_BESIDE = 2  # signs between "at 10pm" and "last night"
_AROUND = 0.2  # a clear "3 hours ago" is that much wider than a point


class Ago(NamedTuple):
    """A time at a place in the text, as hours ago at the least and at the most."""

    start: int
    end: int
    low: float
    high: float
    words: str
    since: bool = False


def times(text: str, now: float | None = None) -> list[Ago]:
    """The times in order; clock times and parts of a day need the hour of the day in the person's zone."""
    found = [*_counted(text), *_parts(text, now), *_clocks(text, now)]
    kept: list[Ago] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and one.start < kept[-1].end:
            continue
        if kept and one.start - kept[-1].end <= _BESIDE and ("yesterday" in one.words or "last night" in one.words):
            kept[-1] = _on_that_day(kept[-1], one)
            continue
        kept.append(one)
    return kept


def _on_that_day(clock: Ago, day: Ago) -> Ago:
    """As in "at 10pm last night": the clock on the day before."""
    middle = (clock.low + clock.high) / 2
    if day.low <= middle <= day.high or not clock.words[-1:].isalnum() or "ago" in clock.words:
        return clock._replace(end=day.end)
    low, high = middle + _DAY, middle + _DAY
    return Ago(clock.start, day.end, round(low * 0.95, 2), round(high * 1.05, 2), f"{clock.words} {day.words}")


def _counted(text: str) -> list[Ago]:
    found = []
    taken: list[tuple[int, int]] = []

    def add(match: re.Match[str], low: float, high: float) -> None:
        if not any(start < match.end() and match.start() < end for start, end in taken):
            taken.append(match.span())
            found.append(_ago(match, low, high))

    for match in _RANGE.finditer(text):
        hours = _HOURS[_letter(match["unit"])]
        add(match, _number(match["n"]) * hours, _number(match["n2"]) * hours)
    for match in _CLOCKED.finditer(text):
        value = float(match["h"]) + float(match["m"]) / 60
        add(match, value, value)
    for match in _BOTH.finditer(text):
        value = _number(match["h"]) + _number(match["m"]) / 60
        add(match, value, value)
    for match in _FRACTION.finditer(text):
        part = {"half": 0.5, "1/2": 0.5, "quarter": 0.25, "1/4": 0.25}.get(match["part"], 0.75)
        value = part * _HOURS[_letter(match["unit"])]
        add(match, value, value)
    for match in _VAGUE_AGO.finditer(text):
        low, high = _VAGUE[match["vague"]]
        hours = _HOURS[_letter(match["unit"])]
        add(match, low * hours, high * hours)
    for match in _PLAIN.finditer(text):
        more = match["and"] or match["and2"]
        value = _number(match["n"]) + ((0.25 if "quarter" in more else 0.5) if more else 0)
        value *= _HOURS[_letter(match["unit"])]
        add(match, value, value)
    for match in _JUST.finditer(text):
        add(match, 0, 0.5)
    return found


def _parts(text: str, now: float | None) -> list[Ago]:
    found = []
    for match in _DAYPART.finditer(text):
        if text[: match.start()].endswith("day before "):
            found.append(_ago(match, *((36, 72) if now is None else (now + _DAY, now + 2 * _DAY))))
            continue
        if match["only"]:
            word = match["only"]
            span: tuple[float, float] = {"yesterday": (12.0, 48.0), "today": (0.0, 24.0)}.get(word, (0.0, 8.0))
            if now is not None:
                span = {"yesterday": (now, now + _DAY), "today": (0, now)}.get(word, _since(18, 30, now))
        elif match["meal"]:
            hours = _MEALS.get(match["meal"], (16, 19))
            span = (0, 24) if now is None else _since(*hours, now)
        elif match["noon"]:
            clock = 0 if match["noon"] == "midnight" else _HALF_DAY
            if now is None:
                continue
            span = ((now - clock) % _DAY,) * 2
        elif match["day"] == "tomorrow" or match["part"] == "weekend":
            continue
        else:
            span = _part_of_day(match["day"], match["part"], now)
        found.append(_ago(match, *span))
    return found


def _part_of_day(day: str, part: str, now: float | None) -> tuple[float, float]:
    if now is None:
        low, high = _WITHOUT_CLOCK[part]
        return (low + _DAY, high + _DAY) if day == "yesterday" else (low, high)
    start, end = _PARTS[part]
    if day == "this" or (day == "last" and part == "night" and now < start - _HALF_DAY):
        return _since(start, end, now) if day == "this" else (max(0.0, now + _DAY - end), now + _DAY - start)
    return now + _DAY - end if now + _DAY > end else 0.0, now + _DAY - start


def _since(start: float, end: float, now: float) -> tuple[float, float]:
    """Hours since a part of today, or of yesterday when it has not begun yet."""
    if now < start:
        now += _DAY
    return max(0.0, now - end), now - start


def _clocks(text: str, now: float | None) -> list[Ago]:
    if now is None:
        return []
    found = []
    for match in islice(chain(_CLOCK.finditer(text), _BARE_CLOCK.finditer(text)), MOST):
        groups = match.groupdict()
        hour = groups["h"] or groups.get("h2")
        if hour in {"noon", "midday", "midnight"}:
            clock, twice = (0.0 if hour == "midnight" else 12.0), False
        else:
            clock = _number(str(hour)) + float(groups["m"] or groups.get("m2") or 0) / 60
            if clock > _DAY or (
                not groups.get("ap") and not groups["m"] and not groups.get("m2") and _is_amount(text, match)
            ):
                continue
            half = (groups.get("ap") or _half_said(text[match.end() : match.end() + 16])).replace(".", "")
            clock = clock % _HALF_DAY + (_HALF_DAY if half == "pm" else 0) if half in {"am", "pm"} else clock
            twice = half not in {"am", "pm"} and clock <= _HALF_DAY
        if groups.get("quarter"):
            part = 0.5 if groups["quarter"] == "half" else 0.25
            clock += -part if groups.get("dir") == "to" else part
        ago = (now - clock) % (_HALF_DAY if twice else _DAY)
        found.append(_ago(match, ago, ago, since=groups.get("word") == "since"))
    return found


def _half_said(after: str) -> str:
    """As in "at 2 in the morning" is am."""
    found = re.match(r"\s*(?:in the|this|yesterday)\s+(morning|afternoon|evening)|\s*at (night)", after)
    return "" if not found else "am" if found[1] == "morning" else "pm"


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number after "about" or "at" is an amount: "about 8 g", "at 50mg"."""
    word = match.groupdict().get("word")
    after = text[match.end() : match.end() + 12]
    return word in {"about", "around", "from", "by", "til"} or bool(
        re.match(r"\s*(?:mg|g\b|gram|ug|mcg|ml|pill|tab|cap|hour|hr|min|day|percent|/|beats|breath)", after)
    )


def _ago(match: re.Match[str], low: float, high: float, *, since: bool = False) -> Ago:
    low, high = sorted((low, high))
    if low == high:
        low, high = low * (1 - _AROUND), high * (1 + _AROUND)
    since = since or match[0].startswith("since")
    return Ago(match.start(), match.end(), round(0 if since else low, 2), round(high, 2), match[0].strip(), since)


def _number(said: str) -> float:
    return float(_NAMED[said]) if said in _NAMED else float(said.replace(",", "."))


def _letter(unit: str) -> str:
    """One letter for a unit; months are "o", since minutes are "m"."""
    return "o" if unit.startswith(("mo", "mt")) else unit[0]
