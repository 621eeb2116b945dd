"""Times that are a sentence of their own: "hour ago. 3 grams kratom", "kratom 5g. like 2 hrs ago"."""

from collections.abc import Mapping, Sequence

from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from flows.understanding.times.ago import Ago
from flows.understanding.times.far_times import is_far, says_taking


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
    lone: dict[int, Ago] = {}
    for number, sentence in enumerate(sentences):
        inside = [one for one in found if _is_in(text, one, sentence)]
        if len(inside) == 1 and not named[number] and not is_far(inside[0]) and _says_only(text, sentence, inside[0]):
            lone[number] = inside[0]
    first = next((number for number, here in enumerate(named) if here), 0)
    leads = bool(lone) and min(lone) < first
    times: dict[int, Ago] = {}
    for number, ago in lone.items():
        others = range(number + 1, len(sentences)) if leads else range(number - 1, -1, -1)
        beside = next((named[one] for one in others if named[one]), [])
        times |= {at: ago for at in beside if at not in linked and at not in times}
    return times


def _is_in(text: Plain, ago: Ago, sentence: range) -> bool:
    return any(ago.start < text.words[at].end and text.words[at].start < ago.end for at in sentence)


def _says_only(text: Plain, sentence: range, ago: Ago) -> bool:
    """Whether nothing but a taking is said of the time."""
    rest = (text.words[at] for at in sentence)
    return all(says_taking(word) for word in rest if word.end <= ago.start or word.start >= ago.end)
