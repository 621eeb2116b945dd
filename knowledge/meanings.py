"""What the name of a substance may mean where nobody can be asked, and every way to read several of them."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from knowledge.content import Content
from knowledge.text import normal

Ids = tuple[str, ...]  # the substances one name stands for; "" is one that we do not know
UNKNOWN: Ids = ("",)
MOST_WAYS = 64
LONGEST_NAME = 200  # characters


def meanings(name: str, content: Content) -> tuple[Ids, ...]:
    """All that a name may mean; one that is only near to names of ours may also be none of them."""
    if len(name) > LONGEST_NAME:
        return (UNKNOWN,)
    ident = normal(name).replace(" ", "_").replace("-", "_")
    for known in (name, ident):
        if known in content.class_of:
            return ((known,),)
    found = content.names.find(name)
    if found.ids:
        return (found.ids,)
    if found.repaired:
        near = dict.fromkeys((*found.maybe, *content.names.within(name)))
        return (*((one,) for one in near), UNKNOWN)
    return tuple((one,) for one in content.names.ask.get(normal(name), found.maybe)) or (UNKNOWN,)


def ways(names: Sequence[str], content: Content) -> Iterator[tuple[Ids, ...]]:
    """Every way to read the names together.

    Of too many ways only one is left: everything that any of them means. More taken is never less urgent.
    """
    each = [meanings(name, content) for name in names]
    if prod(map(len, each)) > MOST_WAYS:
        each = [(tuple(dict.fromkeys(ident for ids in one for ident in ids)),) for one in each]
    return product(*each)
