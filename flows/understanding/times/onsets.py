"""Whether a time is that of a sign: "shaking since 9pm", "got dizzy an hour ago", "2 hours later my jaw locked"."""

from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from flows.understanding.grammar import words_of
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago

_TOOK = words_of("times")["took"]
_ABOUT = frozenset({"about", "around", "at", "like", "maybe", "only", "roughly"})
_REASONS = frozenset({"for", "my", "of", "the", "with"})  # "took kratom for my headache an hour ago"
_BEGINS = frozenset({"and", "but", "n", "so", "then"})
_SINCE, _AFTER = 3, 4  # words


def is_onset(text: Plain, ago: Ago, named: Collection[int], is_sign: Callable[[str], bool]) -> bool:
    """Whether a sign began then.

    Args:
        text: where it stands.
        ago: the time.
        named: the places of the names.
        is_sign: whether a word alone says a sign.
    """
    before = [word for word in text.words if word.end <= ago.start]
    if ago.words.startswith("since"):
        last = [word for at, word in enumerate(before) if at not in named][-_SINCE:]
        if any(is_sign(word.form) for word in last):
            return True
    return _ends_in_sign(before, ago, text, is_sign) or _begins_sign(before, ago, text, is_sign)


def _ends_in_sign(before: Sequence[Word], ago: Ago, text: Plain, is_sign: Callable[[str], bool]) -> bool:
    """As in "got dizzy about an hour ago"."""
    if _pause_of(text, ago):
        return False
    clause = _clause_back(before)
    while clause and clause[-1] in _ABOUT:
        clause.pop()
    return bool(clause) and is_sign(clause[-1]) and not (_TOOK & {*clause} or _REASONS & {*clause[-3:-1]})


def _begins_sign(before: Sequence[Word], ago: Ago, text: Plain, is_sign: Callable[[str], bool]) -> bool:
    """As in "2 hours later i got dizzy"."""
    if before and not _pause_of(text, ago) and before[-1].form not in _BEGINS:
        return False
    after = [word for word in text.words if word.start >= ago.end][:_AFTER]
    clause = takewhile(lambda word: not word.pause and word.form not in _TOOK | _REASONS, after)
    return any(is_sign(word.form) for word in clause)


def _clause_back(before: Sequence[Word]) -> list[str]:
    start = next((at for at in range(len(before) - 1, -1, -1) if before[at].pause), 0)
    return [word.form for word in before[start:]]


def _pause_of(text: Plain, ago: Ago) -> int:
    return next((word.pause for word in text.words if word.start >= ago.start), 0)
