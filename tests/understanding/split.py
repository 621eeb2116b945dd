"""Moves half of the second set out of sight: `python -m tests.understanding.split` puts it into `held_out_2/`, unread.

Which half a text is in follows from its letters, so that nobody chooses, and running it again moves only what is new.
"""

import hashlib
import re
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FROM, TO = HERE / "tuned_2", HERE / "held_out_2"
FIRST = (HERE / "tuned", HERE / "tuned_1b")
_ITEM = re.compile(r"^- text: ", re.MULTILINE)
_SEED = "second set"


def is_held_out(text: str) -> bool:
    """Whether the text goes to the half that is never read."""
    return hashlib.sha256(f"{_SEED}:{text.lower()}".encode()).digest()[0] % 2 == 1


def items(file: str) -> tuple[str, list[str]]:
    """What stands before the first item, and each item as it is written."""
    starts = [found.start() for found in _ITEM.finditer(file)]
    ends = [*starts[1:], len(file)]
    return file[: starts[0] if starts else len(file)], [file[a:b] for a, b in zip(starts, ends, strict=True)]


def text_of(item: str) -> str:
    """The text of an item."""
    return str(yaml.safe_load(item)[0]["text"])


def main() -> None:
    TO.mkdir(exist_ok=True)
    known = {text_of(one).lower() for folder in FIRST for path in folder.glob("*.yaml") for one in _of(path)}
    known |= {text_of(one).lower() for path in TO.glob("*.yaml") for one in _of(path)}
    for path in sorted(FROM.glob("*.yaml")):
        head, written = items(path.read_text(encoding="utf-8"))
        new = []
        for one in written:
            if text_of(one).lower() not in known:
                known.add(text_of(one).lower())
                new.append(one)
        moved = [one for one in new if is_held_out(text_of(one))]
        stays = [one for one in new if not is_held_out(text_of(one))]
        there = TO / path.name
        before = there.read_text(encoding="utf-8") if there.exists() else head
        there.write_text(before + "".join(moved), encoding="utf-8")
        path.write_text(head + "".join(stays), encoding="utf-8")
        print(f"{path.name}: {len(moved)} moved, {len(stays)} stay, {len(written) - len(new)} known before")


def _of(path: Path) -> list[str]:
    return items(path.read_text(encoding="utf-8"))[1]


if __name__ == "__main__":
    main()
