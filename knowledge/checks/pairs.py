"""The table of pairs: it is whole, and its letters have words."""

import re
from collections.abc import Iterator

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.issues import Issue, nearest, shown

EXPECTED_CLASSES = 35  # the 34 of clinical.md 4.12, and "other"


def pairs(content: Content) -> Iterator[Issue]:
    """Every class, pair and cell."""
    listed = [kind for kind in content.classes if kind != "other"]
    if len(content.classes) != EXPECTED_CLASSES:
        yield Issue(
            shown(content.folder / "substances"), 1, f"there are {len(content.classes)} classes, not {EXPECTED_CLASSES}"
        )
    for index, one in enumerate(listed):
        for other in listed[index:]:
            if not content.interactions.listed(one, other):
                yield issue(content, "interactions.yaml", ("levels", one), f"the pair {one} and {other} has no level")
    letters = "".join(key for key in content.table.letters if len(key) == 1)
    for one, row in content.table.levels.items():
        for other, cell in row.items():
            place = ("interactions.yaml", ("levels", one, other))
            if not re.fullmatch(rf"[1-4][{letters}]*", cell):
                yield issue(content, *place, f"“{cell}” is not a level and letters")
            for kind in (one, other):
                if kind not in content.classes:
                    yield issue(content, *place, f"there is no class “{kind}”{nearest(kind, content.classes)}")
