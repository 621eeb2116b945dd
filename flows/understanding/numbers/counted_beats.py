"""Beats and breaths counted for less than a minute: "66 in 30 sec" is 132 a minute."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FOR = (
    r"(?:(?P<seconds>6|10|12|15|20|30|40|45|60)\s*(?:s|secs?|seconds?)|(?P<half>half\s+(?:a|of\s+a)?\s*min(?:ute)?)"
    r"|(?P<ten>ten|fifteen|twenty|thirty)\s+sec(?:ond)?s?)\b"
)
_N = r"(?<![\d.,/])(?P<number>\d{1,3})"
_WHAT = r"(?P<what>beats?|breaths?|times|resps?)?"
_LITTLE = r"(?:the\s+|about\s+|a\s+)?"
_IS = r"(?:is|was|=|:|it\s+was|i\s+counted|i\s+got|i\s+get)?"
_COUNT_FIRST = re.compile(rf"{_N}\s*{_WHAT}\s*(?:in|over|per|for|/|every|each|within|a)\s*{_LITTLE}{_FOR}")
_TIME_FIRST = re.compile(rf"\b(?:in|over|for)\s+{_LITTLE}{_FOR}\s*{_IS}\s*(?P<number>\d{{1,3}})(?![\d.,/])\s*{_WHAT}")
_SPOKEN = {"ten": 10.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0}
_PULSE = re.compile(r"\b(?:pulse|hr|heart\w*|beats?|beating|bpm|ticker)\b[^,.;\d]{0,30}$")
_BREATHS = re.compile(r"\b(?:breath\w*|resps?|respirations?|rr)\b[^,.;\d]{0,30}$")
_AFTER = re.compile(r"\s*(?:is\s+|was\s+|=\s*)?(?:my\s+|his\s+|her\s+)?(?P<what>pulse|heart|hr|bpm)\b")
_MINUTE = 60.0
_FAST, _SLOW = 25, 9.9  # breaths a minute that are severe (measurements.yaml)


class Counted(NamedTuple):
    """So many a minute, at a place in the text."""

    id: str
    value: float
    match: re.Match[str]


def counted_beats(text: str) -> Iterator[Counted]:
    """The numbers that were counted over seconds, as they are a minute."""
    if "sec" not in text and "half" not in text and not re.search(r"\d\s?s\b", text):
        return
    for pattern in (_COUNT_FIRST, _TIME_FIRST):
        for match in pattern.finditer(text):
            ident = _counted_what(text, match)
            counted, seconds = float(match["number"]), _seconds(match)
            value = round(counted * _MINUTE / seconds, 1)
            if ident == "breaths" and value < _FAST and counted <= _SLOW:
                continue  # the number as it stands is the graver one
            if ident:
                yield Counted(ident, value, match)


def _seconds(match: re.Match[str]) -> float:
    if match["half"]:
        return 30.0
    return float(match["seconds"]) if match["seconds"] else _SPOKEN[match["ten"]]


def _counted_what(text: str, match: re.Match[str]) -> str:
    what, before = match["what"] or "", text[: match.start()]
    if what.startswith(("breath", "resp")) or (not what.startswith("beat") and _BREATHS.search(before)):
        return "breaths"
    return "pulse" if what.startswith("beat") or _PULSE.search(before) or _AFTER.match(text, match.end()) else ""
