"""Whether a sign is there, absent, past or only feared; when in doubt it is there."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.polarity.fears import feared, wished
from flows.understanding.polarity.over import is_over
from flows.understanding.polarity.past import goes_on_since, is_past, was_past

_WORDS = words_of("polarity")
_UNSURE, _NOT_SO = _WORDS["unsure_of_normal"], _WORDS["not_so_normal"]
_UP_TO = frozenset({"before", "until", "till", "til"})  # "no fits before tonight"
_NOW_IT = frozenset({"is", "its", "it", "hes", "shes", "im", "theyre", "at", "over", "up"})  # "was normal, now its 160"
_BEFORE, _AFTER = 5, 4  # words around what is said to be normal

Status = Literal["present", "absent", "past", "hypothetical"]


def status(items: Sequence[Item], hit: Hit, no: int | None, *, grave: bool) -> Status:
    """What the words around a phrase say of it.

    Args:
        items: the text.
        hit: the phrase.
        no: the "no" that denies it.
        grave: it is a red flag or severe sign, so "it stopped" does not make it past.
    """
    if no is not None:
        if wished(items, no):
            return "hypothetical"
        return "past" if items[no + 1 : no + 2] and items[no + 1].form == "longer" else "absent"
    if feared(items, hit):
        return "hypothetical"
    first, last = hit.items[0], hit.items[-1]
    past = is_past(items, first, last) and not goes_on_since(items, first)
    if past or was_past(items, last) or (not grave and is_over(items, hit)):
        return "past"
    return "present"


def is_normal(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a normal state that nothing denies is plainly said; not in "slower than normal" or "fine but barely"."""
    first, last = hit.items[0], hit.items[-1]
    start = next((at for at in range(first, max(0, first - _BEFORE), -1) if items[at].pause), max(0, first - _BEFORE))
    around = [items[at].form for at in range(start, last) if at not in hit.items]
    if _UNSURE & set(around) or feared(items, hit):
        return False
    after = [one.form for one in items[last + 1 : last + 1 + _AFTER]]
    if _UP_TO & set(after) or any(one == "now" and _is_said_of(then) for one, then in pairwise(after)):
        return False
    return not ({"but", "though"} & set(after) and _NOT_SO & set(after))


def _is_said_of(form: str) -> bool:
    """Whether a word after "now" says how it is instead."""
    return form in _NOW_IT or form[0].isdigit()
