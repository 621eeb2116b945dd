"""What two agents do together: the level, the letters and the reason of clinical.md 4.12."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from msgspec import Struct

from knowledge.agents import MAOI_CLASSES, Agent
from knowledge.schema.interactions import InteractionTable, Reason

NEVER = 4  # the level of pairs that must never be combined; the proofs state it again for themselves
UNLISTED_LEVEL = 2  # a class with no row is "caution": what we do not know is never called safe


class Interaction(Struct, frozen=True):
    """Two agents and what is known of the pair.

    Attributes:
        one: the first agent.
        other: the second agent.
        level: 1 low, 2 caution, 3 dangerous, 4 never combine.
        letters: why: s serotonin, r breathing, z seizure, h heart or heat, p drug level, q rhythm, t lithium level.
        why: one plain sentence.
        sources: ids of sources.
    """

    one: Agent
    other: Agent
    level: int
    letters: str
    why: str
    sources: tuple[str, ...]


class Interactions:
    """The table, made symmetric, with its reasons found beforehand."""

    def __init__(self, table: InteractionTable) -> None:
        """Index the table by unordered pair of class ids."""
        self.level_words: Mapping[int, str] = table.level_words
        self._letters = table.letters
        self._reasons = table.reasons
        self._cells: dict[tuple[str, str], str] = {}
        for one, row in table.levels.items():
            for other, cell in row.items():
                self._cells[one, other] = self._cells[other, one] = cell

    def level(self, one: str, other: str) -> tuple[int, str]:
        """Level and letters of two class ids; caution where the table has no row."""
        cell = self._cells.get((one, other))
        return (int(cell[0]), cell[1:]) if cell else (UNLISTED_LEVEL, "")

    def listed(self, one: str, other: str) -> bool:
        """Whether the table has the pair."""
        return (one, other) in self._cells

    def between(self, one: Agent, other: Agent) -> Interaction | None:
        """The interaction of two agents, or None when one of them is out of its window."""
        if not together(one, other):
            return None
        level, letters = self.level(one.kind, other.kind)
        reason = self._reason(one.kind, other.kind)
        if reason:
            return Interaction(one, other, level, letters, reason.why, tuple(reason.sources))
        listed = self.listed(one.kind, other.kind)
        why = " ".join(self._letters[letter] for letter in letters) if listed else self._letters["unlisted"]
        return Interaction(one, other, level, letters, why or self._letters["none"], ("expert_choice",))

    def among(self, agents: Iterable[Agent]) -> list[Interaction]:
        """All pairs of active agents, worst first."""
        pairs = (self.between(one, other) for one, other in combinations(agents, 2))
        return sorted((pair for pair in pairs if pair), key=lambda pair: -pair.level)

    def _reason(self, one: str, other: str) -> Reason | None:
        for reason in self._reasons:
            if (one in reason.between and other in reason.and_) or (other in reason.between and one in reason.and_):
                return reason
        return None


def together(one: Agent, other: Agent) -> bool:
    """Whether two agents overlap in time; with an MAOI its longer windows count (clinical.md 4.0)."""
    if one.kind in MAOI_CLASSES or other.kind in MAOI_CLASSES:
        return one.active_for_maoi and other.active_for_maoi
    return one.active and other.active
