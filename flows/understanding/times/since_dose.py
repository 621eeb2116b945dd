"""Times counted from the taking: "T+1:40", "hour 3 of the edible", "for the last 3 hours ive been sipping it"."""

import re
from collections.abc import Iterator

from flows.understanding.grammar import words_of
from flows.understanding.times.ago import TIME_UNIT, Ago, around, in_hours, spanning
from knowledge.spoken_numbers import NUMBER, number

# "T+1:40", "hour 3 of the edible": counted from the taking
_SINCE_DOSE = re.compile(
    r"(?<!\w)t\s?\+\s?(?P<h>\d{1,2})(?::(?P<m>\d{2})|\s?(?P<unit>h|hrs?|hours?|m|mins?|minutes?))?(?!\w)"
    rf"|\bhour\s+(?P<hour>{NUMBER})\s+(?:of|in|into)\b"
)
# "for the last 3 hours ive been sipping it", "been nursing one tea for an hour": up to now
_FOR = re.compile(
    rf"\b(?P<for>(?:for|over)\s+)?(?:(?:like|about|around)\s+)?(?P<last>(?:the\s+|these\s+)?(?:last|past)\s+)?(?P<low>{NUMBER})\s*(?:an?\s+)?{TIME_UNIT}"
)
_DOING = rf"\b(?:been|kept)\s+(?:{'|'.join(sorted(words_of('times')['doing']))})\b"
_DOING_BEFORE, _DOING_AFTER = re.compile(rf"{_DOING}[^.;!?]{{0,60}}$"), re.compile(rf"[^.;!?]{{1,12}}{_DOING}")
# "drinking all day", "half an ounce over the whole day"
_WHOLE = re.compile(
    r"\b(?:(?P<over>over|throughout|across)\s+the\s+(?:whole|entire)\s+|all\s+|the\s+(?:whole|entire)\s+)"
    r"(?P<part>day|night|morning|afternoon|evening)\b"
)
_TAKING = words_of("times")["doing"] - {"on"} | words_of("times")["took"]
_HOURS_OF = {"day": 16, "night": 12, "morning": 17, "afternoon": 10, "evening": 6}  # up to now, at most
# "about 45 since i took it": minutes
_SINCE_I = re.compile(r"(?<![\w.,/])(?P<low>[1-9]\d)\s+since\s+(?:i|he|she|we|they|the|my)\b")
_LEAD, _CLAUSE = 90, 40  # characters
_LONGEST = 96  # hours: "for 2 years" is a habit


def since_dose(text: str) -> Iterator[Ago]:
    """All of them, in no order."""
    for match in _SINCE_DOSE.finditer(text):
        if match["hour"]:
            value = number(match["hour"])
        elif (match["unit"] or "").startswith("m"):
            value = number(match["h"]) / 60
        else:
            value = number(match["h"]) + number(match["m"] or "0") / 60
        yield around(match, value, value)
    for match in _SINCE_I.finditer(text):
        yield around(match, number(match["low"]) / 60, number(match["low"]) / 60)
    for match in _WHOLE.finditer(text):
        if match["over"] or _TAKING & {*text[max(0, match.start() - _CLAUSE) : match.start()].split()}:
            yield spanning(match, 0, _HOURS_OF[match["part"]])
    if "been" not in text and "kept" not in text:
        return
    for match in _FOR.finditer(text):
        lead = text[max(0, match.start() - _LEAD) : match.start()]
        hours = number(match["low"]) * in_hours(match["unit"])
        doing = (match["for"] or match["last"]) and _DOING_BEFORE.search(lead)  # "30 g a day" is a habit
        if hours <= _LONGEST and (doing or (match["last"] and _DOING_AFTER.match(text, match.end()))):
            yield spanning(match, 0, hours)
