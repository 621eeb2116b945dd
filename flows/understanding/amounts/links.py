"""Which amount and which time belong to which substance: beside it, "of" it, or else the nearest in its clause."""

from collections.abc import Collection, Mapping, Sequence

from flows.understanding.amounts.amounts import EACH, vague_amounts
from flows.understanding.amounts.counts import counted, one_piece
from flows.understanding.amounts.lone_amounts import lone_amounts
from flows.understanding.amounts.nearness import Nearness, words_between
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import MASS, PIECES
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from flows.understanding.times.ago import Ago
from flows.understanding.times.clauses import ClauseOf
from flows.understanding.times.far_times import TAKING, is_far, is_of_taking
from flows.understanding.times.lone_times import lone_times

_FARTHEST_TIME = 14
MOST_VAGUE = 4  # of one text
_NEAR_VAGUE = 1.5  # words
# The time of "started zoloft 2 weeks ago" is not that of the last dose
_BEGUN = frozenset(
    {"started", "starting", "start", "began", "begun", "raised", "increased", "upped", "doubled", "switched", "changed"}
    | {"put", "prescribed", "new", "first", "been", "got", "gave", "since"}
)
# A time after one of these is that of what follows
_BEGINS = frozenset({"and", "n", "then", "plus", "but"})
_BEFORE_NAME = 4  # words
_SHORTEST_WINDOW = 24  # hours (clinical.md 4.0); a shorter time takes nothing out of its window
_STOP = 2  # the pause of a full stop


def amounts_of(
    text: Plain,
    mentions: Sequence[Mention],
    found: Sequence[Quantity],
    bare: Sequence[Quantity],
    usual_mg: Mapping[str, float],
    in_pieces: Collection[str],
) -> dict[int, Quantity]:
    """The amount of each mention by its number.

    Args:
        text: where they stand.
        mentions: the names.
        found: amounts with a unit.
        bare: numbers without one.
        usual_mg: by substance, what people usually take of it.
        in_pieces: the substances of which "one" is a pill or a drink.
    """
    nearness = Nearness(text, mentions, found, usual_mg)
    pairs = [
        (distance, number, quantity)
        for number, mention in enumerate(mentions)
        for quantity in found
        if (distance := nearness.distance(mention, quantity)) is not None
    ]
    linked: dict[int, Quantity] = {}
    used: set[int] = set()
    for _, number, quantity in sorted(pairs, key=lambda one: (one[0], one[1], one[2].start)):
        if number not in linked and quantity.start not in used:
            linked[number] = quantity
            used.add(quantity.start)
    for number, mention in enumerate(mentions):
        until = mentions[number + 1].start if number + 1 < len(mentions) else len(text.text)
        left = [one for one in bare if one.start not in used]
        count = counted(text, mention, left, usual_mg, until)
        named = linked.get(number)
        if count is None:
            continue
        if named is None or (not named.unit and named.start > mention.start):
            linked[number] = count
        elif count.unit in PIECES and (EACH.match(text.text, named.end) or _is_strength(text, mention, count, named)):
            linked[number] = named._replace(low=named.low * count.low, high=named.high * count.high)
        else:
            continue
        used.add(count.start)
    linked |= lone_amounts(text, mentions, linked, [one for one in found if one.start not in used])
    for number, mention in enumerate(mentions):
        if number not in linked and set(mention.everything) & set(in_pieces):
            one = one_piece(text, mention)
            if one:
                linked[number] = one
    return linked


def _is_strength(text: Plain, mention: Mention, count: Quantity, named: Quantity) -> bool:
    """Whether the weight is that of each: "4 tramadol 50mg"; in doubt it was more."""
    between = text.text[mention.end : named.start]
    return named.unit in MASS and count.end <= mention.start and mention.end <= named.start and not between.strip(" (")


def vague_of(text: Plain, mentions: Sequence[Mention], linked: Mapping[int, Quantity]) -> dict[int, Quantity]:
    """For names without an amount in numbers, the one in words that stands beside them: "too much kratom"."""
    found = {}
    nearness = Nearness(text, mentions, (), {})
    for one in vague_amounts(text.text)[:MOST_VAGUE]:
        near = [
            (distance, number)
            for number, mention in enumerate(mentions)
            if number not in linked and (distance := nearness.distance(mention, one)) is not None
        ]
        if near and min(near)[0] <= _NEAR_VAGUE:
            found[min(near)[1]] = one
    return found


def times_of(text: Plain, mentions: Sequence[Mention], found: Sequence[Ago]) -> dict[int, Ago]:
    """The time of each mention: the nearest of its sentence; one time may be that of several."""
    linked: dict[int, Ago] = {}
    for number, mention in enumerate(mentions):
        near = []
        for ago in found:
            words = words_between(text.words, min(ago.end, mention.end), max(ago.start, mention.start))
            if len(words) > _FARTHEST_TIME:
                continue
            between = text.text[min(ago.end, mention.end) : max(ago.start, mention.start)]
            if any(word.pause == _STOP for word in words) or ". " in between:
                continue
            others = sum(
                1 for one in mentions if min(ago.end, mention.end) <= one.start < max(ago.start, mention.start)
            )
            forms = {word.form for word in words}
            if {"but", "then", "feel", "feeling", "shaking", "sweating"} & forms:
                continue
            owned = others if mention.start < ago.start else _has_taker(text, mentions, ago)
            lent = mention.start > ago.start and ago.high >= _SHORTEST_WINDOW  # "nardil 10 days ago, sudafed now"
            if owned and (lent or (TAKING & forms and "top" not in forms)):  # "on top of" joins two things
                continue  # the time is that of the other taking; an unknown time is inside every window
            if is_far(ago) and not is_of_taking(text, mention, ago, mentions):
                continue
            clause = ClauseOf(text, ago)
            if clause.lasts:
                continue
            comma = any(word.pause for word in words)
            parted = text.words[mention.first].pause > 0 if mention.start > ago.start else clause.starts > 0
            clauses = comma and others and ago.start > mention.start and any(one.start > ago.end for one in mentions)
            words_away = others * 3 + len(words) + 4 * bool(clauses) + 2 * parted
            near.append((clause.onset and not clause.took, words_away, ago.start, ago))
        if near:
            linked[number] = min(near)[3]
    return linked | lone_times(text, mentions, linked, found)


def _has_taker(text: Plain, mentions: Sequence[Mention], ago: Ago) -> bool:
    """Whether a name before the time may own it; not so in "cymbalta this morning and an hour ago i drank kratom"."""
    last = max((one.end for one in mentions if one.end <= ago.start), default=None)
    if last is None:
        return False
    return not any(word.form in _BEGINS or word.pause for word in words_between(text.words, last, ago.start))


def has_begun(text: Plain, mention: Mention, ago: Ago) -> bool:
    """Whether the time says since when it is taken, not when it was taken last: "started zoloft 2 weeks ago"."""
    if ago.high < _SHORTEST_WINDOW:
        return False
    before = [word.form for word in text.words if word.end <= mention.start][-_BEFORE_NAME:]
    between = words_between(text.words, min(ago.end, mention.end), max(ago.start, mention.start))
    return bool(_BEGUN & {*before, *(word.form for word in between)})
