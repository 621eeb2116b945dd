"""How hours of the clock are written: "at half 8", "10:30pm", "1900 hrs", "at 6 or 7", "9ish"."""

import re

from flows.understanding.grammar import words_of
from flows.understanding.hinted import Hinted

_WORDS = words_of("times")


def _any(name: str) -> str:
    return "|".join(sorted(_WORDS[name], key=len, reverse=True))


_AP = r"(?P<ap>am|pm|a\.m\.?|p\.m\.?|o\s?clock|o'clock|(?<=\d)[ap](?![\w.'*]))?"
HOUR = r"noon|midday|midnight|one|two|three|four|five|six|seven|eight|eigth|nine|ten|eleven|twelve"
_LEAD = (
    r"(?P<word>(?<!\w)@|\b(?:at|around|round|about|bout|aboot|since|by|from|til|till|like|before|after)\b|\bback\s+(?:of|o|ae)\b)"
    r"\s*(?:about|around|like|roughly|approx|maybe)?\s*(?:the\s+)?"
)
_MINUTES = r"thirty|fifteen|forty[\s-]five|forty|twenty|fifty"
_CLOCK = re.compile(
    rf"{_LEAD}(?:(?P<quarter>half|quarter)\s+(?P<dir>past|to|after|of)?\s*)?(?P<h>\d{{1,2}}|{HOUR})(?:[:.](?P<m>\d{{2}})|[\s-]+(?P<minutes>{_MINUTES})\b)?"
    rf"(?:ish)?\s*{_AP}(?![\w%/]|[.,]\d)"
)
# "so 6ish he took it", "took it 9ish", but not "took 4ish"
_ISH = Hinted(
    "ish",
    rf"(?<![\w.,/:-])(?:\b(?P<taking>{_any('took')}|about|of)\s+)?(?P<h>[1-9]|1[0-2])\s?-?ish(?=\s*(?:$|[.,;!?)]|(?:{_any('after_hour')})\b))",
)
# "kratom, one o'clock like"
_OCLOCK = Hinted("clock", rf"(?<![\w.,/:])(?P<h>\d{{1,2}}|{HOUR})\s*(?P<ap>o\s?clock|o'clock)\b")
# a diary: "Sertraline 0700, kratom 1400"
DIARY = re.compile(r"(?<![\w.,/:])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?=\s*(?:$|[.,;\n]))")
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
    rf"\s+(?P<dir>past|to|til|till|before|after)\s+(?P<h>\d{{1,2}}|{HOUR})\s*{_AP}(?![\w%/])",
)
# "half seven i dropped it": half past, as the British say
_HALF_PAST = Hinted(
    "half",
    rf"(?<![\w.,/])(?P<quarter>half)\s+(?P<h>{HOUR})(?=\s*(?:$|[.,;!?]|ish\b|(?:{_any('after_hour')}|{_any('took')}|in\s+the)\b))"
    r"|(?<![\w.,/])(?P<quarter2>half)\s+(?P<h2>[1-9]|1[0-2])(?=\s*(?:ish|am|pm|last\s+night|this\s+\w+|yesterday|tonight)\b)",
)
# "at 1900", "1900 hrs"
_MILITARY = re.compile(
    r"(?<![\w.,/:])(?:(?:at|around|about|@|by|since)\s+(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*(?:hrs?|hours|h))?"
    r"|(?:at|around|about|@|um|à)\s+(?P<h3>\d{1,2})\s?h(?P<m3>[0-5]\d)?(?!\w)"
    r"|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)\s*(?:hrs?|hours|h))(?![\w%/]|[.,]\d)(?!\s*(?:mg|mcg|ug|ml|g|ago)\b)"
)
_BARE_CLOCK = Hinted(
    "am|pm|a.m|p.m|:|noon|midday|midnight",
    r"(?<![\w.,/:])(?P<h>\d{1,2})(?:[:.]?(?P<m>[0-5]\d))?(?:ish)?\s*(?P<ap>am|pm|a\.m\.?|p\.m\.?)(?!\w)"
    r"|(?<![\w.,/:+])(?P<h2>\d{1,2}):(?P<m2>\d{2})(?P<ap2>[ap])?(?![\w:/])|\b(?P<noon>noon|midday|midnight)(?:\s*-?\s*ish)?\b",
)
# in which order they are looked for
PATTERNS: tuple[re.Pattern[str] | Hinted, ...] = (
    _EITHER,
    _ISH,
    _OCLOCK,
    _MINUTES_PAST,
    _MILITARY,
    _HALF_PAST,
    _CLOCK,
    _BARE_CLOCK,
)
ENDS = re.compile(
    rf"\s*(?:$|[,.;!?()]|or\s+so\b|like\s*(?:$|[.,;!?])|in\s+the\b|(?:{_any('after_hour')}|{_any('took')})\b"
    rf"|(?:i|we|he|she|they)\s+(?:{_any('took')}|was|were|got|went)\b)"
)
IS_AMOUNT = re.compile(
    r"\s*(?:mg|g\b|grams?|ug|mcg|ml|oz|pill|tab|cap|hour|hr|min|day|week|percent|/|beats|breath|times|x\b|more\b|or\b(?!\s+so\b)|to\b|-|of(?!\s+the\s+(?:morning|afternoon|evening))|years|people|different)"
)
