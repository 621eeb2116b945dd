"""One substance named several times in a text is taken once, or once more."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from flows.understanding.amounts import Quantity
from flows.understanding.understood import Taken

_MORE = re.compile(r"\b(?:more|again|another|then|later|after|plus|redosed|second)\b|\+")

_TOOK_MORE = re.compile(
    r"\b(?:took|taken|take|had|did|done|ate|drank|popped|dosed|smoked|snorted|swallowed)\b(?:\s+[\w.,]+){0,4}?"
    r"\s+(?:more|another|again|extra|seconds|too much)\b|\bre-?dosed\b"
)
_ASKED_OR_DENIED = re.compile(
    r"\b(?:not|never|no|nothing|without|if|can|could|should|may|will|would|want|wanna|(?:did|have|has|do|does|won|had)n'?t)\b"
)

_MAY_I = re.compile(
    r"\b(?:can|could|should|may|shall|is\s+it|ok(?:ay)?\s+to|safe\s+to|when|how\s+much|how\s+many)\b[^.!?]{0,40}?"
    r"\b(?:more|another|again|re-?dose|next\s+dose|can\s+i\s+take|can\s+i\s+have)\b"
)


def says_more(text: str) -> bool:
    """Whether something is taken beside what was: "another 5 g", "then 2 more"."""
    return bool(_MORE.search(text))


def took_more(text: str) -> bool:
    """Whether it says that more was taken, whatever it was: "i took more", "redosed"; asked or denied it is not."""
    return bool(_TOOK_MORE.search(text)) and not is_asked_or_denied(text)


def is_asked_or_denied(text: str) -> bool:
    """Whether a short text has a word that makes it a question, a plan or a no."""
    return bool(_ASKED_OR_DENIED.search(text))


def asks_for_more(text: str) -> bool:
    """Whether it asks to take more: "can i take more", "is it ok to redose", "how much can i take"."""
    return bool(_MAY_I.search(text))


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
