"""Whether a sign is only feared or asked about: if, might, can it cause, watch for."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.runs import length, runs_of
from flows.understanding.polarity.leaflets import is_to_be_tried, is_told
from flows.understanding.polarity.questions import FARTHEST, asks_how_bad, asks_what_to_do, asks_whether

_WORDS = words_of("polarity")
_IF = _WORDS["if"]
_ASIDES = runs_of(_WORDS["asides"])
_CAUSE = _WORDS["cause"]
_MODAL = _WORDS["modal"]
_LOOKOUT = _WORDS["lookout"]
_WATCH = _WORDS["watch"]
_WORRIED = frozenset({"worried", "scared", "afraid", "anxious", "fear", "frightened", "think"})
_HE_OR_I = frozenset({"i", "im", "he", "hes", "she", "shes", "they", "theyre"})
_WHO = _HE_OR_I | {"my", "its", "you"}
_JOINED = frozenset({"and", "or", "then", "when", "if", "that", "because", "after", "while", "before", "what"})
_NEAR_WISH = 8  # words
_TESTED = frozenset({"inducible_clonus", "hyperreflexia"})  # "if i lift his toes the foot keeps going": it was tried
_MIGHT = frozenset({"might", "may", "could", "will", "would"})
_ILL = frozenset({"ill", "itll", "hell", "shell", "theyll", "id"})  # as in "scared ill faint"
_WISHES = _WORDS["wishes"]


def feared(items: Sequence[Item], hit: Hit) -> bool:
    """If, might, can it cause, watch for."""
    if _what_if(items, hit.items[0]) or is_told(items, hit):
        return True
    return is_to_be_tried(items, hit) if hit.means in _TESTED else _if_before(items, hit)


def wished(items: Sequence[Item], no: int) -> bool:
    """Whether a "no" is a hope or a condition: "i hope it doesnt make me sick", "if he has no fever"."""
    for at in range(no - 1, max(-1, no - 1 - _NEAR_WISH), -1):
        if items[at + 1].pause or items[at].form == "but":
            return False
        if items[at].form in _WISHES:
            return True
    return False


def _is_a_guess(items: Sequence[Item], at: int) -> bool:
    """As in "he might be having a fit": it may be there now."""
    after = [one.form for one in items[at + 1 : at + 3]]
    return items[at].form == "might" and (after[:1] == ["be"] or after in (["have", "had"], ["have", "been"]))


def _if_before(items: Sequence[Item], hit: Hit) -> bool:
    """Up to where a statement begins."""
    start = hit.items[0]
    for steps, at in enumerate(range(start - 1, -1, -1)):
        if items[at + 1].pause == 2 or steps > FARTHEST:  # noqa: PLR2004  a full stop
            return False
        form = items[at].form
        if form in {"but", "now", "because", "help"}:
            return False
        if form == "and" or (items[at + 1].pause and form not in _IF):
            break
        aside = length(items, at, _ASIDES)
        if form in _IF and not aside and not _is_a_guess(items, at):
            return not (
                asks_how_bad(items, at) or asks_what_to_do(items, at) or _second_subject(items, at, hit.items[-1])
            )
        if form in _WATCH and at + 1 < len(items) and items[at + 1].form in _LOOKOUT:
            return True
        if form in _CAUSE and _may_cause(items, at):
            return not any(one.form in {"im", "hes", "shes", "ive"} for one in items[max(0, at - 7) : at])
        if form in {"get", "have", "has", "having", "getting", "start", "i", "it", "me"} and _modal_before(items, at):
            return True
        if form == "case" and not aside and at and items[at - 1].form == "in":
            return True
    return asks_whether(items, hit)


def _may_cause(items: Sequence[Item], at: int) -> bool:
    """As in "does it with zoloft cause", "might make me"; not in "cant make it stop" or "how do i stop"."""
    if items[at].form == "stop" and at and items[at - 1].form in {"i", "we", "you", "to"}:
        return False
    return any(
        items[place].form in _MODAL and (place == 0 or items[place].pause or place >= at - 2)
        for place in range(max(0, at - 7), at)
    )


def _what_if(items: Sequence[Item], start: int) -> bool:
    """As in "what if i fall and hit my head", "what causes twitching", "worried i might faint"."""
    for at in range(start - 1, max(-1, start - 1 - FARTHEST), -1):
        if items[at + 1].pause:
            return False
        following = items[at + 1].form
        asks = {one.form for one in items[max(0, at - 3) : at]}
        if (items[at].form in {"has", "does", "did", "have"} and following in {"anyone", "anybody"}) or (
            items[at].form in {"worry", "worried"} and "when" in asks
        ):
            return True  # "has anyone had a seizure on it", "when should i worry about stiffness"
        if items[at].form == "what" and following == "if":
            return not _begins_anew(items, at + 2, start)
        if (items[at].form == "what" and following in _CAUSE and at + 2 >= start) or (
            items[at].form in _WORRIED
            and (following in _ILL or (following in {"i", "he", "she", "they"} and items[at + 2].form in _MIGHT))
        ):
            return True
        if items[at].form in {"but", "now", "because"}:
            return False
    return False


def _begins_anew(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "what if he dies he wont wake up": a second subject that nothing joins to the first begins a fact."""
    places = [place for place in range(at, start + 1) if items[place].form in _HE_OR_I]
    return any(items[place - 1].form not in _JOINED for place in places[1:])


def _modal_before(items: Sequence[Item], at: int) -> bool:
    """As in "will i have", "could it get"."""
    before = [one.form for one in items[max(0, at - 2) : at]]
    return (
        bool(before)
        and not any(one.pause for one in items[at - 1 : at + 1])
        and before[0] in {"will", "could", "might", "may", "would"}
        and items[at].form not in {"i", "it", "me"}
    )


def _second_subject(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "if i stand up i get dizzy": what follows the second subject is a fact."""
    between = [one.form for one in items[at + 1 : start]]
    return sum(one in _WHO for one in between) > 1
