"""Whether a mild sign was there and is over: "the nausea subsided", "dizzy at first but it passed"."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.runs import length, runs_of
from flows.understanding.polarity.past import clause

_WORDS = words_of("polarity")
_GONE, _GONE_PHRASES = _WORDS["gone"], runs_of(_WORDS["gone_phrases"])
_BEFORE, _AFTER = _WORDS["before_gone"], _WORDS["after_gone"]
_IT, _WAS, _IS = _WORDS["it"], _WORDS["was"], _WORDS["is"]
_CAME_BACK, _NEGATIVE, _NOW = _WORDS["came_back"], _WORDS["negative"], _WORDS["now"]
_FIRST, _WEEKS = _WORDS["first"], _WORDS["weeks"]
_NONE = frozenset({"none", "no", "not", "never", "dont", "isnt", "havent"})
_STOPPED = frozenset({"stopped", "quit", "ceased"})
_STOP = 2  # the pause of a full stop
_SOON, _LATER, _NEAR = 9, 12, 3  # words


def is_over(items: Sequence[Item], hit: Hit) -> bool:
    """Whether the words say that it went; in doubt it did not."""
    last = hit.items[-1]
    after = [one.form for one in items[last + 1 : last + 1 + _SOON]]
    if ("back", "to", "normal") in zip(after, after[1:], after[2:], strict=False):
        return not _NEGATIVE & set(after)
    around = clause(items, hit.items[0], last)
    if _NONE & {one.form for one in items[around[0] : hit.items[0]]}:
        return False  # "none of the shaking has gone away"
    return (
        _goes(items, last + 1)
        or _has_stopped(items, hit)
        or (_was(items, hit) and (_it_goes(items, last + 1) or _in_the_first_days(items, hit)))
        or _lasted(items, last + 1)
    )


def _goes(items: Sequence[Item], at: int, *, of_it: bool = False) -> bool:
    """Whether a word of going follows, with only small words between, and nothing comes back."""
    for place in range(at, min(at + 6, len(items))):
        form = items[place].form
        if items[place].pause and not (of_it and place == at):
            return False
        if form == "away" and items[place - 1].form in {"went", "gone"}:
            return _ends(items, place + 1)
        words = length(items, place, _GONE_PHRASES)
        if words:
            return _ends(items, place + words)
        if form in _GONE and not (form == "over" and items[place - 1].form not in {"is", "was", "are", "its", "thats"}):
            return items[place - 1].form != "all" and _ends(items, place + 1)
        if form not in _BEFORE:
            return False
    return False


def _ends(items: Sequence[Item], at: int) -> bool:
    """Whether what follows "it stopped" lets it be the sign that stopped, for good."""
    if at < len(items) and not items[at].pause and items[at].form not in _AFTER:
        return False
    rest = []
    for one in items[at : at + _LATER]:
        if one.pause == _STOP:
            break
        rest.append(one.form)
    return not _CAME_BACK & set(rest)


def _was(items: Sequence[Item], hit: Hit) -> bool:
    """Whether its clause speaks of the past: "was dizzy", "it gave me headaches"; but "im dizzy" does not."""
    around = clause(items, hit.items[0], hit.items[-1])
    before = {items[at].form for at in range(around[0], hit.items[-1] + 1)}
    return bool(_WAS & before) and not _IS & before


def _it_goes(items: Sequence[Item], at: int) -> bool:
    """As in "... then it cleared", "..., thats gone now"."""
    for place in range(at, min(at + _SOON, len(items))):
        if items[place].pause == _STOP or items[place].form in _NEGATIVE:
            return False
        if items[place].form in _IT and _goes(items, place + 1):
            return True
    return False


def _has_stopped(items: Sequence[Item], hit: Hit) -> bool:
    """As in "my eyelid has stopped twitching"; but "it hasnt stopped twitching" has not, nor "stopped, twitching"."""
    stopping = [at - 1 for at in hit.items if at and items[at].form.endswith("ing") and not items[at].pause]
    for at in stopping:
        if items[at].form in _STOPPED and at not in hit.items:
            still = {one.form for one in items[max(0, at - _NEAR) : at]} & _NEGATIVE
            return not still and _ends_well(items, hit.items[-1] + 1)
    return False


def _ends_well(items: Sequence[Item], at: int) -> bool:
    """Whether nothing says that it came back."""
    return not _CAME_BACK & {one.form for one in items[at : at + _LATER]}


def _in_the_first_days(items: Sequence[Item], hit: Hit) -> bool:
    """As in "it gave me headaches the first few days": that was then."""
    rest = [one.form for one in items[hit.items[-1] + 1 : hit.items[-1] + 1 + _SOON]]
    first = next((at for at, form in enumerate(rest) if form in _FIRST), None)
    whole = {one.form for one in items[hit.items[0] :]}
    return first is not None and bool(_WEEKS & set(rest[first : first + 4])) and not (_NOW | _CAME_BACK) & whole


def _lasted(items: Sequence[Item], at: int) -> bool:
    """As in "only lasted the first fortnight"; but "has lasted three days" goes on."""
    rest = [one.form for one in items[at : at + _SOON]]
    if "lasted" not in rest[:3] or {"has", "have", "had", "and"} & set(rest[: rest.index("lasted")]):
        return False
    if any(one.pause for one in items[at : at + rest.index("lasted") + 1]):
        return False
    return ("only" in rest[:5] or bool(_WEEKS & set(rest))) and _ends_well(items, at)
