"""Whether a "no" says that a sign is absent: only when it governs the words directly."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from flows.understanding.carriers import CARRIERS
from flows.understanding.forms import Item
from flows.understanding.grammar import words_of
from flows.understanding.hits import Hit
from flows.understanding.noes import NO, denial, is_no
from flows.understanding.reach import FARTHEST, FARTHEST_IN_A_LIST, THROUGH, reaches
from flows.understanding.runs import length, runs_of

_WORDS = words_of("polarity")
_AFTER_NO, _AFTER_FREE = _WORDS["after_no"], _WORDS["after_free"]
_NEGATIVE, _GOOD = _WORDS["negative"], _WORDS["good"]
_HARM, _PARTS = _WORDS["harm"], _WORDS["parts"]
_WHEN = frozenset({"when", "after", "before", "while", "whenever", "if", "as"})
SMALL = THROUGH | CARRIERS  # words that are no sign by themselves
_DETERMINERS = frozenset({"no", "nil", "zero", "without"})
_DID, _TURN = _WORDS["did"], _WORDS["turn"]
_BREAKS = _WORDS["but"] | _WORDS["subjects"] | {"and"}
_AUXILIARY, _FOUND = _WORDS["auxiliary"] | _WORDS["found_through"], _WORDS["found"]
_RULED_OUT = frozenset({"absent", "excluded", "denied", "nil", "ruled"})
_ON_EXAM = frozenset({"bilateral", "bilaterally", "throughout"})
_NOT_FOUND = frozenset({"cant", "dont", "havent", "isnt", "never", "not"})
_WHY = _WORDS["why"]
_NOT_ANY_MORE = _WORDS["not_any_more"]
_EXCEPT = runs_of(_WORDS["except"])
_HOW_MANY = frozenset({"a", "another", "one", "two", "three", "it", "them", "several"})
_HAD = frozenset({"had", "has", "have", "got"})
_STOP = 2  # the pause of a full stop


def denied(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a "no" governs the phrase, stands inside it, or follows it."""
    return denier(items, hit) is not None


def denier(items: Sequence[Item], hit: Hit) -> int | None:
    """The "no" that says the phrase is absent."""
    for found in (_inside(items, hit), _after(items, hit)):
        if found is not None:
            return found
    at = _before(items, hit.items[0], hit.items[-1])
    return None if at is None or not _is_one_thing(items, hit) or _taken_back(items, hit.items[-1]) else at


def _is_one_thing(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a "no" before it may deny the whole phrase: not of "no pain, wont answer"; "n/v" is one thing."""
    if any(items[at].form in _NEGATIVE for at in hit.items):
        return False
    return not any(
        (items[at].pause and len(items[at].form) > 1) or (at not in hit.items and _parts(items, at))
        for at in hit.inside[1:]
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
    if no is None or no == end or any(one.pause for one in items[no + 1 : end + 1]) or _taken_back(items, end):
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


def _taken_back(items: Sequence[Item], last: int) -> bool:
    """As in "never had a seizure before but just did", "not suicidal before but i am now", "no fit until today"."""
    following = items[last + 1 : last + 1 + FARTHEST]
    forms = [one.form for one in following]
    if any(
        one in _TURN and _HAD & set(forms[at : at + 2]) and _HOW_MANY & set(forms[at : at + 4])
        for at, one in enumerate(forms)
    ):
        return True  # "no history of fits, now has had two"
    for at, one in enumerate(following):
        if length(items, last + 1 + at, _EXCEPT):
            return True
        if one.pause:
            break
    return any(
        (one.form in _DID or (one.form == "one" and bool(at) and forms[at - 1] in _HAD))
        and (at + 1 == len(following) or following[at + 1].pause > 0 or following[at + 1].form in _TURN)
        for at, one in enumerate(following)
    )


def _after(items: Sequence[Item], hit: Hit) -> int | None:
    """As in "fever: no", "seizure free", "clonus could not be elicited"; but "breathing? no" is a sign."""
    at = hit.items[-1] + 1
    if any(items[place].form in _GOOD or items[place].form in _NEGATIVE for place in hit.items):
        return None
    if len(hit.items) > 1 and items[at - 1].form in _FOUND | _ON_EXAM:
        at = hit.items[-2] + 1  # "clonus elicited" is one phrase, and there is a "not" in it
    if at >= len(items):
        return None
    if items[at].form in _AFTER_NO:
        return at if at + 1 >= len(items) or items[at + 1].pause or items[at + 1].form in _ON_EXAM else None
    if any(one.form in _WHY for one in items[max(0, hit.items[0] - 4) : hit.items[0]]):
        return None  # "the cause of the fit was not found"
    if items[at].form == "free" and not items[at].pause:
        ends = at + 1 >= len(items) or items[at + 1].pause or items[at + 1].form in _AFTER_FREE
        return at if ends and not _taken_back(items, at) else None
    return _not_found(items, at)


def _not_found(items: Sequence[Item], at: int) -> int | None:
    """As in "... was not elicited", "... hasnt been a problem", "... has been ruled out"."""
    no = None
    for place in range(at, min(at + 7, len(items))):
        form = items[place].form
        if items[place].pause:
            return None
        if no is None and form in _NOT_FOUND:
            no = place
        elif form in _FOUND and no is not None:
            return None if _NOT_ANY_MORE & {one.form for one in items[place + 1 : place + 5]} else no
        elif form in _RULED_OUT:
            return place if no is None and place > at else None
        elif form not in _AUXILIARY:
            return None
    return None
