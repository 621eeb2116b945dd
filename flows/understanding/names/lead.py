"""The words before a name in its sentence, the nearest first."""

from collections.abc import Sequence

from flows.understanding.phrases.forms import Item

_FAR = 10  # words
_STOP = 2  # the pause of a full stop


def lead(items: Sequence[Item], first: int) -> list[str]:
    """The forms before it in its sentence, the nearest first."""
    found: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if items[at + 1].pause == _STOP:
            break
        found.append(items[at].form)
    return found


def pauses(items: Sequence[Item], first: int, at: int) -> bool:
    """Whether a comma stands after that word before the name: "zoloft daily, mdma"."""
    return any(one.pause for one in items[first - at : first + 1])
