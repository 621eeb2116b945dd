"""Amounts in a sentence before one that is nothing but a name: "5g at noon and 3 more at 6. kratom. feel sick"."""

from collections.abc import Mapping, Sequence

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain


def lone_amounts(
    text: Plain, mentions: Sequence[Mention], linked: Mapping[int, Quantity], found: Sequence[Quantity]
) -> dict[int, Quantity]:
    """For names that stand alone and have no amount, the first one of the sentence before.

    Args:
        text: where they stand.
        mentions: the names.
        linked: the amount of each by its number.
        found: the amounts that are no other name's.
    """
    sentences = text.sentences()
    amounts: dict[int, Quantity] = {}
    for number, mention in enumerate(mentions):
        at = next((at for at, one in enumerate(sentences) if mention.first in one), 0)
        alone = sentences[at] == range(mention.first, mention.last + 1)
        if number in linked or not at or not alone:
            continue
        before = sentences[at - 1]
        start, end = text.words[before.start].start, text.words[before.stop - 1].end
        inside = [one for one in found if start <= one.start < end]
        if inside and not any(one.first in before for one in mentions):
            amounts[number] = inside[0]
    return amounts
