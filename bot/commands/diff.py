"""`serocheck diff OLD NEW`: what a change of the content means for people; versions are git revisions or folders."""

import argparse
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tqdm import tqdm

from flows.difference import Version, compare
from flows.difference.writing import markdown, text
from knowledge import yaml_file
from knowledge.content import FOLDER
from knowledge.issues import ContentError

ROOT = FOLDER.parent
T = TypeVar("T")


class UnknownVersion(Exception):  # noqa: N818  it is said to a person
    """Neither a folder with content nor a revision that git knows."""


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("old", help="a git revision, or a folder in which knowledge/ and flows/ lie")
    parser.add_argument("new", nargs="?", default=str(ROOT), help="the same; the present files if left out")
    parser.add_argument("--format", choices=["text", "json", "markdown"], default="text")
    parser.add_argument("--vignettes", type=Path, default=ROOT / "tests" / "vignettes", help="a folder of vignettes")


def run(arguments: argparse.Namespace) -> int:
    """Print the difference; 1 if a version's content can't be read, 2 if there is no such version."""
    with tempfile.TemporaryDirectory() as place:
        try:
            old, new = (
                _version(name, Path(place) / side) for name, side in ((arguments.old, "old"), (arguments.new, "new"))
            )
        except UnknownVersion as error:
            print(error, file=sys.stderr)
            return 2
        except ContentError as error:
            print(f"This version's content can't be read:\n{error}", file=sys.stderr)
            return 1
        found = compare(old, new, _vignettes(arguments.vignettes), _progress)
    if arguments.format == "json":
        row = msgspec.to_builtins(found) | {"needs_two_clinicians": found.needs_two}
        print(msgspec.json.format(msgspec.json.encode(row)).decode())
    else:
        print(text(found) if arguments.format == "text" else markdown(found), end="")
    return 0


def _version(name: str, place: Path) -> Version:
    folder = Path(name)
    if not (folder / "knowledge").is_dir():
        folder = _unpacked(name, place)
    shown = "the present files" if folder.resolve() == ROOT else name
    return Version.read(shown, folder / "knowledge", folder / "flows")


def _unpacked(revision: str, place: Path) -> Path:
    """The content of a git revision, in a folder of its own."""
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", revision, "knowledge", "flows"]
    try:
        packed = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  the revision is one argument
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        raise UnknownVersion(f"“{revision}” is neither a folder with knowledge/ in it nor a git revision.") from error
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(place, filter="data")
    return place


def _vignettes(folder: Path) -> dict[str, dict[str, Any]]:
    """The vignettes of a folder by name, none if there is no such folder."""
    rows = [row for path in sorted(folder.glob("*.yaml")) for row in yaml_file.read(path)]
    return {f"{row['name']}": row["given"] for row in rows}


def _progress(items: Iterable[T], total: int | None = None) -> Iterable[T]:
    """A bar on the terminal while it lasts; nothing when the output is not one."""
    bar: Iterable[T] = tqdm(items, total=total, disable=None, leave=False)
    return bar
