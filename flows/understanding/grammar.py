"""The small words of English, read once from grammar.yaml."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import convert

from knowledge import yaml_file


def words_of(section: str) -> Mapping[str, frozenset[str]]:
    """The lists of a section by name."""
    return _all()[section]


@lru_cache(maxsize=1)
def _all() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return convert(yaml_file.read(Path(__file__).with_name("grammar.yaml")), dict[str, dict[str, frozenset[str]]])
