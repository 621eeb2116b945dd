"""Where a value stands: file and line, each file composed only once."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import yaml
from msgspec.structs import replace

from knowledge import yaml_file
from knowledge.content import Content
from knowledge.issues import Issue, shown

Keys = Sequence[str | int]


def issue(content: Content, name: str, keys: Iterable[str | int], sentence: str) -> Issue:
    """An issue at the value under the keys in a file of the room."""
    path = content.folder / name
    return Issue(shown(path), _line(path, path.stat().st_mtime_ns, tuple(keys)), sentence)


def warning(content: Content, name: str, keys: Iterable[str | int], sentence: str) -> Issue:
    """The same as a warning: somebody should look, and nothing is broken."""
    return replace(issue(content, name, keys, sentence), level="warning")


@lru_cache(maxsize=4096)
def _line(path: Path, _changed: int, keys: tuple[str | int, ...]) -> int:
    return yaml_file.line_in(_composed(path, _changed), keys)


@lru_cache(maxsize=64)
def _composed(path: Path, _changed: int) -> yaml.Node | None:
    return yaml_file.composed(path)
