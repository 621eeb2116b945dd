"""What follows a sign: a "no" that says it is absent, or words that take such a "no" back."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.runs import length, runs_of
from flows.understanding.polarity.noes import NO
from flows.understanding.polarity.reach import FARTHEST

_WORDS = words_of("polarity")
_AFTER_NO, _AFTER_FREE = _WORDS["after_no"], _WORDS["after_free"]
_DID = _WORDS["did"]
_AUXILIARY, _FOUND = _WORDS["auxiliary"] | _WORDS["found_through"], _WORDS["found"]
_RULED_OUT = frozenset({"absent", "excluded", "denied", "nil", "ruled"})
_ON_EXAM = frozenset({"bilateral", "bilaterally", "throughout"})
_NOT_FOUND = frozenset({"cant", "dont", "havent", "isnt", "never", "not"})
_WHY = _WORDS["why"]
_NOT_ANY_MORE = _WORDS["not_any_more"]
_EXCEPT = runs_of(_WORDS["except"])
_HOW_MANY = frozenset({"a", "another", "one", "two", "three", "it", "them", "several"})
_HAD = frozenset({"had", "has", "have", "got"})
_NEGATIVE, _GOOD = _WORDS["negative"], _WORDS["good"]
_TURN = _WORDS["turn"]
_GOES_ON = frozenset({"but", "then", "now", "until", "till"})  # after a full stop
_ASKS = frozenset({"what", "should", "to", "can", "how"})  # "no fever what do i do"
_STOP = 2  # the pause of one


def is_taken_back(items: Sequence[Item], last: int) -> bool:
    """As in "never had a seizure before but just did", "not suicidal before but i am now", "no fit until today"."""
    following = items[last + 1 : last + 1 + FARTHEST]
    stop = next((at for at, one in enumerate(following) if one.pause == _STOP and one.form not in _GOES_ON), FARTHEST)
    following = following[:stop]
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
        and not _ASKS & set(forms[max(0, at - 3) : at])
        for at, one in enumerate(following)
    )


def is_free_next(items: Sequence[Item], hit: Hit) -> bool:
    """Whether "free" follows: a "no" before "headache free" is no good news."""
    after = items[hit.items[-1] + 1 : hit.items[-1] + 2]
    return bool(after) and after[0].form == "free" and not after[0].pause


def no_after(items: Sequence[Item], hit: Hit) -> int | None:
    """As in "fever: no", "seizure free", "clonus could not be elicited"; but "breathing? no" is a sign."""
    if is_free_next(items, hit):
        return _free(items, hit)
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
    return _not_found(items, at)


def _free(items: Sequence[Item], hit: Hit) -> int | None:
    """As in "seizure free since may"; but "never headache free" and "not had a headache free day" are signs."""
    at = hit.items[-1] + 1
    before = items[max(0, hit.items[0] - FARTHEST) : hit.items[-1] + 1]
    follows = at + 1 >= len(items) or items[at + 1].pause or items[at + 1].form in _AFTER_FREE
    if not follows or is_taken_back(items, at) or any(one.form in _NEGATIVE or one.form in NO for one in before):
        return None
    return at


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
