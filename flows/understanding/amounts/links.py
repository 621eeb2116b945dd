"""Which amount belongs to which substance: beside it, "of" it, or else the nearest in its clause."""

from collections.abc import Collection, Mapping, Sequence

from flows.understanding.amounts.amounts import EACH
from flows.understanding.amounts.counts import counted, one_piece
from flows.understanding.amounts.lone_amounts import lone_amounts
from flows.understanding.amounts.nearness import Nearness
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.strengths import is_strength
from flows.understanding.amounts.units import MASS, PIECES
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain

_TOOK = words_of("amounts")["took"]
_LEAD = 3  # words before an amount


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
    _count(text, mentions, bare, usual_mg, linked, used)
    if len(mentions) == 1 and not linked and len(found) == 1:
        linked |= _only_one(text, mentions[0], found[0])
    linked |= lone_amounts(text, mentions, linked, [one for one in found if one.start not in used])
    for number, mention in enumerate(mentions):
        if number not in linked and set(mention.everything) & set(in_pieces):
            one = one_piece(text, mention)
            if one:
                linked[number] = one
    return linked


def _count(
    text: Plain,
    mentions: Sequence[Mention],
    bare: Sequence[Quantity],
    usual_mg: Mapping[str, float],
    linked: dict[int, Quantity],
    used: set[int],
) -> None:
    """Link the bare numbers: so many pieces, of a weight that is linked already or not."""
    for number, mention in enumerate(mentions):
        until = mentions[number + 1].start if number + 1 < len(mentions) else len(text.text)
        left = [one for one in bare if one.start not in used]
        count = counted(text, mention, left, usual_mg, until)
        named = linked.get(number)
        if count is None:
            continue
        if named is None or (not named.unit and named.start > mention.start):
            linked[number] = count
        elif count.unit == "mg" and named.unit == "mg" and count.start < mention.start and count.high > named.high:
            linked[number] = count  # "60 propranolol 40mg"
        elif count.unit in PIECES and (EACH.match(text.text, named.end) or is_strength(text, mention, count, named)):
            linked[number] = named._replace(low=named.low * count.low, high=named.high * count.high)
        else:
            continue
        used.add(count.start)


def _only_one(text: Plain, mention: Mention, quantity: Quantity) -> dict[int, Quantity]:
    """The only amount of a text with one name, if it was taken: "prescribed klonopin ages ago and took 5mg total"."""
    lead = [word.form for word in text.words if mention.end <= word.start and word.end <= quantity.start][-_LEAD:]
    return {0: quantity} if _TOOK & set(lead) and quantity.unit in MASS else {}
