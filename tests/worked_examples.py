"""The worked examples of the READMEs, read from the pages and applied to a copy of the content."""

import re
import shutil
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parent.parent
PAGES = ("knowledge/README.md", "flows/README.md")
_EXAMPLE = re.compile(r"<!-- example: (\w+) -->\n(.*?)<!-- end -->", re.DOTALL)
_STEP = re.compile(r"([^\n]*):\n\n```(yaml|sh)\n(.*?)```", re.DOTALL)
_END = re.compile(r"[Aa]t the end of `([^`]+)`$")
_ABOVE = re.compile(r"[Ii]nto `([^`]+)`, above `([^`]+)`$")
_INSTEAD = re.compile(r"[Ii]n `([^`]+)`, instead of `([^`]+)`$")
_COPY = re.compile(r"cp -r (\S+) (\S+)\n")


class Step(Struct, frozen=True):
    """One thing to do: the sentence that says where, and what to put there."""

    where: str
    what: str

    def apply(self, root: Path) -> None:
        """Do it in a copy; a sentence that nobody can follow is an error."""
        if copied := _COPY.fullmatch(self.what):
            shutil.copytree(root / copied[1], root / copied[2])
        elif end := _END.search(self.where):
            text = (root / end[1]).read_text(encoding="utf-8")
            (root / end[1]).write_text(text.rstrip("\n") + "\n" + self.what, encoding="utf-8")
        elif above := _ABOVE.search(self.where):
            _put(root / above[1], above[2], self.what + above[2])
        elif instead := _INSTEAD.search(self.where):
            _put(root / instead[1], instead[2], self.what.rstrip("\n"))
        else:
            raise AssertionError(f"I can't follow “{self.where}”")


def examples() -> dict[str, list[Step]]:
    """Every example of the pages, by name."""
    found = {}
    for page in PAGES:
        for name, body in _EXAMPLE.findall((ROOT / page).read_text(encoding="utf-8")):
            found[name] = [Step(where, what) for where, _language, what in _STEP.findall(body)]
    return found


def copy_of_the_content(to: Path) -> Path:
    """The YAML of all rooms and the vignettes, in a folder of its own."""
    for room in ("knowledge", "flows", "tests/vignettes"):
        shutil.copytree(ROOT / room, to / room, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return to


def _put(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(f"\n{old}\n") == 1, (path, old)
    path.write_text(text.replace(f"\n{old}\n", f"\n{new}\n", 1), encoding="utf-8")
