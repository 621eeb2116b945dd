"""Whether a sign only stands in a leaflet or in advice: "return for any black stools", "you might feel sick"."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.runs import length, runs_of

_WORDS = words_of("polarity")
_FARTHEST = 12  # words between what announces a sign and the sign
_NEAR = 7  # words
_STOP = 2  # the pause of a full stop
_HERALDS = runs_of(_WORDS["heralds"])
_SOURCES, _SAY, _DEFINES, _READS = _WORDS["sources"], _WORDS["source_says"], _WORDS["defines"], _WORDS["reads"]
_CALL, _WORSE = _WORDS["call"], _WORDS["call_for"]
_ANYONE, _MIGHT, _SEEN = _WORDS["people_in_general"], _WORDS["might"], _WORDS["can_see"]
_WHEN, _COMES = frozenset({"can", "could", "may", "might"}), _WORDS["comes"]
_BEFORE_SHOULD = _WORDS["before_should"]
_WHO = frozenset({"he", "she", "they", "it", "the", "any", "symptoms", "your", "his", "her", "this", "there"})
_SOMEONE = frozenset({"i", "im", "ive", "my", "he", "hes", "his", "him", "she", "shes", "her", "we", "now", "but"})
_BEGINS = frozenset({"have", "develop", "get", "become", "begin", "start", "experience", "notice", "feel"})
_READ_THAT = frozenset({"read", "reads", "learned", "learnt"})
_MY = frozenset({"my", "his", "her", "their", "current", "present", "these"})
_TRY, _WHETHER = frozenset({"see", "sees", "check", "test", "watch", "look", "feel"}), frozenset({"whether", "if"})
_LOOKS = frozenset({"watch", "look", "looking", "watching"})
_IT_DID = frozenset({"did", "does", "yes", "yep", "bounced"})
# Nothing is told without one of these: most texts have none
_HINTS = frozenset({"should", "mean", "means"}).union(
    _HERALDS, _SOURCES, _DEFINES, _READS, _READ_THAT, _CALL, _ANYONE, _WHEN
)


def is_told(items: Sequence[Item], hit: Hit) -> bool:
    """Whether it is advice or reading, and nobody's sign."""
    if _HINTS.isdisjoint([one.form for one in items]):
        return False
    start = hit.items[0]
    return (
        _is_read_of(items, hit)
        or _is_watched_for(items, hit.items[-1])
        or any(
            rule(items, at, start)
            for at in range(start, _begin(items, start) - 1, -1)
            for rule in (_is_announced, _is_a_reason_to_call, _is_of_anyone, _is_should)
        )
    )


def is_to_be_tried(items: Sequence[Item], hit: Hit) -> bool:
    """As in "push his foot up and see whether it bounces"; but "to see if it bounces, and it did"."""
    asked = any(
        items[at].form in _TRY and _form(items, at + 1) in _WHETHER for at in range(hit.items[0], hit.items[-1])
    )
    return asked and not _IT_DID & {one.form for one in items[hit.items[-1] + 1 : hit.items[-1] + 5]}


def _form(items: Sequence[Item], at: int) -> str:
    """The form there, or nothing after the end."""
    return items[at].form if at < len(items) else ""


def _begin(items: Sequence[Item], start: int) -> int:
    """Where the sentence of a sign begins, or what is near enough before it."""
    at = start
    while at > 0 and start - at < _FARTHEST and items[at].pause != _STOP:
        at -= 1
    return at


def _is_read_of(items: Sequence[Item], hit: Hit) -> bool:
    """As in "define rigidity", "reading about clonus", "the leaflet lists dizziness", "what does tremor mean"."""
    start, end = hit.items[0], hit.items[-1] + 1
    for at in range(start - 1, max(-1, start - 1 - _NEAR), -1):
        if items[at + 1].pause:
            break
        form, following = items[at].form, _form(items, at + 1)
        if form in _DEFINES or (form in _SOURCES and following in _SAY):
            return True
        if form in _READ_THAT and following == "that" and _WHEN & {one.form for one in items[at:start]}:
            return True  # "i read that it can stop the breathing"
        if following == "about" and form in _READS and hit.means != "self_harm":
            return True
    after = [one.form for one in items[end : end + 3]]
    if after[:1] in (["mean"], ["means"]):
        return start > 1 and items[start - 2].form == "what"
    if after[1:2] and after[0] in _WHEN and after[1] in _COMES:
        # "headaches can occur", but "my headaches can come when i stand"
        return not _SOMEONE & {one.form for one in items[max(0, start - _NEAR) : end + _NEAR]}
    source = 1 if after[:1] in (["the"], ["a"], ["my"]) else 0
    said_after = len(after) > source + 1 and after[source] in _SOURCES and after[source + 1] in _SAY
    return said_after and items[end].pause > 0


def _is_watched_for(items: Sequence[Item], last: int) -> bool:
    """As in "what signs of a seizure should i watch for"."""
    after = [one.form for one in items[last + 1 : last + 1 + _NEAR]]
    return "should" in after and bool(_LOOKS & set(after)) and bool({"for", "out"} & set(after))


def _is_announced(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "look out for dark urine", "in rare cases people faint"."""
    words = length(items, at, _HERALDS)
    mine = at > 0 and items[at - 1].form in _MY  # "my side effects include shaking"
    return bool(words) and not mine and _goes_on(items, at + words, start, commas=True)


def _is_a_reason_to_call(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "return to the ED for any black stools"; but "should i call for chest pain" is a sign."""
    if items[at].form not in {"for", "with"} or _form(items, at + 1) not in _WORSE or not _goes_on(items, at, start):
        return False
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if items[back + 1].pause or items[back].form in _SOMEONE:
            return False
        if items[back].form in _CALL:
            return back == 0 or items[back - 1].form not in _SOMEONE
    return False


def _is_of_anyone(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "you might feel sick", "people can go into svt"; but "you can see my hands shake" is a sign."""
    form = items[at].form
    modal = "will" if form == "youll" else _form(items, at + 1)
    if form not in _ANYONE or modal not in _MIGHT or not _goes_on(items, at, start, near=True):
        return False
    seen = modal in {"can", "could"} and bool(_SEEN & {one.form for one in items[at + 2 : at + 4]})
    return not seen


def _is_should(items: Sequence[Item], at: int, start: int) -> bool:
    """As in "call 999 should she collapse"; but "should he be shaking?" is a sign."""
    if items[at].form != "should" or at == start:
        return False
    begins = at == 0 or items[at].pause > 0
    if begins or items[at - 1].form in _BEFORE_SHOULD:
        advice = _form(items, at + 1) in {"you", "any"} or (
            _form(items, at + 1) in _WHO and _form(items, at + 2) in _BEGINS and _comma_after(items, start)
        )
        return begins and advice and _goes_on(items, at + 2, start)
    return not items[at + 1].pause and _form(items, at + 1) in _WHO | {"you"} and _goes_on(items, at + 3, start)


def _comma_after(items: Sequence[Item], start: int) -> bool:
    """Whether the sentence goes on after a comma: "should he have a fit, call"."""
    return next((one.pause for one in items[start + 1 :] if one.pause), 0) == 1


def _goes_on(items: Sequence[Item], at: int, start: int, *, commas: bool = False, near: bool = False) -> bool:
    """Whether nothing between begins a statement of someone's own."""
    between = items[at + 1 : start + 1]
    if near and len(between) > _NEAR + 1:
        return False
    if any(one.pause > (1 if commas else 0) for one in between):
        return False
    return not _SOMEONE & {one.form for one in between[:-1]}
