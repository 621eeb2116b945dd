"""Times by the clock and by parts of a day: "at half 8", "10pm last night", "this morning", "with dinner"."""

import re
from itertools import chain, islice

from flows.understanding.times.ago import Ago, spanning
from knowledge.spoken_numbers import number

MOST = 24  # clock times of one text that are looked at
_DAY, _HALF_DAY = 24, 12
_NEAR = 0.25  # hours that a clock time may be off
_AP = r"(?P<ap>am|pm|a\.m\.?|p\.m\.?|oclock|o'clock)?"
_HOUR = r"noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = r"(?P<word>at|around|about|since|@|by|from|til|till|like)\s*(?:about|around|like|roughly|approx|maybe)?\s*"
_CLOCK = re.compile(
    rf"\b{_LEAD}(?:(?P<quarter>half|quarter)\s+(?P<dir>past|to|after|of)?\s*)?(?P<h>\d{{1,2}}|{_HOUR})(?:[:.](?P<m>\d{{2}}))?"
    rf"(?:ish)?\s*{_AP}(?![\w%/]|[.,]\d)"
)
_MINUTES_PAST = re.compile(
    rf"\b(?:(?:at|around|about|since|@)\s+)?(?:(?P<quarter>half|quarter)|(?P<m>\d{{1,2}}|five|ten|twenty|twenty[\s-]five)(?:\s+mins?|\s+minutes?)?)\s+(?P<dir>past|to|til|after)\s+"
    rf"(?P<h>\d{{1,2}}|{_HOUR})\s*{_AP}(?![\w%/])"
)
# "half seven i dropped it": half past, as the British say
_HALF_PAST = re.compile(
    rf"(?<![\w.,/])(?P<quarter>half)\s+(?P<h>{_HOUR})(?=\s*(?:$|[.,;!?]|ish\b|(?:i|we|he|she|they|last|this|yesterday|tonight|in\s+the)\b))"
    r"|(?<![\w.,/])(?P<quarter2>half)\s+(?P<h2>[1-9]|1[0-2])(?=\s*(?:ish|am|pm|last\s+night|this\s+\w+|yesterday|tonight)\b)"
)
# "at 1900", "1900 hrs"
_MILITARY = re.compile(
    r"(?<![\w.,/:])(?:(?:at|around|about|@|by|since)\s+(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*(?:hrs?|hours|h))?"
    r"|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)\s*(?:hrs?|hours|h))(?![\w%/]|[.,]\d)(?!\s*(?:mg|mcg|ug|ml|g|ago)\b)"
)
_BARE_CLOCK = re.compile(
    r"(?<![\w.,/:])(?P<h>\d{1,2})(?:[:.]?(?P<m>[0-5]\d))?(?:ish)?\s*(?P<ap>am|pm|a\.m\.?|p\.m\.?)(?!\w)"
    r"|(?<![\w.,/:])(?P<h2>\d{1,2}):(?P<m2>\d{2})(?![\w:/])|\b(?P<noon>noon|midday|midnight)(?:\s*-?\s*ish)?\b"
)
_DAYPART = re.compile(
    r"\b(?P<day>last|this|yesterday|tomorrow|earlier\s+this|late\s+last|early\s+this)\s+"
    r"(?P<part>night|nite|morning|mornin|afternoon|arvo|evening|eve|lunchtime|weekend|week)\b|"
    r"\b(?P<only>earlier\s+today|earlier\s+tonight|tonight|today|yesterday|tonite|2nite|yday|2day)\b|"
    r"\b(?:at|after|around|before|with|since|for|over|during)\s+(?:my\s+)?(?P<meal>lunch|dinner|breakfast|tea\s?time|supper|lunchtime|lunch\s+time|dinner\s?time)\b|"
    r"\b(?:when|since|after|as\s+soon\s+as)\s+i\s+(?P<woke>woke\s+up|got\s+up)\b"
)
# From and to which hour of the day; a night runs over midnight.
_PARTS = {
    "morning": (5, 12), "mornin": (5, 12), "afternoon": (12, 18), "arvo": (12, 18), "evening": (17, 23),
    "eve": (17, 23), "night": (18, 32), "nite": (18, 32), "lunchtime": (12, 14),
}  # fmt: skip
_MEALS = {"lunch": (12, 15), "dinner": (18, 21), "breakfast": (6, 10), "supper": (18, 22), "lunchtime": (12, 14)}
_WITHOUT_CLOCK = {
    "morning": (0, 12), "mornin": (0, 12), "afternoon": (0, 8), "arvo": (0, 8), "evening": (0, 6), "eve": (0, 6),
    "night": (4, 28), "nite": (4, 28), "lunchtime": (0, 10),
}  # fmt: skip
_ENDS = re.compile(r"\s*(?:$|[,.;!?)]|last|this|yesterday|tonight|and\b|with\b|then\b|but\b|now\b)")
_NIGHT_FROM, _NIGHT_TO = 18, 30
_IS_AMOUNT = re.compile(
    r"\s*(?:mg|g\b|grams?|ug|mcg|ml|oz|pill|tab|cap|hour|hr|min|day|week|percent|/|beats|breath|times|x\b|more|or|to|-|of|years|people|different)"
)


