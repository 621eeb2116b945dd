"""Which time belongs to which substance: the nearest in its sentence, unless it is that of another taking."""

from collections.abc import Sequence

from flows.understanding.amounts.nearness import words_between
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago
from flows.understanding.times.clauses import ClauseOf
from flows.understanding.times.far_times import TAKING, is_far, is_of_taking
from flows.understanding.times.later_doses import latest
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
_TOOK = frozenset({"ate", "dosed", "drank", "dropped", "had", "popped", "smoked", "snorted", "swallowed", "took"})
_VAGUE = 3  # words: so much farther is "today" than "at 5"
_HALF_A_DAY = 12  # hours
_BETWEEN = 3  # words of a diary between a time and what was taken then
_BEFORE_NAME = 4  # words
_DIARY = 2  # names
_SHORTEST_WINDOW = 24  # hours (clinical.md 4.0); a shorter time takes nothing out of its window
_STOP = 2  # the pause of a full stop


def times_of(text: Plain, mentions: Sequence[Mention], found: Sequence[Ago]) -> dict[int, Ago]:
    """The time of each mention by its number; one time may be that of several."""
    if by_turns := _by_turns(text, mentions, found):
        return by_turns
    linked: dict[int, Ago] = {}
    for number, mention in enumerate(mentions):
        near = [
            (distance, ago.start, ago)
            for ago in found
            if (distance := _distance(text, mentions, mention, ago, found)) is not None
        ]
        if near and not _has_begun(text, mention, min(near)[-1]):  # an unknown time is inside every window
            linked[number] = min(near)[-1]
    linked = latest(text, mentions, linked, found)
    return linked | lone_times(text, mentions, linked, found)


def _distance(text: Plain, mentions: Sequence[Mention], mention: Mention, ago: Ago, found: Sequence[Ago]) -> int | None:
    """The words between; None when the time is not that of the name."""
    start, end = min(ago.end, mention.end), max(ago.start, mention.start)
    words = words_between(text.words, start, end)
    if _parts(text, words) or ". " in text.text[start:end] or _is_anothers(text, mentions, mention, ago, words):
        return None
    clause = ClauseOf(text, ago)
    if clause.lasts or clause.habit or ((clause.bought or clause.onset) and not clause.took):
        return None
    if is_far(ago) and not is_of_taking(text, mention, ago, mentions):
        return None
    if clause.starts and mention.end <= ago.start and _begins_taking(text, mentions, ago):
        return None
    others = sum(1 for one in mentions if start <= one.start < end)
    after = ago.start > mention.start
    parted = clause.starts > 0 if after else any(one.pause for one in (*words, text.words[mention.first]))
    clauses = any(word.pause for word in words) and others and after and any(one.start > ago.end for one in mentions)
    before = not after and any(one.end <= ago.start for one in mentions)
    # "xanax an hour ago vyvanse this morning": the first time has its name
    is_owned = before and (_BEGINS & {one.form for one in words} or _has_taker(text, mentions, ago))
    has_another = is_owned and any(_follows(mentions, mention, one) for one in found)
    vague = _VAGUE * bool(has_another) + _VAGUE * (ago.high - ago.low >= _HALF_A_DAY)
    return vague + others * 3 + len(words) + 4 * bool(clauses) + 2 * parted


def _begins_taking(text: Plain, mentions: Sequence[Mention], ago: Ago) -> bool:
    """Whether a taking of its own follows in the clause of the time: "wine, an hour ago i took kratom"."""
    for one in mentions:
        words = words_between(text.words, ago.end, one.end)
        if one.start >= ago.end and not any(word.pause for word in words):
            return any(word.form in TAKING for word in words)
    return False


def _follows(mentions: Sequence[Mention], mention: Mention, ago: Ago) -> bool:
    """Whether the time stands after the name, and no other name between."""
    return mention.end <= ago.start and not any(mention.end <= one.start < ago.start for one in mentions)


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
    if last is None:
        return False
    end = ago.start if ago.high >= _SHORTEST_WINDOW else ago.start + 1  # "kratom at 4, an hour ago i took zoloft"
    between = [word for word in text.words if last <= word.start < end]
    return not any(word.form in _BEGINS or word.pause for word in between)


def is_taken(text: Plain, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a taking is told right before a name: "took 12 grams of kratom"."""
    start = mentions[number - 1].end if number else 0
    before = [word for word in text.words if start <= word.start and word.end <= mentions[number].start][-_BEFORE_NAME:]
    pause = next((at for at in range(len(before) - 1, -1, -1) if before[at].pause), 0)
    return any(word.form in _TOOK for word in before[pause:])


def _has_begun(text: Plain, mention: Mention, ago: Ago) -> bool:
    """Whether the time says since when it is taken, not when it was taken last: "started zoloft 2 weeks ago"."""
    if ago.high < _SHORTEST_WINDOW:
        return False
    before = [word.form for word in text.words if word.end <= mention.start][-_BEFORE_NAME:]
    between = words_between(text.words, min(ago.end, mention.end), max(ago.start, mention.start))
    return bool(_BEGUN & {*before, *(word.form for word in between)})
