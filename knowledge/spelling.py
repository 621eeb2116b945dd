"""Repair of misspelt names, guarded: everyday words are left alone, look-alikes are asked about, never swapped."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.english import everyday

SHORTEST = 5  # a word of four letters is too near to too much
MIDDLE, LONG = 7, 10  # from here on two and three edits are looked at
SURE_TWICE = 8  # letters from which two edits may be sure
CONFUSABLE_WITHIN = 1.5
RIVAL_WITHIN = 1.0
SUGGESTIONS = 3
_SAME_SOUND = 0.5
_VARIANT = 2  # edits between two ways to write one name
_NEVER = 9.0  # more than any misspelling costs
_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"))
_LETTERS = str.maketrans("cqzxyeiou", "kkssaaaaa")
_DOUBLED = re.compile(r"(.)\1+")


class Repair(NamedTuple):
    """What a misspelt word may mean: surely these ids, or perhaps one of those."""

    ids: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


class _Near(NamedTuple):
    cost: float
    name: str
    ids: tuple[str, ...]
    known: float = _NEVER  # the cost of the nearest well-known name of the same ids


class Spelling:
    """All single-word names, looked up by how they sound and how they are written."""

    def __init__(
        self,
        names: Mapping[str, tuple[str, ...]],
        doubtful: Mapping[str, tuple[str, ...]],
        decoys: Iterable[str],
        confusable: Iterable[Iterable[str]],
        known: Collection[str] = (),
    ) -> None:
        """Index the names; a doubtful one is never sure, a decoy is a name that means nothing of ours.

        Args:
            names: each sure name with what it means.
            doubtful: each doubtful name with what it may mean.
            decoys: names of other medicines.
            confusable: names that are one another's look-alikes.
            known: generic and well-known names; only to these may a misspelling be repaired without asking.
        """
        self._ids: dict[str, tuple[str, ...]] = {name: () for name in decoys if repairable(name)}
        self._doubtful = {name: ids[:SUGGESTIONS] for name, ids in doubtful.items() if repairable(name)}
        self._ids |= self._doubtful | {name: ids for name, ids in names.items() if repairable(name)}
        self._known = self._with_variants({name for name in known if self._ids.get(name)})
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for name in self._ids:
            sound = sounds(name)
            self._by_start[sound[0]].append(name)
            self._by_sound[sound].append(name)
        self._confusable: dict[str, set[str]] = defaultdict(set)
        for group in confusable:
            members = set(group)
            for one in members:
                self._confusable[one] |= members - {one}

    def _with_variants(self, known: set[str]) -> frozenset[str]:
        """These names, and every name of the same ids that is only another way to write one: "lorazapan"."""
        by_ids: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in known:
            by_ids[self._ids[name]].append(name)
        variants = {
            name
            for name, ids in self._ids.items()
            if ids in by_ids and process.extractOne(name, by_ids[ids], scorer=OSA.distance, score_cutoff=_VARIANT)
        }
        return frozenset(known | variants)

    @lru_cache(maxsize=512)  # noqa: B019  one Spelling lives as long as the content
    def repair(self, word: str) -> Repair:
        """What the word may mean when it is no name as it stands; nothing when it is an everyday word."""
        if not repairable(word) or everyday(word):
            return Repair()
        near = self._near(word)
        if not near or not near[0].ids:
            return Repair()
        best = near[0]
        rivals = [one for one in near if one.ids != best.ids and one.cost - best.cost < RIVAL_WITHIN]
        limit = 2 if len(word) >= SURE_TWICE else 1
        near_enough = best.known <= limit or best.cost <= _SAME_SOUND
        sure = near_enough and not rivals and best.name not in self._doubtful and not self._has_twin(word, best)
        if sure:
            return Repair(ids=best.ids)
        twins = [_Near(0, name, self._ids.get(name, ())) for name in self._confusable.get(best.name, ())]
        rows = dict.fromkeys(ident for one in (best, *rivals, *twins) for ident in one.ids)
        return Repair(maybe=tuple(rows)[:SUGGESTIONS])

    @lru_cache(maxsize=512)  # noqa: B019  one Spelling lives as long as the content
    def within(self, word: str) -> tuple[str, ...]:
        """The ids of all names within the specification's distance; nothing for an everyday word."""
        if not repairable(word) or everyday(word):
            return ()
        edits = 1 if len(word) < MIDDLE else 2  # clinical.md 4.0
        found = process.extract(word, self._ids.keys(), scorer=OSA.distance, score_cutoff=edits, limit=None)
        return tuple(dict.fromkeys(ident for name, _, _ in found for ident in self._ids[name]))

    def _near(self, word: str) -> list[_Near]:
        """The nearest name of every meaning, the nearest first."""
        edits = 1 if len(word) < MIDDLE else 2 if len(word) < LONG else 3
        sound = sounds(word)
        found: dict[str, float] = {
            name: distance
            for name, distance, _ in process.extract(
                word, self._by_start.get(sound[0], ()), scorer=OSA.distance, score_cutoff=edits, limit=24
            )
        }
        other_start = (word[1:], *(letter + rest for letter in ascii_lowercase for rest in (word, word[1:])))
        for name in self._ids.keys() & other_start:
            found.setdefault(name, 1 + _SAME_SOUND)
        for name in self._by_sound.get(sound, ()):
            if abs(len(name) - len(word)) <= edits:
                found[name] = _SAME_SOUND * OSA.distance(word, name)
        best: dict[tuple[str, ...], _Near] = {}
        for name, cost in sorted(found.items(), key=lambda one: (one[1], one[0])):
            ids = self._ids[name]
            first = best.setdefault(ids, _Near(cost, name, ids))
            if name in self._known and first.known == _NEVER and (cost <= 1 or len(name) >= SURE_TWICE):
                best[ids] = first._replace(known=cost)
        return sorted(best.values())

    def _has_twin(self, word: str, best: _Near) -> bool:
        """Whether a look-alike of the name is nearly as near."""
        return any(
            OSA.distance(word, twin) - best.cost <= CONFUSABLE_WITHIN for twin in self._confusable.get(best.name, ())
        )


def sounds(word: str) -> str:
    """How a word sounds, roughly: ph as f, c as k or s, doubled letters as one, vowels inside as one sign."""
    for written, heard in _SOUNDS:
        if written in word:
            word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))


def repairable(name: str) -> bool:
    """Whether a name or word is long and plain enough to be told from its misspellings."""
    return len(name) >= SHORTEST and name.isascii() and name.isalpha()
