"""Whether a time of a day ago or more is that of a taking; in doubt it is not: an unknown time is in every window."""

from collections.abc import Collection, Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago
from knowledge.ago import read_hours_ago

_WORDS = words_of("links")
_OPENERS, _OF_TAKING, TAKING, _JOINERS = _WORDS["openers"], _WORDS["of_taking"], _WORDS["taking"], _WORDS["joiners"]
_A_DAY = 24  # hours, the shortest window (clinical.md 4.0): a shorter time takes nothing out of it


def is_far(ago: Ago) -> bool:
    """Whether it could take a substance out of its window."""
    hours = read_hours_ago(ago.words)
    return hours is not None and hours >= _A_DAY


def is_of_taking(text: Plain, mention: Mention, ago: Ago, mentions: Sequence[Mention]) -> bool:
    """Whether a far time is when the named thing was taken; not so in "gave birth 3 weeks ago, took kratom"."""
    named = {at for one in mentions for at in range(one.first, one.last + 1)}
    before = [at for at, word in enumerate(text.words) if word.end <= ago.start]
    after = [at for at, word in enumerate(text.words) if word.start >= ago.end]
    if mention.end <= ago.start:
        between = [at for at in before if at > mention.last]
        starts = _pause_at(text, ago) > 0
        return _only(text, between, named) and not (starts and not _only(text, _clause(text, after), named))
    lead = [at for at in _clause_back(text, before, ago) if text.words[at].form not in _OPENERS]
    between = [at for at in after if at < mention.first]
    if not _only(text, [*lead, *between], named):
        return False
    goes_on = not any(text.words[at].pause or text.words[at].form in TAKING for at in [*between, mention.first])
    return not lead or goes_on


def is_alone(text: Plain, ago: Ago) -> bool:
    """Whether a text without a name speaks of nothing but a taking: "3 days ago", not "i had a baby 3 weeks ago"."""
    return all(says_taking(word) for word in text.words if word.end <= ago.start or word.start >= ago.end)


def _only(text: Plain, places: Sequence[int], named: Collection[int]) -> bool:
    return all(at in named or says_taking(text.words[at]) for at in places)


def says_taking(word: Word) -> bool:
    """Whether a word may stand between a time and what was taken then; any other may be of something else in life."""
    return word.form in _OF_TAKING or word.form in TAKING or word.form in _OPENERS or word.form[0].isdigit()


def _pause_at(text: Plain, ago: Ago) -> int:
    return next((word.pause for word in text.words if word.start >= ago.start), 0)


def _clause(text: Plain, places: Sequence[int]) -> Sequence[int]:
    """The places up to a pause or a joiner."""
    end = next((n for n, at in enumerate(places) if text.words[at].pause or text.words[at].form in _JOINERS), None)
    return places[:end]


def _clause_back(text: Plain, places: Sequence[int], ago: Ago) -> Sequence[int]:
    """The places back to a pause or a joiner."""
    if _pause_at(text, ago):
        return ()
    for n in range(len(places) - 1, -1, -1):
        if text.words[places[n]].form in _JOINERS:
            return places[n + 1 :]
        if text.words[places[n]].pause:
            return places[n:]
    return places
