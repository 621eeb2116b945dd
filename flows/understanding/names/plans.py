"""Whether what is named was only planned or asked about: "can i take kratom"; in doubt it was taken."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.lead import pauses
from flows.understanding.phrases.forms import Item

_WORDS = words_of("intake")
_TOOK, _WITH, _HOLDS = _WORDS["took"], _WORDS["with"], _WORDS["holds"]
_PLANS, _PLANS_AFTER, _PLANS_TO = _WORDS["plans"], _WORDS["plans_after"], _WORDS["plans_to"]
_TO_TAKE, _WORKS, _TURNS = _WORDS["to_take"], _WORDS["works"], _WORDS["turns"]
_UNITS = _WORDS["units"]
_IS = frozenset({"is", "are", "ok"})
_THAT = frozenset({"are", "be", "is", "it", "its", "that", "them", "these", "they", "this"})
_ASKING = frozenset({"can", "if", "ill", "is", "are", "does", "should", "ok", "safe", "allowed"})
_THESE = frozenset({"this", "these", "those"})
_EFFECTS = frozenset({"effect", "effects", "side", "symptom", "symptoms", "withdrawal", "withdrawals"})
_DOES = frozenset({"do", "did", "doing", "cause", "caused", "causing", "make", "makes", "made"})
_WEARS_OFF = frozenset({"wear", "wears", "kick", "hit", "leave", "end", "stop", "come"})
_TURN_FROM = 3  # words: a "but" nearer than that belongs to the list of names


def planned(items: Sequence[Item], before: list[str], first: int, after: list[str]) -> bool:
    """Whether a plan or a question governs it, and nothing before it says that it was taken.

    Args:
        items: the text.
        before: the words before the name, the nearest first.
        first: where the name begins.
        after: the words after it.
    """
    if ("after" in before[:4] and "how" not in before) or _did_this(before, after):
        return False  # "is it normal that my eyes jump after kratom"
    for at, form in enumerate(before):
        further = before[at + 1] if at + 1 < len(before) else ""
        if form == "on" and further in _WORKS | _PLANS - _IS:
            continue  # "planning on"
        if form in _PLANS and not _is_a_plan(items, before, first, at):
            continue
        if _taken_by(form, at) or (form in _TURNS and at > _TURN_FROM):
            return False
        if form in _PLANS and not (form in {"is", "are"} and not _asks(items, first - 1 - at)):
            return True
    plans = [form for at, form in enumerate(after) if not (form == "later" and at and after[at - 1] in _UNITS)]
    return bool(_PLANS_AFTER & set(plans)) and not _TOOK & set(before)  # "kratom, tramadol 30 min later" was taken


def _is_a_plan(items: Sequence[Item], before: list[str], first: int, at: int) -> bool:
    """Whether a word of plans is one here: not the can in "a can of", nor in "feel ok, 4g kratom"."""
    form, nearer = before[at], before[max(0, at - 3) : at]
    further = before[at + 1] if at + 1 < len(before) else ""
    if form == "can" and nearer[-1:] == ["of"]:
        return False
    if pauses(items, first, at) and form in _PLANS_TO | _ASKING:
        return bool(_TO_TAKE & set(before[:at]))  # "can you help me, 10g kratom"
    if form == "ok":
        return further in _THAT or bool({"to", "if", "with", "w"} & set(nearer[-1:]))
    if form == "later" and (further in _UNITS or _TOOK & set(before[at + 1 :])):
        return False  # "2 hours later xanax"; "took 2, later 2 tramadol"
    if form in {"later", "tomorrow"}:
        return not pauses(items, first, at)  # "tramadol tomorrow, had kratom"
    return form not in _PLANS_TO or at <= 1 or bool(_TO_TAKE & set(nearer)) or _asks(items, first - 1 - at)


def _did_this(before: list[str], after: list[str]) -> bool:
    """As in "can kratom do this", "are these kratom effects", "waiting for the kratom to wear off": it was taken."""
    effects = bool(_THESE & set(before[:1])) and bool(_EFFECTS & set(after[:2]))
    this = bool(_DOES & set(after)) and bool(_THESE & set(after) or "it" in after[1:3])
    blamed = before[:2] == ["the", "be"] or before[:1] == ["be"]  # "could this be the kratom"
    return effects or this or blamed or (bool({"wait", "waiting"} & set(before)) and bool(_WEARS_OFF & set(after)))


def _taken_by(form: str, at: int) -> bool:
    """Whether the word says that it was taken: "took" anywhere before it, "on" only directly before it."""
    return (form in _TOOK and form not in _WITH) or (form in _HOLDS and at <= 1)


def _asks(items: Sequence[Item], at: int) -> bool:
    """Whether "is" begins a question: "is kratom safe with prozac"."""
    return at == 0 or items[at].pause > 0
