"""Every value of every YAML file of the room, with its file and keys."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from knowledge import yaml_file
from knowledge.checks.place import Keys
from knowledge.content import Content
from knowledge.phrase_table import FOLDER as PHRASES

WORD_LISTS = frozenset({"decoys.yaml", "confusables.yaml", "danger_words.yaml", "forbidden.yaml", "sayings.yaml"})


@lru_cache(maxsize=1)
def walk(content: Content) -> tuple[tuple[str, Keys, Any], ...]:
    """All scalars as (file, keys, value); lists of mere words are left out. Kept, because many checks walk."""
    return tuple(_walk(content))


def _walk(content: Content) -> Iterator[tuple[str, Keys, Any]]:
    for path in sorted(content.folder.rglob("*.yaml")):
        if path.name not in WORD_LISTS and f"{PHRASES}/" not in path.as_posix():
            name = path.relative_to(content.folder).as_posix()
            yield from ((name, keys, value) for keys, value in _scalars(yaml_file.read(path), ()))


def _scalars(value: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[Keys, Any]]:  # noqa: ANN401  YAML is anything
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _scalars(inner, (*keys, index))
    else:
        yield keys, value
