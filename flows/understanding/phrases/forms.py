"""Forms of words: "couldn't", "can not" and "unable to" are one, so are "shaking" and "shakes"."""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from flows.understanding.phrases.misspellings import Misspellings
from flows.understanding.phrases.normalise import Word, plain
from flows.understanding.phrases.stems import stem

WHOLE = "!"  # marks a key that is a word as it stands, not its stem
MOST_REPAIRS = 24  # misspelt words of one text that are looked at; the rest is read as it stands
_LONGEST_MERGE = 4


class Item(NamedTuple):
    """A word, or some that are one, as phrases see it.

    Attributes:
        form: its plain form.
        keys: the form's stem and the classes it belongs to, in which phrases look for it; a dict, for its order.
        first: its first word.
        last: its last word.
        pause: the pause before it.
        light: it may stand between the words of a phrase and change nothing.
    """

    form: str
    keys: dict[str, None]
    first: int
    last: int
    pause: int
    light: bool


class Forms:
    """Brings words to their forms."""

    def __init__(
        self,
        merges: Mapping[str, Sequence[str]],
        spellings: Mapping[str, str],
        irregular: Mapping[str, str],
        classes: Mapping[str, Sequence[str]],
        light: Sequence[str],
        unstemmed: Sequence[str],
        names: Container[str] = frozenset(),
    ) -> None:
        """Keep the tables of both words.yaml, this room's and phrases/'s, and the names of substances."""
        self._merges = {tuple(said.split()): one for one, many in merges.items() for said in many}
        self._merge_starts = {said[0] for said in self._merges}
        self._spellings, self._irregular = dict(spellings), dict(irregular)
        self._light = frozenset(light)
        self._unstemmed = frozenset(unstemmed)
        self._classes: dict[str, list[str]] = {}
        self.vocabulary: set[str] = set(self._light)
        self._misspellings = Misspellings(self.vocabulary, self._spellings, names)
        self._groups: dict[frozenset[str], str] = {}
        self._known: dict[str, tuple[str, ...]] = {}  # most words stand in many phrases
        self._stems: dict[str, str] = {}  # of the words of phrases: what else people type is not kept
        for name, members in classes.items():
            self._class(f"${name}", {self.stem(form) for member in members for form in self.formed(member)})

    def group(self, members: Sequence[str]) -> str:
        """The class of some words, made when it is new."""
        keys = frozenset(map(self._member, members))
        name = self._groups.get(keys)
        if name is None:
            name = self._groups[keys] = f"${len(self._groups)}"
            self._class(name, keys)
        return name

    def _class(self, name: str, keys: Iterable[str]) -> None:
        for key in keys:
            self._classes.setdefault(key, []).append(name)

    def _member(self, form: str) -> str:
        return form if form.endswith(WHOLE) else self.stem(form)

    def settle(self) -> None:
        """Let go of what is only needed while phrases are read; none may be read afterwards."""
        self._known.clear()
        self._groups.clear()

    def read(self, phrase: str) -> Sequence[str]:
        """The forms of a phrase's words."""
        return self._known.get(phrase) or self._read(phrase)[1]

    def formed(self, phrase: str) -> Sequence[str]:
        """The forms of a phrase's words; they are learnt as words that people use."""
        known = self._known.get(phrase)
        if known is None:
            forms, found = self._read(phrase)
            self.vocabulary.update(forms, found)
            for one in found:
                if one not in self._stems:
                    self._stems[one] = self._stem(one)
            known = self._known[phrase] = tuple(found)
        return known

    def _read(self, phrase: str) -> tuple[list[str], list[str]]:
        """The forms of a phrase's words before and after those that are one are put together."""
        if phrase.isalnum() and phrase.isascii() and phrase not in self._merge_starts:
            form = self._spellings.get(phrase, phrase)
            return [form], [form]
        words = (
            phrase.split()
            if phrase.isascii() and phrase.replace(" ", "").isalnum()
            else [one.form for one in plain(phrase).words]
        )
        forms = [self._spellings.get(word, word) for word in words]
        found, at = [], 0
        while at < len(forms):
            form, length = self._merged(forms, at) if forms[at] in self._merge_starts else (forms[at], 1)
            found.append(form)
            at += length
        return forms, found

    def items(self, words: Sequence[Word]) -> tuple[Item, ...]:
        """The words as items."""
        left = MOST_REPAIRS
        forms = []
        for word in words:
            form = self._misspellings.usual(word.form)
            if left and self._misspellings.may_be(form):
                left -= 1
                form = self._misspellings.repaired(form)
            forms.append(form)
        found, at = [], 0
        while at < len(forms):
            form, length = self._merged(forms, at)
            keys = self.keys(form)
            found.append(Item(form, keys, at, at + length - 1, words[at].pause, form in self._light))
            at += length
        return tuple(found)

    def keys(self, form: str) -> dict[str, None]:
        """What phrases look for: the stem and the classes."""
        return self._keys(form) if form in self._stems else self._made_keys(form)

    @lru_cache(maxsize=1024)  # noqa: B019  one Forms lives as long as the content
    def _keys(self, form: str) -> dict[str, None]:
        return self._made_keys(form)

    def _made_keys(self, form: str) -> dict[str, None]:
        stem = self.stem(form)
        whole = form + WHOLE
        return dict.fromkeys((stem, whole, *self._classes.get(stem, ()), *self._classes.get(whole, ())))

    def stem(self, form: str) -> str:
        """The word without its ending: "shaking" and "shakes" are "shak"."""
        return self._stems.get(form) or self._stem(form)

    def _stem(self, form: str) -> str:
        return stem(form, self._irregular, self._unstemmed)

    def _merged(self, forms: Sequence[str], at: int) -> tuple[str, int]:
        """The longest run of words from here that is one form, and how many words it takes."""
        if forms[at] in self._merge_starts:
            for length in range(min(_LONGEST_MERGE, len(forms) - at), 0, -1):
                one = self._merges.get(tuple(forms[at : at + length]))
                if one:
                    return one, length
        return forms[at], 1


def items_of_words(items: Sequence[Item]) -> list[int]:
    """For each word the item that it is a part of."""
    return [at for at, item in enumerate(items) for _ in range(item.first, item.last + 1)]
