"""Signs said in another language than English: the phrase is there, unless a "no" stands right before it."""

from collections.abc import Mapping, Sequence
from unicodedata import combining, normalize

from flows.understanding.forms import Forms, Item
from flows.understanding.hits import Hit, longest
from flows.understanding.normalise import Plain
from flows.understanding.phrases import Phrases
from flows.understanding.polarity import Status
from flows.understanding.understood import Sign, Span
from knowledge.english import english
from knowledge.schema.phrases import LanguageFile

_MOST_BETWEEN = 3  # words between a "no" and what it denies


class Language:
    """How signs are said in one language: words as they are written, accents or not, one letter wrong or not."""

    def __init__(self, file: LanguageFile, red_flags: frozenset[str]) -> None:
        """Grow its phrases."""
        self._no, self._between = frozenset(map(bare, file.no)), frozenset(map(bare, file.between))
        self._red_flags = red_flags
        self._forms = Forms({}, {}, {}, {}, (), ())
        rows = [(bare(phrase), ident) for ident, many in file.findings.items() for phrase in many]
        self._phrases = Phrases(self._forms, (), rows)
        self.words = frozenset(self._forms.vocabulary) | self._no | self._between
        self._own = frozenset(one for one in self.words if one not in english())  # "sin" and "no" show no Spanish
        self._forms.settle()

    def signs(self, text: Plain, item_of: Sequence[int]) -> list[Sign]:
        """What the text says in this language; nothing is past or feared here: in doubt it is there.

        Args:
            text: the text.
            item_of: for each word the English item that it is a part of.
        """
        words = [word._replace(form=bare(word.form)) for word in text.words]
        if self._own.isdisjoint(word.form for word in words):
            return []
        items = self._forms.items(words)
        return [
            Sign(
                hit.means,
                text.text[(start := words[hit.items[0]].start) : (end := words[hit.items[-1]].end)],
                Span(start, end),
                self._status(items, hit),
                hit.phrase,
                item_of[hit.items[0]],
            )
            for hit in longest(self._phrases.find(items), self._red_flags)
        ]

    def _status(self, items: Sequence[Item], hit: Hit) -> Status:
        """Absent when a "no" stands before it, or "have" and the like between; a phrase with its own "no" is there."""
        if any(items[at].form in self._no for at in hit.items):
            return "present"
        first = hit.items[0]
        for at in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
            if items[at + 1].pause:
                return "present"
            if items[at].form in self._no:
                return "absent"
            if items[at].form not in self._between:
                return "present"
        return "present"


class OtherLanguages:
    """All languages beside English that phrases are known in."""

    def __init__(self, files: Mapping[str, LanguageFile], red_flags: frozenset[str]) -> None:
        """Read each."""
        self._by_code = {code: Language(file, red_flags) for code, file in files.items()}
        self.words: frozenset[str] = frozenset().union(*(one.words for one in self._by_code.values()))

    def signs(self, text: Plain, item_of: Sequence[int]) -> tuple[str, list[Sign]]:
        """The language that says the most, and what is said in it; each is tried, since few words show no language."""
        found = {code: one.signs(text, item_of) for code, one in self._by_code.items()}
        best = max(found, key=lambda code: sum(one.span.end - one.span.start for one in found[code]), default="")
        return (best, found[best]) if best and found[best] else ("", [])


def bare(text: str) -> str:
    """The text without accents, as it is often typed: "respiración" is "respiracion"."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text.replace("ß", "ss")) if not combining(sign))
