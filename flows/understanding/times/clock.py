"""Times by the clock: "at half 8", "10:30pm", "1900 hrs", "at 6 or 7"."""

import re
from itertools import chain, islice

from flows.understanding.hinted import Hinted
from flows.understanding.times.ago import Ago, spanning
from knowledge.spoken_numbers import number

MOST = 24  # clock times of one text that are looked at
_DAY, _HALF_DAY = 24, 12
_NEAR = 0.25  # hours that a clock time may be off
_MOST_APART = 3  # hours of "at 6 or 8"
_AP = r"(?P<ap>am|pm|a\.m\.?|p\.m\.?|o\s?clock|o'clock|(?<=\d)[ap](?![\w.'*]))?"
_HOUR = r"noon|midday|midnight|one|two|three|four|five|six|seven|eight|eigth|nine|ten|eleven|twelve"
_LEAD = (
    r"(?P<word>(?<!\w)@|\b(?:at|around|round|about|bout|aboot|since|by|from|til|till|like|before|after)\b|\bback\s+(?:of|o|ae)\b)"
    r"\s*(?:about|around|like|roughly|approx|maybe)?\s*(?:the\s+)?"
)
_MINUTES = r"thirty|fifteen|forty[\s-]five|forty|twenty|fifty"
_CLOCK = re.compile(
    rf"{_LEAD}(?:(?P<quarter>half|quarter)\s+(?P<dir>past|to|after|of)?\s*)?(?P<h>\d{{1,2}}|{_HOUR})(?:[:.](?P<m>\d{{2}})|[\s-]+(?P<minutes>{_MINUTES})\b)?"
    rf"(?:ish)?\s*{_AP}(?![\w%/]|[.,]\d)"
)
# "so 6ish he took it"
_ISH = Hinted(
    "ish",
    r"(?:^|,|\bso|\bwas)\s*(?P<h>[1-9]|1[0-2])\s?-?ish(?=\s*(?:$|[.,;!?]|(?:i|he|she|we|they|last|this|yesterday|tonight)\b))",
)
# a diary: "Sertraline 0700, kratom 1400"
_DIARY = re.compile(r"(?<![\w.,/:])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?=\s*(?:$|[.,;\n]))")
# "at 6 or 7", "8 or 9 ish"
_EITHER = Hinted(
    "or|and|-",
    rf"(?:(?P<word>(?<!\w)@|\b(?:at|around|round|between)\b)\s*)?(?<![\w.,/:-])(?P<h>\d{{1,2}})(?:\s*(?:or|and)\s*|\s?-\s?)(?P<to>\d{{1,2}})"
    rf"(?P<ish>\s*-?\s*ish\b)?\s*{_AP}(?![\w%/:]|[.,]\d)",
)
_MINUTES_PAST = Hinted(
    "past|to|til|before|after",
    rf"(?<!from )\b(?:(?:at|around|about|since|@)\s+)?"
    rf"(?:(?P<quarter>half|quarter)|(?P<m>\d{{1,2}}|five|ten|twenty|twenty[\s-]five)(?:\s+mins?|\s+minutes?)?)"
    rf"\s+(?P<dir>past|to|til|till|before|after)\s+(?P<h>\d{{1,2}}|{_HOUR})\s*{_AP}(?![\w%/])",
)
# "half seven i dropped it": half past, as the British say
_HALF_PAST = Hinted(
    "half",
    rf"(?<![\w.,/])(?P<quarter>half)\s+(?P<h>{_HOUR})(?=\s*(?:$|[.,;!?]|ish\b|(?:i|we|he|she|they|last|this|yesterday|tonight|mark|in\s+the)\b))"
    r"|(?<![\w.,/])(?P<quarter2>half)\s+(?P<h2>[1-9]|1[0-2])(?=\s*(?:ish|am|pm|last\s+night|this\s+\w+|yesterday|tonight)\b)",
)
# "at 1900", "1900 hrs"
_MILITARY = re.compile(
    r"(?<![\w.,/:])(?:(?:at|around|about|@|by|since)\s+(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*(?:hrs?|hours|h))?"
    r"|(?:at|around|about|@|um|à)\s+(?P<h3>\d{1,2})\s?h(?P<m3>[0-5]\d)?(?!\w)"
    r"|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)\s*(?:hrs?|hours|h))(?![\w%/]|[.,]\d)(?!\s*(?:mg|mcg|ug|ml|g|ago)\b)"
)
_BARE_CLOCK = Hinted(
    "am|pm|a.m|p.m|:|clock|noon|midday|midnight",
    r"(?<![\w.,/:])(?P<h>\d{1,2})(?:[:.]?(?P<m>[0-5]\d))?(?:ish)?\s*(?P<ap>am|pm|a\.m\.?|p\.m\.?|o\s?'?clock)(?!\w)"
    r"|(?<![\w.,/:+])(?P<h2>\d{1,2}):(?P<m2>\d{2})(?P<ap2>[ap])?(?![\w:/])|\b(?P<noon>noon|midday|midnight)(?:\s*-?\s*ish)?\b",
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;!?)]|last|this|yesterday|tonight|tonite|today|in\s+the|and\b|with\b|then\b|but\b|now\b|like\s*(?:$|[.,;!?])|so\b|"
    r"(?:i|we|he|she|they)\s+(?:took|had|did|drank|ate|popped|dropped|smoked|snorted|swallowed|was|were|got|went)\b|did\b|took\b|had\b)"
)
_IS_AMOUNT = re.compile(
    r"\s*(?:mg|g\b|grams?|ug|mcg|ml|oz|pill|tab|cap|hour|hr|min|day|week|percent|/|beats|breath|times|x\b|more|or\b|to\b|-|of(?!\s+the\s+(?:morning|afternoon|evening))|years|people|different)"
)


