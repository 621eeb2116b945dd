"""Misspelt words of phrases: "sweatting" is sweating, "shakin" shaking; a word of English is never bent."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.english import everyday

_SHORTEST, _LONG = 5, 8  # letters of what is repaired, and from how many on twice
_LONGER_SHOUT = re.compile(r"(.)\1{2,}")


class Misspellings:
    """Repairs them."""

    def __init__(self, vocabulary: AbstractSet[str], spellings: Mapping[str, str]) -> None:
        """Keep the words that people use, which may grow until the first repair, and other spellings of some."""
        self._vocabulary, self._spellings = vocabulary, spellings

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
            and not everyday(form)
        )

    @lru_cache(maxsize=512)  # noqa: B019  one Misspellings lives as long as the content
    def repaired(self, form: str) -> str:
        """The word of a phrase that is one letter away (two in long words), or the word as it stands."""
        edits = 2 if len(form) >= _LONG else 1
        near = process.extract(form, self._near, scorer=OSA.distance, score_cutoff=edits, limit=8)
        near = [one for one in near if abs(len(one[0]) - len(form)) <= 1]  # "suncream" is no scream
        # of two as near, the one with the same letters in another order: "swaeting" is sweating, not swatting
        ranked = [(distance, sorted(word) != sorted(form), word[0] != form[0], word) for word, distance, _ in near]
        return min(ranked)[-1] if ranked else form
