"""One substance named several times in a text is taken once, or once more."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from flows.understanding.amounts import Quantity
from flows.understanding.understood import Taken

_MORE = re.compile(r"\b(?:more|again|another|then|later|after|plus|redosed|second)\b|\+")


def says_more(text: str) -> bool:
    """Whether something is taken beside what was: "another 5 g", "then 2 more"."""
    return bool(_MORE.search(text))


def without_repeats(taken: Iterable[Taken], text: str) -> list[Taken]:
    """One a substance: the one that says most; of two takings the nearer time, and what was taken more is added."""
    best: dict[str, Taken] = {}
    rank = {"taken": 4, "regular": 3, "planned": 2, "past": 1, "denied": 0}
    for one in taken:
        before = best.get(one.id)
        if before is None or rank[one.status] > rank[before.status]:
            best[one.id] = one
        elif one.status == before.status:
            agos = [ago for ago in (before.ago, one.ago) if ago]
            amount = _both(before.amount, one.amount, added=says_more(text))
            best[one.id] = replace(before, amount=amount, ago=min(agos, key=lambda ago: ago.low, default=None))
    return list(best.values())


def _both(one: Quantity | None, other: Quantity | None, *, added: bool) -> Quantity | None:
    """Two amounts of one substance: added when the text says more, else the larger."""
    if one is None or other is None or one.unit != other.unit:
        return one or other
    larger = max(one, other, key=lambda amount: amount.high)
    return larger._replace(low=one.low + other.low, high=one.high + other.high) if added else larger
