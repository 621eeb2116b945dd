"""What is said of a substance: taken, taken every day, planned, denied or long past."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.polarity.negation import governed

Intake = Literal["taken", "regular", "planned", "denied", "past"]

_WORDS = words_of("intake")
_TOOK = _WORDS["took"]
VERBS = _TOOK | _WORDS["verbs"]
_PLANS = _WORDS["plans"]
_DAILY_BEFORE = _WORDS["daily_before"]
_DAILY_AFTER = _WORDS["daily_after"]
_EVERY = _WORDS["every"]
_DAY = _WORDS["day"]
_QUIT = _WORDS["quit"]
_HIGH = _WORDS["high"]
_THROUGH_NO = _WORDS["through_no"]
_WORKS = _WORDS["works"]
_TURNS = _WORDS["turns"]
_UNITS = _WORDS["units"]
_PLANS_AFTER = _WORDS["plans_after"]
_WITH = _WORDS["with"]
_HOLDS = _WORDS["holds"]
_OFFERS_BEFORE, _OFFERS_AFTER, _MISSED = _WORDS["offers_before"], _WORDS["offers_after"], _WORDS["missed"]
_MY, _TODAY, _IT = _WORDS["my"], _WORDS["today"], _WORDS["it"]
_NEAR, _FAR = 4, 10
_STOP = 2  # the pause of a full stop
_TURN_FROM = 3  # words: a "but" nearer than that belongs to the list of names


def intake(items: Sequence[Item], first: int, last: int, *, past: bool, stays: bool = False) -> Intake:
    """What is said of the substance that the items name.

    Args:
        items: the text.
        first: where the name begins.
        last: where it ends.
        past: the words around say that it is long past.
        stays: it stays in the body for days, so that a "no" for today says little.
    """
    before = _before(items, first)
    after = [one.form for one in items[last + 1 : last + 7] if not one.pause or one is items[last + 1]]
    if is_denied(items, first, last):
        if _MY & set(before[:2]):
            return "regular"  # "didnt take my nardil today": the last one was not long ago
        if (stays and _TODAY & {*before, *after}) or _taken_after_all(items, last):
            return "past"
        return "denied"
    if past or _quit(before):
        return "past"
    if _planned(items, before, first, after):
        return "planned"
    if _regular(
        [one for at, one in enumerate(before) if one not in _DAILY_AFTER or not _pauses(items, first, at)], after
    ):
        return "regular"
    return "taken"


def is_denied(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a "no" governs it, if only for today."""
    return governed(items, first, last, _THROUGH_NO)


def is_offered(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether it is sold, compared or asked about: "kratom comes in 250 g bags"; not where anything was taken."""
    before, after = _before(items, first), [one.form for one in items[last + 1 : last + 1 + _NEAR] if one.pause < _STOP]
    if not (_OFFERS_BEFORE & set(before) or _OFFERS_AFTER & set(after[:2])):
        return False
    held = (_MY | _HOLDS) & set(before[:2])
    return not held and not any(one.form in _TOOK - _WITH for one in items)


def is_missed(items: Sequence[Item], first: int) -> bool:
    """Whether the dose that is named is one that was missed."""
    near = _before(items, first)[: _NEAR + 2]
    at = next((at for at, form in enumerate(near) if form in _MISSED), None)
    return at is not None and not (_TOOK | _HOLDS) & set(near[:at])


def _taken_after_all(items: Sequence[Item], last: int) -> bool:
    """As in "no xanax today but i took it yesterday"."""
    following = [one.form for one in items[last + 1 : last + 1 + _FAR]]
    return any(one in _TOOK and other in _IT for one, other in pairwise(following))


def _before(items: Sequence[Item], first: int) -> list[str]:
    """The forms before it in its sentence, the nearest first."""
    found: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if items[at + 1].pause == _STOP:
            break
        found.append(items[at].form)
    return found


def _pauses(items: Sequence[Item], first: int, at: int) -> bool:
    """Whether a comma stands after that word before the name: "zoloft daily, mdma"."""
    return any(one.pause for one in items[first - at : first + 1])


def _quit(before: list[str]) -> bool:
    """Stopped, off, or "used to take"."""
    return bool(_QUIT & set(before[:2])) or ("to", "used") in set(pairwise(before[:5]))


def _planned(items: Sequence[Item], before: list[str], first: int, after: list[str]) -> bool:
    """Whether a plan or a question governs it, and nothing before it says that it was taken."""
    for at, form in enumerate(before):
        further = before[at + 1] if at + 1 < len(before) else ""
        if (form == "on" and further in _WORKS | _PLANS) or (form == "can" and before[at - 1 : at] == ["of"]):
            continue  # "planning on"; "a can of"
        if form == "later" and further in _UNITS:
            continue  # "then 2 hours later kratom"
        if _taken_by(form, at) or (form in _TURNS and at > _TURN_FROM):
            return False
        if form in _PLANS and not (form in {"is", "are"} and not _asks(items, first - 1 - at)):
            return True
    told = {other for one, other in pairwise(("", *after)) if not (other == "later" and one in _UNITS)}
    return bool(_PLANS_AFTER & told) and not _TOOK & set(before)


def _taken_by(form: str, at: int) -> bool:
    """Whether the word says that it was taken: "took" anywhere before it, "on" only directly before it."""
    return (form in _TOOK and form not in _WITH) or (form in _HOLDS and at <= 1)


def _asks(items: Sequence[Item], at: int) -> bool:
    """Whether "is" begins a question: "is kratom safe with prozac"."""
    return at == 0 or items[at].pause > 0


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
