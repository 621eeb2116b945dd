"""Whether a "no" says that a sign is absent: only when it governs the words directly."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.polarity.after import is_free_next, is_taken_back, no_after
from flows.understanding.polarity.carriers import CARRIERS
from flows.understanding.polarity.noes import NO, denial, is_no
from flows.understanding.polarity.reach import FARTHEST_IN_A_LIST, THROUGH, reaches

_WORDS = words_of("polarity")
_NEGATIVE = _WORDS["negative"]
_HARM, _PARTS = _WORDS["harm"], _WORDS["parts"]
_WHEN = frozenset({"when", "after", "before", "while", "whenever", "if", "as"})
SMALL = THROUGH | CARRIERS  # words that are no sign by themselves
_IS = frozenset({"is", "are"})
_DETERMINERS = frozenset({"no", "nil", "zero", "without"})
_BREAKS = _WORDS["but"] | _WORDS["subjects"] | {"and"}
_JOINS = frozenset({"and", "but", "n"})  # at the end of a phrase: "been sick and"
_STOP = 2  # the pause of a full stop


def denier(items: Sequence[Item], hit: Hit) -> int | None:
    """The "no" that says the phrase is absent: it governs it, stands inside it, or follows it."""
    if is_free_next(items, hit):
        return no_after(items, hit)
    for found in (_inside(items, hit), no_after(items, hit)):
        if found is not None:
            return found
    at = _before(items, hit.items[0], hit.items[-1])
    return None if at is None or not _is_one_thing(items, hit) or is_taken_back(items, hit.items[-1]) else at


def _is_one_thing(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a "no" before it may deny the whole phrase: not of "no pain, wont answer"; "n/v" is one thing."""
    if any(items[at].form in _NEGATIVE for at in hit.items):
        return False
    if hit.items[0] and items[hit.items[0] - 1].form == "no" and _IS & {items[at].form for at in hit.inside}:
        return False  # "no legs are stiff"
    end = max((at for at in hit.items if items[at].form not in _JOINS), default=hit.items[-1])
    return not any(
        (items[at].pause and len(items[at].form) > 1) or (at not in hit.items and _parts(items, at))
        for at in hit.inside[1:]
        if at <= end
    )


def _parts(items: Sequence[Item], at: int) -> bool:
    """Whether another statement begins; "dizzy when i get up" is one."""
    return items[at].form in _BREAKS - _WHEN and items[at - 1].form not in _WHEN


def governed(items: Sequence[Item], first: int, last: int, through: AbstractSet[str]) -> bool:
    """Whether a "no" before the items governs them, with only such words between."""
    return _before(items, first, last, through) is not None


def _before(items: Sequence[Item], first: int, last: int, through: AbstractSet[str] | None = None) -> int | None:
    """The nearest "no" before the items, when it reaches them."""
    for at in range(first - 1, max(-1, first - 2 - FARTHEST_IN_A_LIST), -1):
        if items[at + 1].pause == _STOP:
            return None
        if is_no(items, at):
            start = denial(items, at)
            if start is not None and reaches(items, at, start, first, last, through):
                return at
            if items[at].form in NO:
                return None
    return None


def _inside(items: Sequence[Item], hit: Hit) -> int | None:
    """As in "pupils are not big"; but a phrase that has its own "no" is not turned round by another."""
    own = set(hit.items)
    if any(items[at].form in _NEGATIVE for at in hit.items):
        return _harmless(items, hit)
    for at in hit.inside:
        start = None if at in own or not is_no(items, at) else denial(items, at)
        turns = items[at].pause or items[at - 1].form in _BREAKS
        if turns and not _is_a_part(items, hit, at):
            continue
        if start is None or any(place in own for place in range(at, start)):
            continue
        after = next(place for place in hit.items if place > at)
        if not items[after].pause and reaches(items, at, start, after, after) and _is_one(items, at, after):
            return at
    return None


def _is_a_part(items: Sequence[Item], hit: Hit, no: int) -> bool:
    """As in "limbs loose, not stiff": but "shivering, no fever" names a sign before the comma."""
    before = [items[at].form for at in hit.items if at < no and items[at].form not in SMALL]
    return len(before) == 1 and before[0] in _PARTS


def _is_one(items: Sequence[Item], at: int, after: int) -> bool:
    """Whether nothing parts a "no" from what it denies: a list is of other things."""
    return not any(one.pause or one.form in {"or", "nor"} for one in items[at + 1 : after])


def _harmless(items: Sequence[Item], hit: Hit) -> int | None:
    """As in "didnt mess with my sleep", "no trouble walking": what is denied is the harm, not the sleep."""
    end = hit.items[-1]
    no = next((at for at in hit.items if items[at].form in NO and denial(items, at) is not None), None)
    if no is None or no == end or any(one.pause for one in items[no + 1 : end + 1]) or is_taken_back(items, end):
        return None
    forms = [one.form for one in items[no + 1 : end]]
    if (_BREAKS | _NEGATIVE) & set(forms):
        return None
    for place, form in enumerate(forms):
        if form in _HARM and no + 1 + place not in hit.items:
            return no
        if form not in SMALL:
            return None
    after = items[end + 1 : end + 2]  # "no breathing problems", but "not sleeping, problems at work"
    is_noun = items[no].form in _DETERMINERS or "any" in forms
    return no if is_noun and after and after[0].form in _HARM and not after[0].pause else None
