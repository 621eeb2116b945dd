"""How long ago something was taken, in people's words; where they leave it open, nothing is known."""

import re

from knowledge.spoken_numbers import NUMBER, number

_HOURS = {
    "m": 1 / 60, "min": 1 / 60, "minute": 1 / 60, "h": 1, "hr": 1, "hour": 1, "d": 24, "day": 24,
    "w": 168, "wk": 168, "week": 168, "month": 720, "yr": 8760, "year": 8760,
}  # fmt: skip
_UNIT = rf"(?P<unit>{'|'.join(sorted(_HOURS, key=len, reverse=True))})s?\b"
_TO = r"\s*(?:-|–|to|or|and|till|until)\s*"
_AGO = re.compile(
    rf"(?<![\w.,/])(?:(?P<nearly>almost|nearly)\s+)?(?:(?P<low>{NUMBER}){_TO})??(?P<number>{NUMBER})"
    rf"\s*(?:of\s+)?(?:an?\s+)?{_UNIT}"
)
# Taken all along, or at some time up to then: the last dose may be as recent as now.
_OPEN = re.compile(
    r"\b(?:not|for|since|every|each|daily|nightly|started|starting|began|begun|within|under|less|fewer|up to|at most|"
    r"still|regular\w*|always|ongoing|again|then|now|today|tonight|yesterday|in a row|on and off|per)\b"
    r"|\bat\s+(?!least)|@|\b[012]\d[0-5]\d\s*(?:h|hrs?|hours?)\b"  # "at 1900 hrs" is by the clock
    r"|\b(?:in|over|during|the) (?:the|last|past)\b|\b(?:last|past) \w+ (?:hours|days|weeks|months)\b"
)
_JOINED = re.compile(r"\s*(?:,|and|&)?\s*")
_NEARLY = 0.9
_LONGEST = 500


def read_hours_ago(words: str | float) -> float | None:
    """Hours since it was last taken, the least that the words allow; None when they do not say.

    None counts as inside every window: "for 3 weeks" and "less than a week ago" are no safe distance.
    """
    if isinstance(words, int | float):
        return float(words)
    text = words[:_LONGEST].casefold()
    if _OPEN.search(text) or len(words) > _LONGEST:
        return None
    times: list[float] = []
    end = None
    for found in _AGO.finditer(text):
        hours = _hours(found)
        if end is not None and _JOINED.fullmatch(text[end : found.start()]) and hours < times[-1]:
            times[-1] += hours  # "1 day and 2 hours"
        else:
            times.append(hours)
        end = found.end()
    return min(times, default=None)


def _hours(found: re.Match[str]) -> float:
    value = number(found["number"])
    if found["low"]:
        value = min(value, number(found["low"]))
    return value * _HOURS[found["unit"]] * (_NEARLY if found["nearly"] else 1)
