"""Moves half of each later set out of sight: `python -m tests.understanding.split` puts it into `held_out_…/`, unread.

Which half a text is in follows from its letters, so that nobody chooses, and running it again moves only what is new.
"""

import hashlib
import re
from pathlib import Path

import yaml

HERE = Path(__file__).parent
# by the number of the set
SEEDS = {
    "2": "second set",
    "3": "third set",
    "4": "fourth set",
    "5": "fifth set",
    "6": "sixth set",
    "7": "seventh set",
    "8": "eighth set",
    "10": "tenth set",
}
_ITEM = re.compile(r"^- text: ", re.MULTILINE)


def is_held_out(text: str, number: str) -> bool:
    """Whether the text of that set goes to the half that is never read."""
    return hashlib.sha256(f"{SEEDS[number]}:{text.lower()}".encode()).digest()[0] % 2 == 1


def items(file: str) -> tuple[str, list[str]]:
    """What stands before the first item, and each item as it is written."""
    starts = [found.start() for found in _ITEM.finditer(file)]
    ends = [*starts[1:], len(file)]
    return file[: starts[0] if starts else len(file)], [file[a:b] for a, b in zip(starts, ends, strict=True)]


def text_of(item: str) -> str:
    """The text of an item."""
    return str(yaml.safe_load(item)[0]["text"])


def main() -> None:
    for number in SEEDS:
        split(number)


def split(number: str) -> None:
    """Split what is new in `tuned_…/`; a text that stands in an earlier set already is left out."""
    tuned, held_out = HERE / f"tuned_{number}", HERE / f"held_out_{number}"
    held_out.mkdir(exist_ok=True)
    later = [f"_{one}" for one in SEEDS if int(one) > int(number)]
    known = {
        text_of(one).lower()
        for folder in (*HERE.glob("tuned*"), *HERE.glob("held_out*"))
        if folder != tuned and not folder.name.endswith(tuple(later))
        for path in folder.glob("*.yaml")
        for one in items(path.read_text(encoding="utf-8"))[1]
    }
    for path in sorted(tuned.glob("*.yaml")):
        head, written = items(path.read_text(encoding="utf-8"))
        new = []
        for one in written:
            if text_of(one).lower() not in known:
                known.add(text_of(one).lower())
                new.append(one)
        moved = [one for one in new if is_held_out(text_of(one), number)]
        stays = [one for one in new if not is_held_out(text_of(one), number)]
        there = held_out / path.name
        before = there.read_text(encoding="utf-8") if there.exists() else head
        there.write_text(before + "".join(moved), encoding="utf-8")
        path.write_text(head + "".join(stays), encoding="utf-8")
        print(f"{number}: {path.name}: {len(moved)} moved, {len(stays)} stay, {len(written) - len(new)} known before")


if __name__ == "__main__":
    main()
