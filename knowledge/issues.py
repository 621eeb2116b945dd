"""Something wrong with the content: the place, a sentence, and the nearest right name."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct
from rapidfuzz import process


class Issue(Struct, frozen=True, order=True):
    """An issue of content.

    Attributes:
        file: path relative to the project's folder.
        line: counted from 1.
        sentence: what is wrong and what to do.
        level: an issue must go; a warning should be looked at, and nothing is broken.
    """

    file: str
    line: int
    sentence: str
    level: Literal["issue", "warning"] = "issue"

    def __str__(self) -> str:
        """The form `file:line: sentence`, which editors understand."""
        warning = "warning: " if self.level == "warning" else ""
        return f"{self.file}:{self.line}: {warning}{self.sentence}"


class ContentError(Exception):
    """The content can't be used; `issues` say why."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = sorted(issues)
        super().__init__("\n".join(map(str, self.issues)))


def nearest(name: str, known: Iterable[str]) -> str:
    """Ask "Did you mean …?" with the nearest right name, or nothing when none is near."""
    found = process.extractOne(name, list(known), score_cutoff=60)
    return f". Did you mean “{found[0]}”?" if found else ""


def shown(path: Path) -> str:
    """The path as issues show it: from the room's folder on."""
    parts = path.parts
    rooms = [index for index, part in enumerate(parts) if part in {"knowledge", "flows", "tests"}]
    return "/".join(parts[rooms[-1] :]) if rooms else path.name
