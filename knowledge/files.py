"""The YAML files of this room: read once, their entries converted, every issue remembered."""

import hashlib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from knowledge import yaml_file
from knowledge.issues import ContentError, Issue, shown

Shape = TypeVar("Shape")


class Files:
    """Reads files, converts their entries, and remembers every issue and the bytes read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._issues: list[Issue] = []
        self._read: dict[Path, Any] = {}
        self._hash = hashlib.sha256()

    @property
    def version(self) -> str:
        """Eight letters that change when any file read here changes."""
        return self._hash.hexdigest()[:8]

    def under(self, name: str) -> list[Path]:
        """The YAML files of a folder, in order of name."""
        return sorted((self._folder / name).glob("*.yaml"))

    def plain(self, name: str) -> dict[str, Any]:
        """The mapping in a file, or an empty one with an issue noted."""
        path = self._folder / name
        if path not in self._read:
            self._read[path] = {}
            try:
                value = yaml_file.read(path)
                self._hash.update(path.read_bytes())
            except yaml_file.YamlError as error:
                self._complain(path, error.line, error.sentence)
            else:
                if isinstance(value, dict):
                    self._read[path] = value
                else:
                    self._complain(path, 1, "this file must be a mapping of names to values")
        read: dict[str, Any] = self._read[path]
        return read

    def whole(self, path: Path, shape: type[Shape]) -> Shape | None:
        """The whole file as one value."""
        return self._convert(path, (), self.plain(str(path.relative_to(self._folder))), shape)

    def entries(self, name: str, key: str, shape: type[Shape]) -> dict[str, Shape]:
        """The mapping under a key, each entry converted by itself so that every issue is found at once."""
        path, found = self._folder / name, {}
        for ident, value in (self.plain(name).get(key) or {}).items():
            entry = self._convert(path, (key, ident), value, shape)
            if entry is not None:
                found[str(ident)] = entry
        return found

    def listed(self, name: str, key: str, shape: type[Shape]) -> list[Shape]:
        """The list under a key, each entry converted by itself."""
        path = self._folder / name
        values = self.plain(name).get(key) or []
        entries = (self._convert(path, (key, index), value, shape) for index, value in enumerate(values))
        return [entry for entry in entries if entry is not None]

    def complain_of_rule(self, rule: str, sentence: str) -> None:
        """Note an issue of a rule that has the right shape."""
        for path in self.under("rules"):
            for index, row in enumerate(self._read[path].get("rules", [])):
                if row.get("id") == rule:
                    self._complain(path, yaml_file.line_of(path, ("rules", index)), f"rule {rule}: {sentence}")

    def refuse(self) -> None:
        """Raise ContentError with every issue so far, if there are any."""
        if self._issues:
            raise ContentError(self._issues)

    def _convert(self, path: Path, keys: tuple[str | int, ...], value: object, shape: type[Shape]) -> Shape | None:
        if not self._read.get(path):
            return None
        try:
            return msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            sentence, _, where = str(error).partition(" - at `$")
            inner = [
                int(part) if part.isdigit() else part
                for part in where.rstrip("`").replace("]", "").replace("[", ".").split(".")
                if part
            ]
            self._complain(path, yaml_file.line_of(path, [*keys, *inner]), _plain(sentence, [*keys, *inner]))
            return None

    def _complain(self, path: Path, line: int, sentence: str) -> None:
        self._issues.append(Issue(shown(path), line, sentence))


def _plain(sentence: str, keys: list[str | int]) -> str:
    """The library's sentence with the place in front of it."""
    place = ".".join(str(key) for key in keys)
    return f"{place or 'the file'}: {sentence}"
