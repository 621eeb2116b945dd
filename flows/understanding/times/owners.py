"""Which time belongs to which substance: the nearest in its sentence, unless it is that of another taking."""

from collections.abc import Sequence

from flows.understanding.amounts.nearness import words_between
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago
from flows.understanding.times.clauses import ClauseOf
from flows.understanding.times.far_times import TAKING, is_far, is_of_taking
from flows.understanding.times.lone_times import lone_times

_FARTHEST = 14  # words
# The time of "started zoloft 2 weeks ago" is not that of the last dose
_BEGUN = frozenset(
    {"started", "starting", "start", "began", "begun", "raised", "increased", "upped", "doubled", "switched", "changed"}
    | {"put", "prescribed", "new", "first", "been", "got", "gave", "since"}
)
# A time after one of these is that of what follows
_BEGINS = frozenset({"and", "n", "then", "plus", "but"})
# Between a name and a time: they are of two things
_PARTS = frozenset({"but", "then", "feel", "feeling", "shaking", "sweating"})
_VAGUE = 3  # words: so much farther is "today" than "at 5"
_HALF_A_DAY = 12  # hours
_BETWEEN = 3  # words of a diary between a time and what was taken then
_BEFORE_NAME = 4  # words
_DIARY = 2  # names
_SHORTEST_WINDOW = 24  # hours (clinical.md 4.0); a shorter time takes nothing out of its window
_STOP = 2  # the pause of a full stop
_BESIDE = 12  # characters after the last of several doses in which its time begins


def times_of(text: Plain, mentions: Sequence[Mention], found: Sequence[Ago]) -> dict[int, Ago]:
    """The time of each mention by its number; one time may be that of several."""
    if by_turns := _by_turns(text, mentions, found):
        return by_turns
    linked: dict[int, Ago] = {}
    for number, mention in enumerate(mentions):
        near = [
            (*distance, ago.start, ago) for ago in found if (distance := _distance(text, mentions, mention, ago, found))
        ]
        if near:
            linked[number] = min(near)[-1]
    return linked | lone_times(text, mentions, linked, found)


def latest_of(whole: Quantity, own: Mention, mentions: Sequence[Mention], found: Sequence[Ago]) -> Ago | None:
    """Of several doses of one thing the time of the last: "4 g at 3pm, 3 g at 9"; None where another name is there.

    Args:
        whole: the doses together.
        own: their name.
        mentions: all names.
        found: all times.
    """
    near = [one for one in found if whole.start <= one.start <= whole.end + _BESIDE]
    last = max((one.start for one in near), default=0)
    if any(one is not own and whole.start <= one.start < last for one in mentions):
        return None
    return min(near, key=lambda one: one.high, default=None)


def _distance(
    text: Plain, mentions: Sequence[Mention], mention: Mention, ago: Ago, found: Sequence[Ago]
) -> tuple[bool, int] | None:
    """Whether an effect began then, and the words between; None when the time is not that of the name."""
    start, end = min(ago.end, mention.end), max(ago.start, mention.start)
    words = words_between(text.words, start, end)
    if _parts(text, words) or ". " in text.text[start:end] or _is_anothers(text, mentions, mention, ago, words):
        return None
    clause, after = ClauseOf(text, ago), ago.start > mention.start
    if clause.lasts or clause.habit or (clause.bought and not clause.took) or (clause.woke and after):
        return None
    if is_far(ago) and not is_of_taking(text, mention, ago, mentions):
        return None
    others = sum(1 for one in mentions if start <= one.start < end)
    parted = clause.starts > 0 if after else any(one.pause for one in (*words, text.words[mention.first]))
    clauses = any(word.pause for word in words) and others and after and any(one.start > ago.end for one in mentions)
    before = not after and any(one.end <= ago.start for one in mentions)
    # "xanax an hour ago plus vyvanse this morning": the first time has its name
    has_another = before and _BEGINS & {one.form for one in words} and any(one.start >= mention.end for one in found)
    vague = _VAGUE * bool(has_another) + _VAGUE * (ago.high - ago.low >= _HALF_A_DAY)
    return clause.onset and not clause.took, vague + others * 3 + len(words) + 4 * bool(clauses) + 2 * parted


def _parts(text: Plain, words: Sequence[Word]) -> bool:
    """Whether the words between a name and a time part them; brackets do not: "7-oh (30 mg) an hour ago"."""
    stops = any(word.pause == _STOP and text.text[: word.start].rstrip(" ,")[-1:] not in {"(", ")"} for word in words)
    return len(words) > _FARTHEST or stops or bool(_PARTS & {word.form for word in words})


def _is_anothers(text: Plain, mentions: Sequence[Mention], mention: Mention, ago: Ago, words: Sequence[Word]) -> bool:
    """Whether it is the time of another taking; an unknown time is inside every window."""
    if mention.start < ago.start:
        owned = any(mention.end <= one.start < ago.start for one in mentions)
    else:
        owned = _has_taker(text, mentions, ago)
    lent = mention.start > ago.start and ago.high >= _SHORTEST_WINDOW  # "nardil 10 days ago, sudafed now"
    forms = {word.form for word in words}
    return owned and bool(lent or (TAKING & forms and "top" not in forms))  # "on top of" joins two things


def _by_turns(text: Plain, mentions: Sequence[Mention], found: Sequence[Ago]) -> dict[int, Ago]:
    """Where every name follows a time of its own, as in a diary: "6:05pm 3 norcos 8:20pm 1 soma"; else nothing."""
    places = sorted([*((one.start, "name") for one in mentions), *((one.start, "time") for one in found)])
    kinds = [kind for _, kind in places]
    if kinds != ["time", "name"] * len(mentions) or len(mentions) < _DIARY or any(is_far(one) for one in found):
        return {}
    ordered = sorted(found, key=lambda one: one.start)
    begins = not any(word.end <= ordered[0].start for word in text.words)
    between = [words_between(text.words, ago.end, name.start) for ago, name in zip(ordered, mentions, strict=True)]
    return dict(enumerate(ordered)) if begins and all(len(words) <= _BETWEEN for words in between) else {}


def _has_taker(text: Plain, mentions: Sequence[Mention], ago: Ago) -> bool:
    """Whether a name before the time may own it; not so in "cymbalta this morning and an hour ago i drank kratom"."""
    last = max((one.end for one in mentions if one.end <= ago.start), default=None)
    if last is None or (ago.words.endswith("later") and ClauseOf(text, ago).starts):
        return False  # "edible at 5, an hour later took xanax"
    return not any(word.form in _BEGINS or word.pause for word in words_between(text.words, last, ago.start))


def has_begun(text: Plain, mention: Mention, ago: Ago) -> bool:
    """Whether the time says since when it is taken, not when it was taken last: "started zoloft 2 weeks ago"."""
    if ago.high < _SHORTEST_WINDOW:
        return False
    before = [word.form for word in text.words if word.end <= mention.start][-_BEFORE_NAME:]
    between = words_between(text.words, min(ago.end, mention.end), max(ago.start, mention.start))
    return bool(_BEGUN & {*before, *(word.form for word in between)})
