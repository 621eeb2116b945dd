"""Phrases of one sign that share words, where a "no" denies one of them and seems to be a part of another."""

from collections.abc import Mapping, Sequence

from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.polarity.negation import SMALL


def without_crossed(items: Sequence[Item], noes: Mapping[Hit, int | None]) -> list[Hit]:
    """The hits without those that read a "no" otherwise than the one it denies: "no dark urine" is not no urine.

    Args:
        items: the text.
        noes: each hit with the "no" that denies it.
    """
    denied = {hit: at for hit, at in noes.items() if at is not None}
    return [
        hit
        for hit in noes
        if hit in denied
        or not any(hit.means == other.means and _crosses(items, hit, other, at) for other, at in denied.items())
    ]


def _crosses(items: Sequence[Item], hit: Hit, other: Hit, no: int) -> bool:
    """Whether a phrase takes the "no" that denies the other, or goes over it into the other."""
    after = [at for at in other.items if at > no]
    if no == hit.items[0]:
        # "no dark urine": what is dark is new. "not breathing, just gasping" begins both with the breathing, and stays
        told = next((at for at in after if items[at].form not in SMALL), no)
        rest = {at for at in hit.items if at != no and items[at].form not in SMALL}
        return other.items[0] > no and bool(rest) and told not in hit.items and rest <= set(other.items)
    before, beyond = [at for at in hit.items if at < no], [at for at in hit.items if at > no]
    # "fell, didnt hit my head": a fall alone is no sign; but two words before the "no" may be one by themselves
    return len(before) == 1 and bool(beyond) and set(beyond) <= set(other.inside) and after[0] == other.items[0]
