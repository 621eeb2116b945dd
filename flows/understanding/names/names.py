"""Names of substances in a text: the longest that fits, repaired when misspelt, asked about when in doubt."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from flows.understanding.phrases.normalise import Plain, Word
from knowledge.english import english, everyday
from knowledge.names import Found, Names
from knowledge.text import squeezed

MOST_REPAIRS = 16  # unknown words of one text that are looked at
_LONGEST_NAME = 7  # words
_SHORTEST_SQUEEZED = 2
_LONGEST_EVERYDAY = 4  # letters of a word that a hyphen would make a name: "same" is no "sam-e"
_GLUED = re.compile(r"([^\W\d_]{4,}?)\d[\d.]*(?:mgs?|mcg|g|ml)?")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Mention(NamedTuple):
    """A name in the text.

    Attributes:
        said: the words.
        start: where they begin.
        end: where they end.
        first: its first word.
        last: its last word.
        ids: what it surely means.
        maybe: what it may mean.
        rule: exact or repaired.
    """

    said: str
    start: int
    end: int
    first: int
    last: int
    ids: tuple[str, ...]
    maybe: tuple[str, ...]
    rule: str

    @property
    def everything(self) -> tuple[str, ...]:
        """All that it may mean."""
        return self.ids or self.maybe


class NameFinder:
    """Finds names in texts."""

    def __init__(self, names: Names) -> None:
        """Index how many words each name has, and the names of scripts that put no space between words."""
        self._names = names
        self._most = {
            key: _word_count(found.said) for key, found in names.exact.items() if " " in found.said or "-" in found.said
        }
        self._everyday = frozenset(key for key in self._most if len(key) <= _LONGEST_EVERYDAY and key in english())
        numbered = (key for key in names.exact if key[0].isdigit())
        self._longer = sorted({*self._most, *names.other_phrases, *numbered})
        unspaced = sorted((key for key in names.exact if _UNSPACED.search(key)), key=len, reverse=True)
        self._unspaced = re.compile("|".join(map(re.escape, unspaced))) if unspaced else re.compile(r"(?!)")

    def find(self, text: Plain, known_words: Collection[str], *, sure: bool) -> tuple[list[Mention], list[Word]]:
        """The names in order, and the words that are neither names nor words that people use here.

        Args:
            text: the text.
            known_words: words of phrases, which are no misspelt names.
            sure: a repaired name may be sure; not so in a language whose everyday words we do not know.
        """
        mentions: list[Mention] = []
        unknown: list[Word] = []
        if not text.text.isascii():
            mentions += self._in_unspaced(text)
        words, at, left = text.words, 0, MOST_REPAIRS
        while at < len(words):
            found, length = self._exact(words, at)
            rule = "exact"
            if found is None and left and words[at].form not in known_words and not words[at].form[0].isdigit():
                left -= 1
                repaired = self._repaired(words[at].form)
                rule = "repaired"
                if repaired.ids or repaired.maybe:
                    found = (
                        repaired
                        if sure or not repaired.ids
                        else Found(repaired.said, maybe=repaired.ids, repaired=True)
                    )
                else:
                    unknown.append(words[at])
            if found is not None and (found.ids or found.maybe):
                first, last = words[at], words[at + length - 1]
                said = text.text[first.start : last.end]
                mentions.append(Mention(said, first.start, last.end, at, at + length - 1, found.ids, found.maybe, rule))
            at += length
        return sorted(mentions, key=lambda one: one.start), unknown

    def _exact(self, words: Sequence[Word], at: int) -> tuple[Found | None, int]:
        """The longest name that begins with the word, and how many words it takes."""
        best: tuple[Found | None, int] = None, 1
        key = ""
        for length, word in enumerate(words[at : at + _LONGEST_NAME], 1):
            if length > 1 and (word.pause or not self._goes_on(key)):
                break
            key += _key(word.form)
            best = self._as_one(key, length, alone=len(words) == 1) or best
        if best[0]:
            return best
        glued = _GLUED.fullmatch(words[at].form)
        return (self._names.exact.get(_key(glued[1])) if glued else None), 1

    def _as_one(self, key: str, length: int, *, alone: bool) -> tuple[Found, int] | None:
        """The name that so many words are together, perhaps in the plural."""
        for form in (key, key[:-1] if key.endswith("s") else "", key[:-2] if key.endswith("es") else ""):
            found = self._names.exact.get(form) if len(form) >= _SHORTEST_SQUEEZED or form == key else None
            if found and length == 1 and form in self._everyday:
                return (Found(found.said, maybe=found.ids or found.maybe), 1) if alone else None
            if found and (length == 1 or length <= self._most.get(form, 1) or (form[0].isdigit() and length == 2)):  # noqa: PLR2004
                return found, length
        # "folic acid" is no acid, "ice cream" no ice
        return (Found(key), length) if length > 1 and key in self._names.other_phrases else None

    def _goes_on(self, key: str) -> bool:
        """Whether a name of several words begins so."""
        at = bisect_left(self._longer, key)
        return at < len(self._longer) and self._longer[at].startswith(key)

    def _repaired(self, form: str) -> Found:
        key = _key(form)
        if self._names.is_other(key):
            return Found(form)
        near = self._names.near(key, form)
        if not near.ids and not near.maybe and key.endswith("s") and not everyday(key):
            near = self._names.near(key[:-1], form)
        return near

    def _in_unspaced(self, text: Plain) -> list[Mention]:
        found = []
        for match in self._unspaced.finditer(text.text):
            known = self._names.exact[match[0]]
            at = next((index for index, word in enumerate(text.words) if word.end > match.start()), 0)
            if self._names.exact.get(text.words[at].form) is None:
                found.append(Mention(match[0], *match.span(), at, at, known.ids, known.maybe, "exact"))
        return found


def _key(form: str) -> str:
    return form if form.isascii() else squeezed(form)


def _word_count(name: str) -> int:
    return len(re.findall(r"[^\W_]+", name))
