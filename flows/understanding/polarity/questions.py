"""Questions in which a sign stands: "can kratom slow your breathing" has none, "is it bad if theres blood" has one."""

from collections.abc import Sequence
from itertools import pairwise

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.polarity.past import clause

_WORDS = words_of("polarity")
_CAUSE = _WORDS["cause"]
_SUBJECTS = _WORDS["subjects"]
_FIRST_WORDS = 5  # of a question, in which it asks what something does
_BAD = frozenset({"bad", "serious", "dangerous", "worrying", "weird"})
FARTHEST = 12  # words


def asks_whether(items: Sequence[Item], hit: Hit) -> bool:
    """As in "can kratom slow your breathing": the verb is a part of the phrase."""
    around = clause(items, hit.items[0], hit.items[-1])
    forms = [items[at].form for at in around]
    if forms[0] in {"is", "are"} and "side" in forms and {"effect", "effects"} & set(forms):
        return True
    if forms[0] in {"is", "are"} and hit.items[0] == around[0] + 1 and {"symptom", "sign"} & set(forms):
        return True
    if _asks_what_it_does(items, around, hit):
        return True
    asks = items[around[0]].form
    if asks not in {"can", "could", "do", "does", "will"} or hit.items[0] - around[0] > 6:  # noqa: PLR2004  words
        return False
    between = {one.form for one in items[around[0] + 1 : hit.items[0]]}
    if between in ({"i"}, {"i", "start"}):
        return asks != "do"  # "could i pass out from this"
    return bool(between) and not between & {
        *_SUBJECTS,
        "you",
        "someone",
        "anyone",
        "somebody",
        "help",
        "my",
        "get",
        "me",
        "this",
        "that",
        "it",
    }


def _asks_what_it_does(items: Sequence[Item], around: range, hit: Hit) -> bool:
    """As in "can it raise my blood pressure": the verb of causing is a part of the phrase."""
    forms = [items[at].form for at in range(around[0], hit.items[-1] + 1)]
    cause = next((at for at, form in enumerate(forms[:_FIRST_WORDS]) if form in _CAUSE - {"stop"}), 0)
    return (
        bool(cause)
        and around[0] + cause in hit.inside
        and forms[0] in {"can", "could", "does", "will", "would", "might"}
        and not {"i", "im", "my", "be", "anything", "you"} & set(forms[:cause])
    )


def asks_what_to_do(items: Sequence[Item], at: int) -> bool:
    """As in "what do i do if he isnt breathing", "if hes not waking up should i call": asked by who looks at him."""
    before = [one.form for one in items[max(0, at - 5) : at]]
    follows = [one.form for one in items[at + 1 : at + 4]]
    after = [one.form for one in items[at + 1 : at + 1 + FARTHEST]]
    asks = ("do" in before and "what" in before) or ("should", "i") in pairwise(after)
    third = {
        "isnt",  # "hes not" is this one form
        "he",
        "hes",
        "she",
        "shes",
        "they",
        "theyre",
        "someone",
        "friend",
        "boyfriend",
        "girlfriend",
        "wife",
        "husband",
        "mom",
        "dad",
    }
    return asks and bool(third & set(follows))


def asks_how_bad(items: Sequence[Item], at: int) -> bool:
    """As in "is it bad if theres blood in my vomit": it is there."""
    bad = items[at].form == "if" and at > 0 and items[at - 1].form in _BAD
    return bad and items[at + 1].form != "you"
