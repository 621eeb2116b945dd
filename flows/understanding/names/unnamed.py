"""Things taken that nobody names: "one of those blue pills", "2 of my moms pills", "something my friend gave me"."""

import re
from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from flows.understanding.subject import PERSONS
from knowledge.spoken_numbers import NUMBER

PILL, POWDER = "unknown pill", "unknown powder"  # what they count as
_WORDS = words_of("unnamed")
_BESIDE, _JOINERS, _TOOK = _WORDS["beside"], _WORDS["joiners"], _WORDS["took"]
_RECEIVERS = frozenset({"me", "him", "her", "us", "them"})
_MOST = 6  # words between a thing and what joins it to another
_HINTS = ("ones", "one ", "them", "those", "these", "something", "stuff", "shit", "whatever")
_WHOSE = r"(?:(?:my|a|an|some|this|that|his|her|the|their)\s+)?(?:(?!(?:was|is|were|are|been)\b)[^\W\d]+\s+){0,2}?"
_GAVE = r"(?:gave|handed|sold|slipped|offered|passed|dealt)"
_GIVEN = re.compile(
    rf"\s+(?:(?:that|which)\s+)?(?:{_WHOSE}{_GAVE}\b|(?:i|we|he|she|they)\s+(?:found|bought|stole|got|borrowed)\b"
    r"|(?:from|off)\s+(?:a|an|my|his|her|some|someone|this|the)\b)"
)
_ONES = re.compile(
    rf"(?:{NUMBER}\s+(?:of\s+)?)?(?:them|those|these|the|my|his|her|some)\s+(?:[^\W\d]+\s+){{1,2}}?ones\b"
)
_OF_THEM = re.compile(rf"(?<![\w.,]){NUMBER}\s+of\s+(?:them|those|these|em)(?=\s*(?:$|[.,;!?]|and\b|but\b|now\b))")
_COMES_AS = re.compile(
    r"(?:\b(?:in|as|are|is)\b|\d\s*(?:mg|mcg)s?)\s+(?:\S+\s+)?(?:pills?|tab(?:let)?s?|cap(?:sule)?s?)\b"
)
_JOINED = re.compile(r"\b(?:and|plus|with|w|n)\s+$|[+&]\s*$")
_SOMETHING = re.compile(r"\b(?:some\s*thing|(?:some\s+)?(?:stuff|shit)|whatever)(?=\s)")
_GAVE_ME = re.compile(rf"\b{_GAVE}\s+(?:me|him|her|us|them)\s+(?P<what>something|(?:some\s+)?(?:stuff|shit))\b")


def unnamed(text: Plain, mentions: Sequence[Mention]) -> list[Mention]:
    """The things without a name, beside the names; each is asked about."""
    if not any(hint in text.text for hint in _HINTS):
        return []
    found: list[tuple[int, int, tuple[str, ...]]] = [
        (*match.span(), (PILL,)) for pattern in (_ONES, _OF_THEM) for match in pattern.finditer(text.text)
    ]
    found += [
        (*match.span(), (PILL, POWDER))
        for match in _SOMETHING.finditer(text.text)
        if _GIVEN.match(text.text, match.end())
    ]
    if mentions:
        found += [(*match.span("what"), (PILL, POWDER)) for match in _GAVE_ME.finditer(text.text)]
    things: list[Mention] = []
    for start, end, maybe in sorted(found):
        if _is_of_name(text.text, start, mentions):
            continue
        places = [at for at, word in enumerate(text.words) if word.start < end and start < word.end]
        thing = Mention(text.text[start:end], start, end, places[0], places[-1], (), maybe, "unnamed")
        taken = any(one.start < end and start < one.end for one in (*mentions, *things))
        if not taken and (
            is_another(text, thing, mentions) or text.text[:start].rstrip().endswith(("me", "him", "us"))
        ):
            things.append(thing)
    return things


def _is_of_name(text: str, start: int, mentions: Sequence[Mention]) -> bool:
    """As in "my tramadol is 50 mg tablets, i took three of them"."""
    before = max((one.end for one in mentions if one.ids and one.end <= start), default=None)
    found = _COMES_AS.search(text, before, start) if before is not None else None
    return found is not None and not _JOINED.search(text, found.end(), start)


def is_given(text: Plain, one: Mention) -> bool:
    """Whether it says where a thing without a name came from: "a pill i found", "pills from a friend"."""
    return bool(_GIVEN.match(text.text, one.end))


def is_another(text: Plain, one: Mention, mentions: Sequence[Mention], start: int | None = None) -> bool:
    """Whether a thing stands beside a name as something else: "kratom and 2 of those", not "2 pills of kratom".

    Args:
        text: where it stands.
        one: the thing.
        mentions: the names.
        start: where its amount begins.
    """
    words, first = text.words, one.first
    while start is not None and first and words[first - 1].start >= start:
        first -= 1
    after = words[one.last + 1] if one.last + 1 < len(words) else None
    if after and (after.form == "of" or (not after.pause and any(each.first == one.last + 1 for each in mentions))):
        return False
    if one.first and words[one.first - 1].form == "the" and not is_given(text, one):
        return False  # "the pills" were named before
    for at in range(first, max(-1, first - _MOST), -1):
        if at == 0 or words[at].pause:
            signs = text.text[words[at - 1].end : words[at].start] if at else ""
            return bool({"+", "&"} & set(signs)) or (at == 0 and _joins(after.form if after else ""))
        before = words[at - 1].form
        if _joins(before) or before in _TOOK:
            return True
        if not (before in _BESIDE or before[0].isdigit() or before.removesuffix("s") in PERSONS or before in PERSONS):
            return False
    return False


def _joins(form: str) -> bool:
    return form in _JOINERS
