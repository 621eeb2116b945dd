"""Everyday English words, which a spelling repair must never touch."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from knowledge.text import squeezed

# The frequency list that comes with symspellpy (MIT); read as a file, so that nothing else of the package is loaded.
_LIST = "frequency_dictionary_en_82_765.txt"
_ENDINGS = ("s", "es", "ed", "ing", "er", "ly", "y", "d", "r", "in")
_STARTS = ("re", "un", "de", "over")
_SHORTEST_STEM = 3
_ALIKE = 3  # letters by which words are found


class Words(Container[str]):
    """Many words in little memory: those that begin alike are one text, a fifth of what a set of them takes."""

    def __init__(self, words: Iterable[str]) -> None:
        """Put the words together by how they begin."""
        alike: dict[str, list[str]] = defaultdict(list)
        for word in words:
            alike[word[:_ALIKE]].append(word)
        self._alike = {start: f" {' '.join(many)} " for start, many in alike.items()}

    def __contains__(self, word: object) -> bool:
        """Whether it is one of them."""
        return isinstance(word, str) and " " not in word and f" {word} " in self._alike.get(word[:_ALIKE], "")


@lru_cache(maxsize=1)
def english() -> Words:
    """All words of the list, without apostrophes."""
    return Words(ranked())


def ranked() -> Iterator[str]:
    """The words, the most frequent first, a line at a time: the whole file at once would take 5 MB more for good."""
    package = find_spec("symspellpy")
    assert package is not None  # noqa: S101  a pinned dependency
    assert package.submodule_search_locations is not None  # noqa: S101  the same
    path = Path(package.submodule_search_locations[0]) / _LIST
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            yield line.partition(" ")[0].replace("'", "")


@lru_cache(maxsize=1024)
def everyday(word: str) -> bool:
    """Whether a word, or its stem, is on the list: then it is what it says and no misspelling."""
    known, plain = english(), squeezed(word)
    if plain in known:
        return True
    whole = [plain, *(plain.removeprefix(start) for start in _STARTS if plain.startswith(start))]
    stems = (one.removesuffix(ending) for one in whole for ending in ("", *_ENDINGS) if one.endswith(ending))
    return any(len(stem) >= _SHORTEST_STEM and (stem in known or stem + "e" in known) for stem in stems)
