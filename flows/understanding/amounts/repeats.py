"""One substance named several times in a text is taken once, or once more."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.sums import restates
from flows.understanding.times.ago import Ago
from flows.understanding.times.far_times import is_far
from flows.understanding.understood import Taken

_MORE = re.compile(r"\b(?:more|again|another|then|later|after|plus|redosed|second)\b|\+")


def says_more(text: str) -> bool:
    """Whether something is taken beside what was: "another 5 g", "then 2 more"."""
    return bool(_MORE.search(text))


def without_repeats(taken: Iterable[Taken], text: str) -> list[Taken]:
    """One a substance: the one that says most; of two takings the nearer time, and their amounts together."""
    best: dict[str, Taken] = {}
    rank = {"taken": 4, "regular": 3, "planned": 2, "past": 1, "denied": 0}
    for one in taken:
        before = best.get(one.id)
        if before is None or rank[one.status] > rank[before.status]:
            best[one.id] = one
        elif one.status == before.status:
            amount = _both(before.amount, one.amount, text)
            best[one.id] = replace(before, amount=amount, ago=_nearer(before.ago, one.ago))
    return list(best.values())


def _nearer(one: Ago | None, other: Ago | None) -> Ago | None:
    """The nearer time; of one that is far and one that nobody said, none: it may be now."""
    agos = [ago for ago in (one, other) if ago]
    nearest = min(agos, key=lambda ago: ago.low, default=None)
    return None if nearest and len(agos) == 1 and is_far(nearest) else nearest


def _both(one: Quantity | None, other: Quantity | None, text: str) -> Quantity | None:
    """Two amounts of one substance: added, or the larger when the second says the first again."""
    if one is None or other is None or one.unit != other.unit:
        return one or other
    larger = max(one, other, key=lambda amount: amount.high)
    first, last = sorted((one, other), key=lambda amount: amount.start)
    if restates(text, first, last) and not says_more(text):
        return larger
    return larger._replace(low=one.low + other.low, high=one.high + other.high)
