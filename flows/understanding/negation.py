"""Whether a "no" says that a sign is absent: only when it governs the words directly."""

from collections.abc import Sequence

from flows.understanding.forms import Item
from flows.understanding.grammar import words_of
from flows.understanding.hits import Hit

_WORDS = words_of("polarity")
FARTHEST = 9  # words between a "no" and what it denies
MOST_FOREIGN = 4  # words in a list after "no" that we do not know
_NO = _WORDS["no"]
_STRONG = _WORDS["strong"]
_NOT_A_NO = {key.removeprefix("not_a_no_"): many for key, many in _WORDS.items() if key.startswith("not_a_no_")}
_BUT = _WORDS["but"]
_SUBJECTS = _WORDS["subjects"]
_STOPPING = _WORDS["stopping"]
_SAYS = _WORDS["says"]
_THROUGH = _WORDS["through"]
_AFTER_NO = _WORDS["after_no"]
_NEGATIVE, _GOOD = _WORDS["negative"], _WORDS["good"]
_TURN = _WORDS["turn"]
_NOT_NOT = frozenset({"cant", "dont", "isnt", "never", "not", "wont"})
_HOW_MANY = frozenset({"a", "another", "one", "two", "three", "it", "them", "several"})
_DID, _NOT_ANY_MORE = _WORDS["did"], _WORDS["not_any_more"]


def denied(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a "no" governs the phrase, stands inside it, or follows it."""
    if _inside(items, hit) or _said_no_after(items, hit):
        return True
    return governed(items, hit.items[0], hit.items[-1]) and not _taken_back(items, hit.items[-1])


def _inside(items: Sequence[Item], hit: Hit) -> bool:
    """As in "pupils are not big"; but a phrase that has its own "no" is not turned round by another."""
    if any(items[at].form in _NEGATIVE for at in hit.items):
        return False
    own = set(hit.items)
    for at in hit.inside:
        if at in own or not _is_no(items, at):
            continue
        after = at + 1
        while after not in own and not items[after].pause and items[after].form in _THROUGH:
            after += 1
        if after in own and not items[after].pause:
            return True
    return False


def _taken_back(items: Sequence[Item], last: int) -> bool:
    """As in "never had a seizure before but just did", "not suicidal before but i am now"."""
    following = items[last + 1 : last + 1 + FARTHEST]
    forms = [one.form for one in following]
    if any(
        one in _TURN and {"had", "has", "have"} & set(forms[at : at + 2]) and _HOW_MANY & set(forms[at : at + 4])
        for at, one in enumerate(forms)
    ):
        return True  # "no history of fits, now has had two"
    return any(
        one.form in _DID
        and (at + 1 == len(following) or following[at + 1].pause > 0 or following[at + 1].form in _TURN)
        for at, one in enumerate(following)
    )


def governed(items: Sequence[Item], first: int, last: int, through: frozenset[str] = _THROUGH) -> bool:
    """Whether a "no" before the items governs them directly, or through a list that ends in "or"."""
    listed = _in_a_list(items, last)
    comma, foreign = False, 0
    joined = False
    for steps, at in enumerate(range(first - 1, -1, -1)):
        pause = items[at + 1].pause
        if pause == 2 or steps > FARTHEST:  # noqa: PLR2004  a full stop
            return False
        comma = comma or pause == 1
        form = items[at].form
        if form in _NO:
            if not _is_no(items, at) or (joined and form not in _STRONG):
                return False
            if form in _STRONG or listed:
                return foreign <= MOST_FOREIGN
            return not comma and foreign == 0
        if form in {"or", "nor"}:
            listed = True
        elif form == "and":
            joined = True
        elif form in _BUT or form in _SUBJECTS or form in _STOPPING or form in _SAYS:
            return False
        elif form not in through:
            foreign += 1
    return False


def _in_a_list(items: Sequence[Item], last: int) -> bool:
    """Whether the item stands in a list that ends in "or" or "nor": "no fever, chills or rigidity"."""
    for at in range(last + 1, min(last + 7, len(items))):
        if items[at].pause == 2 or items[at].form in _BUT or items[at].form in _SUBJECTS or items[at].form == "and":  # noqa: PLR2004
            return False
        if items[at].form in {"or", "nor"}:
            return True
    return False


def _is_no(items: Sequence[Item], at: int) -> bool:
    form = items[at].form
    if form not in _NO:
        return False
    if at + 1 >= len(items):
        return True
    following = items[at + 1].form
    if following in _NOT_A_NO.get(form, ()):
        return False
    if (form == "not" and at and items[at - 1].form in _NOT_NOT) or _cant_say(items, at):
        return False  # "i cant not throw up", "im not not anxious", "cant say im not sick"
    if form == "negative":
        return following in {"for", "ankle"}
    if form == "never":
        # "never had a headache this bad", "never had a fit before"
        return not any(one.form in _NOT_ANY_MORE for one in items[at + 1 : at + 9])
    if form == "without":
        # "cant stand without fainting"
        return not any(one.form in _NEGATIVE for one in items[max(0, at - 7) : at])
    return not (form == "dont" and at > 0 and items[at - 1].form == "why")


def _cant_say(items: Sequence[Item], at: int) -> bool:
    return at > 1 and items[at - 1].form == "say" and items[at - 2].form in {"cant", "wont"}


def _said_no_after(items: Sequence[Item], hit: Hit) -> bool:
    """As in "fever: no", "seizures none"; but "breathing? no" is a sign."""
    last = hit.items[-1]
    if any(items[at].form in _GOOD for at in hit.items):
        return False
    if last + 1 >= len(items) or items[last + 1].form not in _AFTER_NO:
        return False
    return last + 2 >= len(items) or items[last + 2].pause > 0
