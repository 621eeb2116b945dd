"""What is held as taken, joined with what is named after it: no amount is lost because a name is said again."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from flows.session import Answer, Said


def joined(
    held: Iterable[Said], taken: Iterable[Said], again: Collection[str], *, corrects: bool = False
) -> tuple[Said, ...]:
    """Both, the new last.

    Args:
        held: what was named before.
        taken: what is named now.
        again: the ids of which a second is the first one named again; others stand beside each other.
        corrects: another amount takes the place of the first; else both count, for who can say which is right?
    """
    found = list(held)
    for one in taken:
        same = [each for each in found if each.id == one.id and one.id in again]
        dosed = [each for each in same if each.amount]
        if dosed and not one.amount:  # the name alone takes no amount away
            if one.when:
                found[found.index(dosed[-1])] = replace(dosed[-1], when=one.when, at=one.at)
            continue
        gone = [each for each in same if corrects or not each.amount or each.amount == one.amount]
        found = [*(each for each in found if each not in gone), one]
    return tuple(found)


def added(answer: Answer, taken: tuple[Said, ...]) -> Answer:
    """The answer with what is named after it was given; something else, ticked and never named, stays unknown."""
    picks = tuple(one for one in answer.picks if one != "none")
    unnamed = ("unsure",) if "other" in picks and not answer.taken and "unsure" not in picks else ()
    return Answer(answer.node, (*picks, *unnamed), taken)
