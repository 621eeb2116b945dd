"""What the clause of a time says of it: something was taken then, an effect began, or it ends then."""

from collections.abc import Sequence
from itertools import pairwise

from flows.understanding.grammar import words_of
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.times.ago import Ago

_WORDS = words_of("times")
_ONSET, _LASTS, _TOOK = _WORDS["onset"], _WORDS["lasts"], _WORDS["took"]
_HABIT = frozenset({"every", "each", "usually", "always"})  # "every evening at six"
_TAKES = frozenset({"take", "takes"})  # "i take it in the morning"
_BOUGHT = frozenset({"bought", "ordered", "picked", "purchased", "scored", "copped", "grabbed", "delivered"})
_BEGINS = frozenset({"and", "n", "then", "but", "so"})
# these begin no effect
_TAKINGS = frozenset({("came", "off"), ("hit", "a"), ("hit", "da"), ("hit", "my"), ("hit", "the")})
_MOST = 6  # words of the clause
_AFTER = 4  # words in which it says what began


class ClauseOf:
    """The words before a time, back to a pause or to an "and" with a taking of its own."""

    def __init__(self, text: Plain, ago: Ago) -> None:
        """Find them."""
        before = [word for word in text.words if word.end <= ago.start][-_MOST:]
        after = [word for word in text.words if word.start >= ago.end][:_AFTER]
        first = next((word for word in text.words if word.start >= ago.start), None)
        self.starts = first.pause if first else 0
        words = [] if self.starts else [word.form for word in _clause(before)]
        forms = {*words}
        each = [two for one, two in pairwise(words) if two == "each" and _is_unit(one)]  # "15mg each 2 hours ago"
        self.habit = bool(_HABIT & forms - {*each}) or (ago.words.startswith("in") and bool(_TAKES & forms))
        self.bought = bool(_BOUGHT & forms)
        self.lasts, self.took = bool(_LASTS & forms), bool(_TOOK & forms)
        self.onset = _begins(words)
        if self.starts or not before or before[-1].form in _BEGINS:
            self.onset = self.onset or _begins(
                [word.form for word in _clause_after(after)]
            )  # "2 hours ago i felt sick"


def _clause(words: Sequence[Word]) -> Sequence[Word]:
    for at in range(len(words) - 1, -1, -1):
        if words[at].pause or (words[at].form in _BEGINS and (_TOOK | _ONSET) & {word.form for word in words[at:]}):
            return words[at:]
    return words


def _begins(forms: Sequence[str]) -> bool:
    return not _ONSET.isdisjoint(forms) and _TAKINGS.isdisjoint(pairwise(forms))


def _clause_after(words: Sequence[Word]) -> Sequence[Word]:
    end = next((at for at, word in enumerate(words) if word.pause or word.form in _TOOK), None)
    return words[:end]


def _is_unit(form: str) -> bool:
    return form[0].isdigit() or form in {"mg", "mgs", "g", "grams", "ml", "mcg"}
