"""What is said of a substance: taken, taken every day, planned, denied or long past."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from flows.understanding.grammar import words_of
from flows.understanding.names.lead import lead, pauses
from flows.understanding.names.plans import planned
from flows.understanding.phrases.forms import Item
from flows.understanding.polarity.negation import governed

Intake = Literal["taken", "regular", "planned", "denied", "past"]

_WORDS = words_of("intake")
_TOOK = _WORDS["took"]
VERBS = _TOOK | _WORDS["verbs"]
_DAILY_BEFORE = _WORDS["daily_before"]
_DAILY_AFTER = _WORDS["daily_after"]
_EVERY = _WORDS["every"]
_DAY = _WORDS["day"]
_QUIT = _WORDS["quit"]
_HIGH = _WORDS["high"]
_THROUGH_NO = _WORDS["through_no"]
_PLANS_TO, _QUIT_THROUGH = _WORDS["plans_to"], _WORDS["quit_through"]
_HIGH_OFF = frozenset({"high", "face", "head", "tits", "coming", "comedown", "fucked", "messed", "tripping", "buzzing"})
_WITH = _WORDS["with"]
_HOLDS = _WORDS["holds"]
_OFFERS_BEFORE, _OFFERS_AFTER, _MISSED = _WORDS["offers_before"], _WORDS["offers_after"], _WORDS["missed"]
_MY, _TODAY, _IT = _WORDS["my"], _WORDS["today"], _WORDS["it"]
_NEAR, _FAR = 4, 10
_STOP = 2  # the pause of a full stop


def intake(items: Sequence[Item], first: int, last: int, *, past: bool, stays: bool = False) -> Intake:
    """What is said of the substance that the items name.

    Args:
        items: the text.
        first: where the name begins.
        last: where it ends.
        past: the words around say that it is long past.
        stays: it stays in the body for days, so that a "no" for today says little.
    """
    before = lead(items, first)
    after = [one.form for one in items[last + 1 : last + 7] if not one.pause or one is items[last + 1]]
    if _regrets(before):
        return "taken"
    if is_denied(items, first, last):
        if _MY & set(before[:2]):
            return "regular"  # "didnt take my nardil today": the last one was not long ago
        if (stays and _TODAY & {*before, *after}) or _taken_after_all(items, last):
            return "past"
        return "denied"
    if past or _quit(items, before, first):
        return "past"
    if planned(items, before, first, after):
        return "regular" if _MY & set(before[:1]) else "planned"  # "can i take kratom with my zoloft"
    if _regular(
        [one for at, one in enumerate(before) if one not in _DAILY_AFTER or not pauses(items, first, at)], after
    ):
        return "regular"
    return "taken"


def is_denied(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a "no" governs it, if only for today; not in "would be fine without it"."""
    before = lead(items, first)
    return not (_regrets(before) or _would_be(before)) and governed(items, first, last, _THROUGH_NO)


def is_offered(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether it is sold, compared or asked about: "kratom comes in 250 g bags"; not where anything was taken."""
    before, after = lead(items, first), [one.form for one in items[last + 1 : last + 1 + _NEAR] if one.pause < _STOP]
    if not (_OFFERS_BEFORE & set(before) or _OFFERS_AFTER & set(after[:2])):
        return False
    held = (_MY | _HOLDS) & set(before[:2])
    return not held and not any(one.form in _TOOK - _WITH for one in items)


def is_missed(items: Sequence[Item], first: int) -> bool:
    """Whether the dose that is named is one that was missed."""
    near = lead(items, first)[: _NEAR + 2]
    at = next((at for at, form in enumerate(near) if form in _MISSED), None)
    return at is not None and not (_TOOK | _HOLDS) & set(near[:at])


def _taken_after_all(items: Sequence[Item], last: int) -> bool:
    """As in "no xanax today but i took it yesterday"."""
    following = [one.form for one in items[last + 1 : last + 1 + _FAR]]
    return any(one in _TOOK and other in _IT for one, other in pairwise(following))


def _regrets(before: list[str]) -> bool:
    """As in "should have never taken it", "wish i hadnt mixed it": it was taken."""
    wishes = "wish" in before or "regret" in before or ({"should", "shouldnt"} & set(before) and "have" in before)
    return bool(wishes) or bool({"shouldnt", "should"} & set(before) and "havent" in before)


def _would_be(before: list[str]) -> bool:
    """As in "i would be fine without it"."""
    return "without" in before[:3] and bool(_PLANS_TO & set(before))


def _quit(items: Sequence[Item], before: list[str], first: int) -> bool:
    """Stopped, off, or "used to take"; not in "quit smoking, kratom 5g" or "high off kratom"."""
    if before[:1] == ["off"] and _HIGH_OFF & set(before[1:2]):
        return False
    if before and pauses(items, first, 0):
        return False
    left = _QUIT & set(before[:2] if set(before[:1]) <= _QUIT_THROUGH else before[:1])
    return bool(left) or ("to", "used") in set(pairwise(before[:5]))


def _regular(before: list[str], after: list[str]) -> bool:
    near = before[:_NEAR]
    pairs = list(pairwise(after))
    if any(one in _EVERY and other in _DAY for one, other in pairs) or _DAILY_AFTER & set(after[:4]):
        return True
    if (
        any(one == "for" and (other.isdigit() or other in {"years", "months", "a"}) for one, other in pairs[:4])
        and "took" not in near
    ):
        return True
    if _DAILY_BEFORE & set(near):
        return True
    if "on" in near:
        at = near.index("on")
        held = near[at + 1] if at + 1 < len(near) else (before[at + 1] if at + 1 < len(before) else "")
        return held not in _HIGH and not _TOOK & set(near[:at])
    return "taking" in near[:3] and bool({"im", "been", "hes", "shes", "ive"} & set(before[:6]))
