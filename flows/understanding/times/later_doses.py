"""Times said again of one thing: "at noon and again at 4" and "tonight, the last at 8" are 4 and 8 o'clock."""

from collections.abc import Mapping, Sequence

from flows.understanding.amounts.nearness import words_between
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago
from flows.understanding.times.far_times import is_far, says_taking

_AGAIN = words_of("times")["again"]
_GOES_ON = frozenset({"and", "but", "n", "plus", "so", "then"})
_STOP = 2  # the pause of a full stop


def says_again(word: Word) -> bool:
    """Whether a word speaks of a further dose."""
    return word.form in _AGAIN


def latest(text: Plain, mentions: Sequence[Mention], linked: Mapping[int, Ago], found: Sequence[Ago]) -> dict[int, Ago]:
    """The times of the names; the latest, where more than one is said of a name."""
    times = dict(linked)
    for number, ago in linked.items():
        end = max(ago.end, mentions[number].end)
        for other in found:
            if other.start < end or any(other is one for at, one in linked.items() if at != number):
                continue
            if any(end <= one.start < other.start for one in mentions) or not _is_said_again(text, end, other):
                break
            if other.low < times[number].low or (_is_inside(other, times[number]) and not is_far(other)):
                times[number] = other
            end = other.end
    return times


def _is_said_again(text: Plain, end: int, other: Ago) -> bool:
    """Whether only a further dose is said between two times, and nothing else of the second."""
    between = words_between(text.words, end, other.start)
    if not all(word.pause < _STOP and (says_taking(word) or says_again(word)) for word in between):
        return False
    following = next((word for word in text.words if word.start >= other.end), None)
    return following is None or bool(following.pause) or following.form in _GOES_ON or following.form[0].isdigit()


def _is_inside(one: Ago, other: Ago) -> bool:
    return other.low <= one.low and one.high <= other.high
