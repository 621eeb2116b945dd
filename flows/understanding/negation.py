"""Whether a "no" says that a sign is absent: only when it governs the words directly."""

from collections.abc import Sequence

from flows.understanding.forms import Item
from flows.understanding.grammar import words_of
from flows.understanding.phrases import Hit

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


def denied(items: Sequence[Item], hit: Hit) -> bool:
    """Whether a "no" governs the phrase, stands inside it, or follows it."""
    own = set(hit.items)
    if any(at not in own and _is_no(items, at) for at in hit.inside):
        return True
    return _said_no_after(items, hit.items[-1]) or governed(items, hit.items[0], hit.items[-1])


def governed(  # noqa: C901  one loop, one reason to stop a line
    items: Sequence[Item], first: int, last: int, through: frozenset[str] = _THROUGH
) -> bool:
    """Whether a "no" before the items governs them directly, or through a list that ends in "or"."""
    listed = _in_a_list(items, last)
    comma, foreign, nouns = False, 0, 0
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
                return foreign + nouns <= MOST_FOREIGN
            return not comma and foreign == 0 and nouns <= int(form in {"no", "without", "zero"})
        if form in {"or", "nor"}:
            listed = True
        elif form == "and":
            joined = True
        elif form in _BUT or form in _SUBJECTS or form in _STOPPING or form in _SAYS:
            return False
        elif form not in through:
            if at == first - 1:
                nouns += 1
            else:
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
    if form == "negative":
        return following in {"for", "ankle"}
    if form == "never":
        # "never had a headache this bad", "never had a fit before"
        return not any(one.form in {"before", "like", "this", "until"} for one in items[at + 1 : at + 9])
    return not (form == "dont" and at > 0 and items[at - 1].form == "why")


def _said_no_after(items: Sequence[Item], last: int) -> bool:
    """As in "fever: no", "seizures none", "any fits? no"."""
    if last + 1 >= len(items) or items[last + 1].form not in _AFTER_NO:
        return False
    return last + 2 >= len(items) or items[last + 2].pause > 0
