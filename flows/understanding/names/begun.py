"""Whether a medicine was begun, or its dose raised, not long ago: "started prozac yesterday", "upped my zoloft"."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from flows.understanding.times.ago import Ago

_WORDS = words_of("begun")
_BEGAN, _BETWEEN, _LONG = _WORDS["began"], _WORDS["between"], _WORDS["long"]
_MOST = 5  # words between "started" and the name
_NOT_NEW = 72  # hours (the flag new_or_raised); what was begun before that is not asked for
_BESIDE = 25  # characters between it and its time


def is_begun(text: Plain, one: Mention, agos: Sequence[Ago]) -> bool:
    """Whether it says so right before the name, with no time that is long ago."""
    for at in range(one.first - 1, max(-1, one.first - 1 - _MOST), -1):
        if text.words[at + 1].pause:
            return False
        form = text.words[at].form
        if form in _BEGAN:
            return not (_is_long_ago(text.words[at].start, one.end, agos) or (at and text.words[at - 1].form in _LONG))
        if form not in _BETWEEN:
            return False
    return False


def _is_long_ago(start: int, end: int, agos: Sequence[Ago]) -> bool:
    return any(ago.low > _NOT_NEW and start - _BESIDE <= ago.end and ago.start <= end + _BESIDE for ago in agos)