def parts_of_day(text: str, now: float | None) -> list[Ago]:
    """As in "last night" and "with breakfast"; wide when the hour is not known."""
    return [
        spanning(match, *span) for match in _DAYPART.finditer(text) if (span := _span_of(text, match, now)) is not None
    ]


def _span_of(text: str, match: re.Match[str], now: float | None) -> tuple[float, float] | None:
    if text[: match.start()].endswith("day before "):
        return (36, 72) if now is None else (now + _DAY, now + 2 * _DAY)
    if match["only"]:
        return _day_said(match["only"], now)
    if match["meal"]:
        return (0, 24) if now is None else _since(*_MEALS.get(match["meal"], (16, 19)), now)
    if match["woke"]:
        return (0, 16) if now is None else _since(5, 12, now)
    if match["day"] == "tomorrow" or match["part"] == "weekend":
        return None
    if match["part"] == "week":
        return (120, 288) if match["day"] == "last" else None
    return _part_of_day(match["day"], match["part"], now)


def _day_said(word: str, now: float | None) -> tuple[float, float]:
    if word in {"yesterday", "yday"}:
        return (12.0, 48.0) if now is None else (now, now + _DAY)
    if word in {"today", "2day"}:
        return (0.0, 24.0) if now is None else (0.0, now)
    if word == "earlier today":
        return (1.0, 16.0) if now is None else (min(1.0, now), now)
    return (0.0, 8.0) if now is None else _since(_NIGHT_FROM, _NIGHT_TO, now)


def _part_of_day(day: str, part: str, now: float | None) -> tuple[float, float]:
    if now is None:
        low, high = _WITHOUT_CLOCK[part]
        # early in the morning "yesterday night" is a few hours ago
        return (
            (low if part in {"night", "nite"} else low + _HALF_DAY, high + _DAY) if day == "yesterday" else (low, high)
        )
    start, end = _PARTS[part]
    if day.endswith("this") or (day.endswith("last") and part in {"night", "nite"} and now < start - _HALF_DAY):
        return _since(start, end, now) if day.endswith("this") else (max(0.0, now + _DAY - end), now + _DAY - start)
    return now + _DAY - end if now + _DAY > end else 0.0, now + _DAY - start


def _since(start: float, end: float, now: float) -> tuple[float, float]:
    """Hours since a part of today, or of yesterday when it has not begun yet."""
    if now < start:
        now += _DAY
    return max(0.0, now - end), now - start


def clock_times(text: str, now: float | None) -> list[Ago]:
    """As in "at 9" and "10:30pm"; without the hour where the person is, some time within a day."""
    found: list[Ago] = []
    patterns = (_MINUTES_PAST, _MILITARY, _HALF_PAST, _CLOCK, _BARE_CLOCK)
    for match in islice(chain.from_iterable(pattern.finditer(text) for pattern in patterns), MOST):
        groups = match.groupdict()
        hour = groups["h"] or groups.get("h2") or groups.get("noon")
        if hour is None or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        clock, twice = _hour_of(text, match, hour)
        if clock is None:
            continue
        if now is None:
            found.append(spanning(match, 0, _DAY, since=groups.get("word") == "since"))
            continue
        ago = (now - clock) % (_HALF_DAY if twice else _DAY)
        found.append(spanning(match, max(0.0, ago - _NEAR), ago + _NEAR, since=groups.get("word") == "since"))
    return found


def _hour_of(text: str, match: re.Match[str], hour: str) -> tuple[float | None, bool]:
    """The hour of the day, and whether it may be in either half of the day; None when it is no time."""
    groups = match.groupdict()
    if hour in {"noon", "midday", "midnight"}:
        return (0.0 if hour == "midnight" else 12.0), False
    minutes = groups.get("m") or groups.get("m2")
    clock = number(hour)
    if groups.get("dir") in {"past", "to", "til", "after"} and minutes:
        clock += (number(minutes) / 60) * (-1 if groups["dir"] in {"to", "til"} else 1)
    else:
        clock += float(minutes or 0) / 60
    if clock > _DAY or (not groups.get("ap") and not minutes and _is_amount(text, match)):
        return None, False
    if groups.get("dir") and _IS_AMOUNT.match(text, match.end()):  # "5 to 7 grams"
        return None, False
    half = (groups.get("ap") or _half_said(text[match.end() : match.end() + 16])).replace(".", "")
    if half in {"am", "pm"}:
        clock = clock % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    twice = half not in {"am", "pm"} and clock <= _HALF_DAY
    quarter = groups.get("quarter") or groups.get("quarter2")
    if quarter:
        part = 0.5 if quarter == "half" else 0.25
        clock += -part if groups.get("dir") in {"to", "of"} else part
    return clock, twice


def _half_said(after: str) -> str:
    """As in "at 2 in the morning" is am."""
    found = re.match(r"\s*(?:in the|this|yesterday)\s+(morning|afternoon|evening)|\s*(?:at|last) (night)", after)
    return "" if not found else "am" if found[1] == "morning" else "pm"


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number after "about" or "at" is an amount: "about 8 g", "at 50mg"."""
    if _IS_AMOUNT.match(text, match.end()):
        return True
    word = match.groupdict().get("word")
    if "ish" in match[0] or match.groupdict().get("quarter") or word in {"at", "@", "since"}:
        return False
    return not (word == "around" and _ENDS.match(text, match.end()))
