"""Whether a sign is there, absent, past or only feared; when in doubt it is there."""

from collections.abc import Sequence
from typing import Literal

from flows.understanding.fears import feared
from flows.understanding.forms import Item
from flows.understanding.negation import denied
from flows.understanding.past import gone, is_past
from flows.understanding.phrases import Hit

Status = Literal["present", "absent", "past", "hypothetical"]


def status(items: Sequence[Item], hit: Hit, *, grave: bool) -> Status:
    """What the words around a phrase say of it.

    Args:
        items: the text.
        hit: the phrase.
        grave: it is a red flag or severe sign, so "it stopped" does not make it past.
    """
    if denied(items, hit):
        return "absent"
    if feared(items, hit):
        return "hypothetical"
    if is_past(items, hit.items[0], hit.items[-1]) or (not grave and gone(items, hit)):
        return "past"
    return "present"
