"""Hits: phrases found in a text, and which of them are only a part of a longer one."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

ALARM = "!"  # begins what a phrase of danger means
NORMAL = "-"  # before a finding: the phrase says that it is absent
NOTHING = "0"  # what a phrase means that means nothing


class Hit(NamedTuple):
    """A phrase found in a text.

    Attributes:
        means: what it means, such as a finding.
        items: the items it took, in order.
        weight: how many words it has; the heavier one wins.
        phrase: the phrase itself, which is the rule that made the result.
    """

    means: str
    items: tuple[int, ...]
    weight: int
    phrase: str

    @property
    def inside(self) -> range:
        """All items from its first to its last."""
        return range(self.items[0], self.items[-1] + 1)


def _is_close(hit: Hit) -> bool:
    """Whether the words of the phrase stand together: only then may it explain a red flag in it."""
    return len(hit.inside) - len(hit.items) <= 1


def longest(hits: Iterable[Hit], red_flags: Collection[str]) -> list[Hit]:
    """The hits whose items are not all part of a heavier one's, in order; alarms are judged among themselves."""
    ordered = sorted(hits, key=lambda one: (-len(one.items), -one.weight, one.items, one.means))
    kept: list[tuple[set[int], Hit]] = []
    for hit in ordered:
        own, alarm = set(hit.items), hit.means[0] == ALARM
        if not any(
            (
                own < taken
                and alarm == (other.means[0] == ALARM)
                and (hit.means not in red_flags or other.means in red_flags or _is_close(other))
            )
            or (own == taken and hit.means == other.means)
            for taken, other in kept
        ):
            kept.append((own, hit))
    return sorted((hit for _, hit in kept), key=lambda one: (one.items, one.means))