def clock_times(text: str, now: float | None) -> list[Ago]:
    """As in "at 9" and "10:30pm"; without the hour where the person is, some time within a day."""
    found: list[Ago] = []
    diary = (_DIARY,) * _is_diary(text)
    patterns: tuple[re.Pattern[str] | Hinted, ...] = (
        *diary,
        _ISH,
        _EITHER,
        _MINUTES_PAST,
        _MILITARY,
        _HALF_PAST,
        _CLOCK,
        _BARE_CLOCK,
    )
    for match in islice(chain.from_iterable(pattern.finditer(text) for pattern in patterns), MOST):
        groups = match.groupdict()
        hour = groups["h"] or groups.get("h2") or groups.get("h3") or groups.get("noon")
        if hour is None or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        clock, twice = _hour_of(text, match, hour)
        if clock is None:
            continue
        if now is None:
            found.append(spanning(match, 0, _DAY, since=groups.get("word") == "since"))
            continue
        ago = (now - clock) % (_HALF_DAY if twice else _DAY)
        if groups.get("to"):
            found.append(spanning(match, max(0.0, ago - _NEAR - int(groups["to"]) + int(hour)), ago + _NEAR))
            continue
        found.append(spanning(match, max(0.0, ago - _NEAR), ago + _NEAR, since=groups.get("word") == "since"))
    return found


def _is_diary(text: str) -> bool:
    """Whether several numbers of four digits are times: one of them has a nought before it."""
    found = [match[0] for match in islice(_DIARY.finditer(text), MOST)]
    return len(found) > 1 and any(one.startswith("0") for one in found)


def _hour_of(text: str, match: re.Match[str], hour: str) -> tuple[float | None, bool]:
    """The hour of the day, and whether it may be in either half of the day; None when it is no time."""
    groups = match.groupdict()
    if hour in {"noon", "midday", "midnight"}:
        return (0.0 if hour == "midnight" else 12.0), False
    minutes = groups.get("m") or groups.get("m2") or groups.get("m3")
    if groups.get("to") and not _may_be_either(text, match):
        return None, False
    clock = number(hour)
    if groups.get("dir") in {"past", "to", "til", "till", "before", "after"} and minutes:
        clock += (number(minutes) / 60) * (-1 if groups["dir"] in {"to", "til", "till", "before"} else 1)
    else:
        clock += float(minutes or 0) / 60
    if clock > _DAY or (not groups.get("ap") and not minutes and _is_amount(text, match)):
        return None, False
    if groups.get("dir") and _IS_AMOUNT.match(text, match.end()):  # "5 to 7 grams"
        return None, False
    if groups.get("minutes"):
        if _IS_AMOUNT.match(text, match.end()):  # "about one fifty mg"
            return None, False
        clock += number(groups["minutes"]) / 60
        minutes = groups["minutes"]
    half = (groups.get("ap") or groups.get("ap2") or _half_said(text[match.end() : match.end() + 16])).replace(".", "")
    half = {"a": "am", "p": "pm"}.get(half, half)
    if half in {"am", "pm"}:
        clock = clock % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    twice = half not in {"am", "pm"} and clock <= _HALF_DAY and not (hour.startswith("0") and len(hour) > 1)
    quarter = groups.get("quarter") or groups.get("quarter2")
    if quarter:
        part = 0.5 if quarter == "half" else 0.25
        clock += -part if groups.get("dir") in {"to", "of"} else part
    return clock, twice


def _half_said(after: str) -> str:
    """As in "at 2 in the morning" is am."""
    found = re.match(
        r"\s*(?:in the|in|of the|this|yesterday)\s+(morning|afternoon|evening)|\s*(?:at|last|in the) (night)", after
    )
    return "" if not found else "am" if found[1] == "morning" else "pm"


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number after "about" or "at" is an amount: "about 8 g", "at 50mg"."""
    if _IS_AMOUNT.match(text, match.end()):
        return True
    word = match.groupdict().get("word")
    if match.groupdict().get("h3"):  # "at 17h"
        return False
    said = _half_said(text[match.end() : match.end() + 16])
    if (
        "ish" in match[0]
        or match.groupdict().get("quarter")
        or word in {"at", "@", "since"}
        or said
        or (word or "").startswith("back")
    ):
        return False
    return not (word in {"around", "round", "bout", "aboot", "before", "after"} and _ENDS.match(text, match.end()))


def _may_be_either(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are two hours: "at 6 or 7", "8 or 9 ish", and not "took 6 or 7"."""
    apart = int(match["to"]) - int(match["h"])
    if not 0 < apart <= _MOST_APART or _IS_AMOUNT.match(text, match.end()):
        return False
    return bool(
        match["ish"]
        or match["ap"]
        or match["word"] in {"at", "@"}
        or (match["word"] and _ENDS.match(text, match.end()))
    )
