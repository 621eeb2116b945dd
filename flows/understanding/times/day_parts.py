"""Times by parts of a day: "last night", "this morning", "with dinner", "in the middle of the night"."""

import re

from flows.understanding.times.ago import Ago, spanning

_DAY, _HALF_DAY = 24, 12
_NIGHT_FROM, _NIGHT_TO = 18, 30
_DAYPART = re.compile(
    r"\b(?:since\s+)?(?P<day>last|this|in(?:\s+the)?|(?:yesterday|yesty|yday)(?:\s+in\s+the)?|tomorrow|earlier\s+this|late\s+last|early\s+this)\s+"
    r"(?P<part>night|nite|morning|mornin|morn|afternoon|arvo|evening|eve|lunchtime|weekend|week|am|pm)\b|"
    r"\b(?:since\s+)?(?P<only>earlier\s+today|earlier\s+tonight|tonight|today|yesterday|tonite|2nite|yday|2day)\b|"
    r"\b(?P<hours>(?:early|mid|late)[\s-]+(?:morning|afternoon|evening)|(?:the\s+)?middle\s+of\s+the\s+(?:night|afternoon|morning|day)|sunset|dusk|sundown|sunrise|dawn|"
    r"(?:on\s+)?(?:my|his|her|our)\s+lunch\s+break)\b|"
    r"\b(?:at|after|around|round|before|with|w|wi|since|for|over|during)\s+(?:my\s+)?(?P<meal>lunch|dinner|breakfast|brekkie|brekky|brekkers|tea\s?time|supper|lunchtime|lunch\s+time|dinner\s?time)\b|"
    r"\b(?P<woke>(?:when|since|after|soon\s+as)\s+i\s+(?:woke(?:\s+up)?|got\s+up)|(?:up)?on\s+waking(?:\s+up)?|first\s+thing(?!\s+(?:i|tomorrow)))\b"
)
# From and to which hour of the day; a night runs over midnight.
_PARTS = {
    "morning": (5, 12),
    "afternoon": (12, 18),
    "evening": (17, 23),
    "night": (18, 32),
    "lunchtime": (12, 14),
    "pm": (12, 23),
}
# by the first word that is found in what is said
_HOURS_OF = {
    "early morning": (4, 8),
    "mid morning": (9, 12),
    "late morning": (10, 12),
    "early afternoon": (12, 15),
    "mid afternoon": (14, 17),
    "late afternoon": (15, 18),
    "lunch break": (11, 15),
    "early evening": (17, 20),
    "mid evening": (18, 21),
    "late evening": (20, 24),
    "middle of the night": (0, 5),
    "middle of the morning": (9, 12),
    "middle of the day": (11, 14),
    "middle of the afternoon": (14, 17),
    **dict.fromkeys(("sunset", "dusk", "sundown"), (16, 22)),
    **dict.fromkeys(("sunrise", "dawn"), (4, 9)),
}
_MEALS = {
    "lunch": (12, 15),
    "dinner": (18, 21),
    "breakfast": (6, 10),
    **dict.fromkeys(("brekkie", "brekky", "brekkers"), (6, 10)),
    "supper": (18, 22),
    "lunchtime": (12, 14),
}
_WITHOUT_CLOCK = {
    "morning": (0, 12),
    "afternoon": (0, 8),
    "evening": (0, 6),
    "night": (4, 28),
    "lunchtime": (0, 10),
    "pm": (0, 12),
}
_SHORT = {
    "am": "morning",
    "mornin": "morning",
    "morn": "morning",
    "arvo": "afternoon",
    "eve": "evening",
    "nite": "night",
}


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
    if match["hours"]:
        said = re.sub(r"[\s-]+", " ", match["hours"])
        return (0, 24) if now is None else _since(*next(span for word, span in _HOURS_OF.items() if word in said), now)
    if match["meal"]:
        return (0, 24) if now is None else _since(*_MEALS.get(match["meal"], (16, 19)), now)
    if match["woke"]:
        return (0, 16) if now is None else _since(5, 12, now)
    if match["day"].startswith("tomorrow") or match["part"] == "weekend":
        return None
    if match["part"] == "week":
        return (120, 288) if match["day"] == "last" else None
    return _part_of_day(match["day"], _SHORT.get(match["part"], match["part"]), now)


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
            (low if part == "night" else low + _HALF_DAY, high + _DAY)
            if day.startswith(("yest", "yday"))
            else (low, high)
        )
    start, end = _PARTS[part]
    if day.endswith("this") or (day.endswith("last") and part == "night" and now < start - _HALF_DAY):
        return _since(start, end, now) if day.endswith("this") else (max(0.0, now + _DAY - end), now + _DAY - start)
    if day.startswith("in"):
        return _since(start, end, now)
    return now + _DAY - end if now + _DAY > end else 0.0, now + _DAY - start


def _since(start: float, end: float, now: float) -> tuple[float, float]:
    """Hours since a part of today, or of yesterday when it has not begun yet."""
    if now < start:
        now += _DAY
    return max(0.0, now - end), now - start
