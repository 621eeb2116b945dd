"""Misspelt words of phrases: "sweatting" is sweating, "shakin" shaking; a word of English is never bent."""

import re
from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.english import english

_SHORTEST, _SHORT, _LONG = 4, 5, 8  # letters of what is repaired; up to how many only a slip is; from how many on twice
_CANT = frozenset({"cant", "wont", "dont", "isnt"})  # too much hangs on them: "cabt breathe"
_TWICE = re.compile(r"(.)\1")
_LONGER_SHOUT = re.compile(r"(.)\1{2,}")


class Misspellings:
    """Repairs them."""

    def __init__(
        self, vocabulary: AbstractSet[str], spellings: Mapping[str, str], names: Container[str] = frozenset()
    ) -> None:
        """Keep the words.

        Args:
            vocabulary: words that people use; it may grow until the first repair.
            spellings: other spellings of some.
            names: what is the name of a substance, and no misspelt word: kanna is not "wanna".
        """
        self._vocabulary, self._spellings, self._names = vocabulary, spellings, names

    @cached_property
    def _near(self) -> list[str]:
        """The words of all phrases that a misspelt word may be."""
        return sorted(one for one in self._vocabulary if len(one) >= _SHORTEST and one.isascii())

    def usual(self, form: str) -> str:
        """The usual spelling: of "cuz" because, of "shakin" shaking, of "heeelp" help."""
        known = self._spellings.get(form)
        if known:
            return known
        if form in self._vocabulary and not (len(form) >= _SHORTEST and form + "g" in self._vocabulary):
            return form  # of "spinning" and "spinnin", spinning
        if form.endswith("in") and form + "g" in self._vocabulary:
            return form + "g"
        short = _LONGER_SHOUT.sub(r"\1\1", form)
        if short != form:
            once = _LONGER_SHOUT.sub(r"\1", form)
            return short if short in self._vocabulary else once
        return form

    def may_be(self, form: str) -> bool:
        """Whether the word may be a misspelt one."""
        return (
            len(form) >= _SHORTEST
            and form not in self._vocabulary
            and form.isascii()
            and form.isalpha()
            and form not in self._names
            and form not in english()
            and form.removesuffix("s") not in english()
        )

    @lru_cache(maxsize=512)  # noqa: B019  one Misspellings lives as long as the content
    def repaired(self, form: str) -> str:
        """The word of a phrase that is one letter away (two in long words), or the word as it stands."""
        edits = 2 if len(form) >= _LONG else 1
        near = process.extract(form, self._near, scorer=OSA.distance, score_cutoff=edits, limit=8)
        near = [one for one in near if abs(len(one[0]) - len(form)) <= 1]  # "suncream" is no scream
        near = [one for one in near if min(len(one[0]), len(form)) >= _SHORT or _is_a_slip(form, one[0])]
        # of two as near, the one with the same letters: "swaeting" is sweating, not swatting, and "shalow" no shadow
        ranked = [(distance, not _is_twice(form, word), word[0] != form[0], word) for word, distance, _ in near]
        return self.usual(min(ranked)[-1]) if ranked else form


def _is_twice(form: str, word: str) -> bool:
    """Whether two words have the same letters in another order, or one of them a letter twice."""
    return sorted(form) == sorted(word) or _once(form) == _once(word)


def _is_a_slip(form: str, word: str) -> bool:
    """Whether a short word was only typed in another order, with a letter twice or without one: "sotp", "bllue"."""
    slip = sorted(form) == sorted(word) or _once(form) == word or len(word) > len(form) or word in _CANT
    return form[0] == word[0] and slip


def _once(form: str) -> str:
    """The word without letters that stand twice."""
    return _TWICE.sub(r"\1", form)
