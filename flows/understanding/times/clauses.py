"""What the clause before a time says of it: something was taken then, an effect began, or it ends then."""

from flows.understanding.grammar import words_of
from flows.understanding.phrases.normalise import Plain
from flows.understanding.times.ago import Ago

_WORDS = words_of("times")
_ONSET, _LASTS, _TOOK = _WORDS["onset"], _WORDS["lasts"], _WORDS["took"]
_HABIT = frozenset({"every", "each", "usually", "always"})  # "every evening at six"
_BOUGHT = frozenset({"bought", "ordered", "picked", "purchased", "scored", "copped", "grabbed", "delivered"})
_WOKE = frozenset({"woke", "awoke", "woken"})  # "before bed, woke up at 3 shaking"
_MOST = 6  # words of the clause


class ClauseOf:
    """The words before a time, back to a pause; after it too, when it begins the clause."""

    def __init__(self, text: Plain, ago: Ago) -> None:
        """Find them."""
        words = [word for word in text.words if word.end <= ago.start][-_MOST:]
        self.starts = next((word.pause for word in text.words if word.start >= ago.start), 0)
        if self.starts:
            words = []
        for at in range(len(words) - 1, -1, -1):
            if words[at].pause:
                words = words[at:]
                break
        forms = {word.form for word in words}
        amounts = {at for at, word in enumerate(words) if word.form == "each" and at and _is_unit(words[at - 1].form)}
        self.habit = any(word.form in _HABIT and at not in amounts for at, word in enumerate(words))
        self.bought = bool(_BOUGHT & forms)
        self.woke = bool(_WOKE & forms)
        self.onset, self.lasts, self.took = bool(_ONSET & forms), bool(_LASTS & forms), bool(_TOOK & forms)


def _is_unit(form: str) -> bool:
    """As in "15mg each 2 hours ago"."""
    return form[0].isdigit() or form in {"mg", "mgs", "g", "grams", "ml", "mcg"}
