"""A word that may be the name of several things taken, as a question; its amount and time wait for the answer."""

from msgspec.structs import replace

from flows.session import Interruption, Said
from flows.understanding.understood import Doubt

KIND = "did_you_mean"
MOST_WORDS_SHOWN = 60


def did_you_mean(doubt: Doubt) -> Interruption:
    """The question which of its meanings is meant."""
    said = doubt.said[:MOST_WORDS_SHOWN]
    return Interruption(KIND, said, doubt.ids, (replace(doubt.as_said, said=said),))


def as_meant(one: Interruption, ident: str) -> Said:
    """What was taken, once it is known what was meant; the id is empty for something else."""
    return replace(one.taken[0], id=ident) if one.taken else Said(one.words, ident)
