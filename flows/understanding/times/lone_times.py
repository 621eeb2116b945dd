"""Times in a sentence without a name: "hour ago. 3 grams kratom", "got some kratom today. took 7 grams around 6"."""

from collections.abc import Mapping, Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago
from flows.understanding.times.clauses import ClauseOf
from flows.understanding.times.far_times import is_far, says_taking
from flows.understanding.times.later_doses import says_again

_TOOK = words_of("times")["took"]
_LEAD = 4  # words between a time and its taking: "an hour ago i just took"


def lone_times(
    text: Plain, mentions: Sequence[Mention], linked: Mapping[int, Ago], found: Sequence[Ago]
) -> dict[int, Ago]:
    """For names without a time, the one that stands alone before them or, where a name comes first, after them.

    Args:
        text: where they stand.
        mentions: the names.
        linked: the time of each by its number.
        found: all times of the text.
    """
    sentences = text.sentences()
    named = [[at for at, one in enumerate(mentions) if each.start <= one.first < each.stop] for each in sentences]
    lone = {
        number: ago
        for number, sentence in enumerate(sentences)
        if not named[number] and (ago := _time_of(text, sentence, found))
    }
    first = next((number for number, here in enumerate(named) if here), 0)
    leads = bool(lone) and min(lone) < first
    times: dict[int, Ago] = {}
    for number, ago in lone.items():
        others = range(number + 1, len(sentences)) if leads else range(number - 1, -1, -1)
        beside = next((named[one] for one in others if named[one]), [])
        again = any(says_again(text.words[at]) for at in sentences[number])
        times |= {at: ago for at in beside if _is_nearer(ago, linked.get(at), again=again) and at not in times}
    return times


def _is_nearer(ago: Ago, known: Ago | None, *, again: bool) -> bool:
    """Whether no time is known, or that of a dose before; a far one may be of something else in life."""
    return not is_far(ago) if known is None else again and ago.low < known.low


def _time_of(text: Plain, sentence: range, found: Sequence[Ago]) -> Ago | None:
    """The latest time of a sentence in which only a taking is said of it."""
    inside = [one for one in found if any(_holds(one, text.words[at]) for at in sentence)]
    words = [text.words[at] for at in sentence]
    if not all(_says_dose(word) or any(_holds(one, word) for one in inside) for word in words):
        inside = [one for one in inside if _is_taken_then(words, one) and not ClauseOf(text, one).lasts]
    return min(inside, key=lambda one: one.low, default=None)


def _holds(ago: Ago, word: Word) -> bool:
    return ago.start < word.end and word.start < ago.end


def _says_dose(word: Word) -> bool:
    return says_taking(word) or says_again(word)


def _is_taken_then(words: Sequence[Word], ago: Ago) -> bool:
    """Whether only a dose stands between the time and its "took": not so in "took a nap an hour ago"."""
    before = [word for word in words if word.end <= ago.start]
    took = next((at for at in range(len(before) - 1, -1, -1) if before[at].form in _TOOK), None)
    if took is not None and all(map(_says_dose, before[took:])):
        return True
    after = [word for word in words if word.start >= ago.end]
    took = next((at for at, word in enumerate(after[:_LEAD]) if word.form in _TOOK), None)
    if took is None or not all(map(_says_dose, after[:took])):
        return False
    end = next((at for at, word in enumerate(after) if word.pause and at > took), len(after))
    return all(map(_says_dose, after[took:end]))
