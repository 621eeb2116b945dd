"""Signs said in another language than English: the phrase is there, unless a "no" stands right before it or in it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

from flows.understanding.phrases.forms import Forms, Item
from flows.understanding.phrases.hits import Hit, longest
from flows.understanding.phrases.normalise import Plain, Word
from flows.understanding.phrases.phrases import Phrases
from flows.understanding.polarity.polarity import Status
from flows.understanding.understood import Sign, Span
from knowledge.english import english
from knowledge.schema.phrases import LanguageFile

_MOST_BETWEEN = 3  # words between a "no" and what it denies
# "maeng da", "im shaking", "twitching n sweating", "k": in no list of English words
_ENGLISH_TOO = frozenset({"da", "im", "n", "k", "e", "o"})
_SHORTEST_ALONE = 7  # letters of a misspelt word that says a sign by itself
_AFTER = "... "  # begins a "no" that may stand behind what it denies: "er zittert nicht"
_REPEATED = re.compile(r"(.)\1+")


class Language:
    """How signs are said in one language: words as they are written, accents or not, one letter wrong or not."""

    def __init__(self, file: LanguageFile, red_flags: frozenset[str]) -> None:
        """Grow its phrases."""
        self._no = frozenset(bare(one) for one in file.no if not one.startswith(_AFTER))
        self._no_after = frozenset(bare(one.removeprefix(_AFTER)) for one in file.no if one.startswith(_AFTER))
        self._between = frozenset(map(bare, file.between))
        self._red_flags = red_flags
        self._forms = Forms({}, {}, {}, {}, (), ())
        rows = [(bare(phrase), ident) for ident, many in file.findings.items() for phrase in many]
        self._phrases = Phrases(self._forms, (), rows)
        self._forms.vocabulary |= self._no | self._no_after | self._between
        self.words = frozenset(self._forms.vocabulary)
        # "sin" and "no" show no Spanish
        self._own = frozenset(one for one in self.words - _ENGLISH_TOO if one not in english())
        self._forms.settle()

    def signs(self, text: Plain, item_of: Sequence[int]) -> list[Sign]:
        """What the text says in this language; nothing is past or feared here: in doubt it is there.

        Args:
            text: the text.
            item_of: for each word the English item that it is a part of.
        """
        words = [word._replace(form=bare(word.form)) for word in text.words]
        items = [self._spelt(item, word) for item, word in zip(self._forms.items(words), words, strict=True)]
        found = [hit for hit in self._phrases.find(items) if not self._is_guessed(hit, items, words)]
        hits = longest(found, self._red_flags)
        own = {at for hit in hits for at in hit.items}  # a "no" of one sign denies no other
        return [
            Sign(
                hit.means,
                text.text[(start := words[hit.items[0]].start) : (end := words[hit.items[-1]].end)],
                Span(start, end),
                self._status(items, hit, own),
                hit.phrase,
                item_of[hit.items[0]],
            )
            for hit in hits
        ]

    def may_be(self, forms: Iterable[str]) -> bool:
        """Whether any of the words, without accents, is of this language and not of English."""
        return not self._own.isdisjoint(forms)

    def known(self, text: Plain) -> int:
        """How many words of the text its phrases have: of "vomitar sangue" in two languages, Portuguese."""
        return sum(bare(word.form) in self.words for word in text.words)

    def _spelt(self, item: Item, word: Word) -> Item:
        """The item, or the word as it stands when it is another one: "lieber" is no misspelt "fieber"."""
        if item.form == word.form or (
            item.form[0] == word.form[0] and OSA.distance(*map(_once, (item.form, word.form))) <= 1
        ):
            return item
        return item._replace(form=word.form, keys=self._forms.keys(word.form))

    def _is_guessed(self, hit: Hit, items: Sequence[Item], words: Sequence[Word]) -> bool:
        """Whether it is one short word that was not typed so: "torre" is not "torpe"."""
        at = hit.items[0]
        return (
            len(hit.items) == 1
            and len(words[at].form) < _SHORTEST_ALONE
            and _once(items[at].form) != _once(words[at].form)
        )

    def _status(self, items: Sequence[Item], hit: Hit, own: Collection[int]) -> Status:
        """Absent when a "no" stands before it, or in a gap of it, or ends the words after it; in doubt it is there."""
        if any(items[at].form in self._no for at in hit.items):
            return "present"  # "no respira" says itself what is wrong
        if any(items[at].form in self._no and at not in own for at in hit.inside):
            return "absent"
        return "absent" if self._is_denied(items, hit, own) or self._is_denied_after(items, hit, own) else "present"

    def _is_denied(self, items: Sequence[Item], hit: Hit, own: Collection[int]) -> bool:
        """Whether a "no" stands before it, or "have" and the like between."""
        first = hit.items[0]
        for at in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
            if items[at + 1].pause:
                return False
            if items[at].form in self._no:
                return at not in own
            if items[at].form not in self._between:
                return False
        return False

    def _is_denied_after(self, items: Sequence[Item], hit: Hit, own: Collection[int]) -> bool:
        """Whether a "no" follows it, and nothing else: in "er krampft nicht mehr" he had a fit."""
        at = hit.items[-1] + 1
        if at >= len(items) or items[at].form not in self._no_after or items[at].pause or at in own:
            return False
        return at + 1 == len(items) or bool(items[at + 1].pause)


class OtherLanguages:
    """All languages beside English that phrases are known in."""

    def __init__(self, files: Mapping[str, LanguageFile], red_flags: frozenset[str]) -> None:
        """Read each."""
        self._by_code = {code: Language(file, red_flags) for code, file in files.items()}
        self.words: frozenset[str] = frozenset().union(*(one.words for one in self._by_code.values()))

    def signs(self, text: Plain, item_of: Sequence[int]) -> tuple[str, list[Sign]]:
        """The language that says the most, and what is said in it; each is tried, since few words show no language."""
        forms = {bare(word.form) for word in text.words}
        found = {code: one.signs(text, item_of) for code, one in self._by_code.items() if one.may_be(forms)}
        best = max(found, key=lambda code: (_length(found[code]), self._by_code[code].known(text)), default="")
        return (best, found[best]) if best and found[best] else ("", [])


def _length(signs: Iterable[Sign]) -> int:
    return sum(one.span.end - one.span.start for one in signs)


def _once(word: str) -> str:
    """The word with each letter once where it stands several times: "respiraaar"."""
    return _REPEATED.sub(r"\1", word)


def bare(text: str) -> str:
    """The text without accents, as it is often typed: "respiración" is "respiracion"."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text.replace("ß", "ss")) if not combining(sign))


def english_hits(
    hits: Sequence[Hit], items: Sequence[Item], text: Plain, others: Sequence[Sign], small_words: Collection[str]
) -> list[Hit]:
    """The hits that are not small words of the text's language ("suis" is no self-harm), nor denied in it."""
    denied = [one.span for one in others if one.status == "absent"]

    def is_english(hit: Hit) -> bool:
        words = [text.words[at] for each in hit.items for at in range(items[each].first, items[each].last + 1)]
        if all(word.form in small_words for word in words):
            return False
        return not any(span.start <= words[0].start and words[-1].end <= span.end for span in denied)

    return [hit for hit in hits if is_english(hit)]


def not_said_in_english(others: Sequence[Sign], hits: Sequence[Hit], items: Sequence[Item], text: Plain) -> list[Sign]:
    """The signs but those that the English phrases name with the same words: "no diarrhea" is denied in English."""
    english = [
        (hit.means, text.words[items[hit.items[0]].first].start, text.words[items[hit.items[-1]].last].end)
        for hit in hits
    ]
    return [
        one
        for one in others
        if not any(means == one.id and start < one.span.end and one.span.start < end for means, start, end in english)
    ]
