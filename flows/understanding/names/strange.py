"""Words that stand where a name would and that nobody knows: "moon rocks"; plain chatter is none of them."""

from collections.abc import Collection, Iterable, Sequence

from flows.understanding.grammar import words_of
from flows.understanding.names.taking import is_asked_or_denied
from flows.understanding.phrases.normalise import Plain, Word

MOST = 3
_LONGEST = 4  # words of a name that nobody knows
_SHORTEST = 3  # letters
_WORDS = words_of("strange")
_JOINS, _DENIES, _TOOK = _WORDS["joins"], _WORDS["denies"], _WORDS["took"]


class Strangers:
    """Finds them."""

    def __init__(self, light: Collection[str], fillers: Collection[str], chatter: Collection[str]) -> None:
        """Keep the words that are no names: small ones around a name, what says little, and chatter."""
        self._light = frozenset({*light, *_JOINS, *_TOOK}) - _DENIES
        self._fillers, self._chatter = frozenset(fillers), frozenset(chatter)

    def find(self, text: Plain, read: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The names that nobody knows, outside the places that were read."""
        if "?" in text.text:
            return ()
        named = [name for run in _runs(text.words, list(read)) if (name := self._name(run, text))]
        return () if not named or is_asked_or_denied(text.text) else tuple(dict.fromkeys(named))[:MOST]

    def _name(self, run: Sequence[Word], text: Plain) -> str:
        """The name that a run of words is, without the small words around it; empty when it is none."""
        first, last = 0, len(run)
        while first < last and run[first].form in self._light:
            first += 1
        while first < last and run[last - 1].form in self._light:
            last -= 1
        name = run[first:last]
        if not 0 < len(name) <= _LONGEST or any(word.form in self._chatter for word in name):
            return ""
        telling = [word.form for word in name if word.form not in self._light | self._fillers]
        if not any(len(form) >= _SHORTEST and form.isalpha() for form in telling):
            return ""
        return text.text[name[0].start : name[-1].end]


def _runs(words: Sequence[Word], read: Sequence[tuple[int, int]]) -> Iterable[Sequence[Word]]:
    """The words that stand together: a pause, a word that joins or what was read parts them."""
    run: list[Word] = []
    for word in words:
        inside = any(start < word.end and word.start < end for start, end in read)
        if inside or word.pause or word.form in _JOINS:
            yield run
            run = []
        if not inside:
            run.append(word)
    yield run
