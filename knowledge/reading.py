"""A complete picture made from incomplete facts: the rest as if *no* (lower), or as if *worst* (upper)."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from knowledge.agents import Agent, agents_of, every_agent
from knowledge.facts import Facts
from knowledge.interactions import together
from knowledge.levels import Level

if TYPE_CHECKING:
    from knowledge.content import Content

TAKEN = "taken"  # the name under which "what was taken" counts as one thing to ask


class Reading:
    """A complete picture of one person, with computed facts worked out once."""

    def __init__(
        self,
        content: "Content",
        levels: Mapping[str, Level],
        agents: tuple[Agent, ...],
        measurements: Mapping[str, float],
    ) -> None:
        """Take the picture as it is; use `lower` or `upper` to make one from facts."""
        self.content = content
        self.levels = levels
        self.agents = agents
        self.measurements = measurements
        self._numbers: dict[str, int] = {}

    def level(self, fact: str) -> Level:
        """How sure a yes/no fact is; what is missing is *no*."""
        return self.levels.get(fact, Level.NO)

    def yes(self, fact: str) -> bool:
        """Whether the fact is a clear yes."""
        return self.level(fact) == Level.YES

    def possible(self, fact: str) -> bool:
        """Whether the fact is yes or not sure."""
        return self.level(fact) >= Level.UNSURE

    def number(self, name: str) -> int:
        """The value of a computed fact."""
        if name not in self._numbers:
            self._numbers[name] = int(self.content.computed[name].of(self))
        return self._numbers[name]

    def has_class(self, name: str) -> bool:
        """Whether an agent of the class is active."""
        return any(agent.kind == name for agent in self.active)

    @cached_property
    def active(self) -> tuple[Agent, ...]:
        """The agents inside their window."""
        return tuple(agent for agent in self.agents if agent.active)

    @cached_property
    def pairs(self) -> frozenset[tuple[int, str]]:
        """The levels and letters of all active pairs."""
        return _pairs(self.content, tuple(replace(agent, id="", said="", band=0, extra=False) for agent in self.agents))

    def any_yes(self, facts: Iterable[str]) -> bool:
        """Whether any of the facts is a clear yes."""
        return any(self.levels.get(fact) == Level.YES for fact in facts)

    def any_possible(self, facts: Iterable[str]) -> bool:
        """Whether any of the facts is yes or not sure."""
        return any(self.levels.get(fact, Level.NO) >= Level.UNSURE for fact in facts)


@lru_cache(maxsize=256)
def _pairs(content: "Content", agents: tuple[Agent, ...]) -> frozenset[tuple[int, str]]:
    """The pairs of agents that have no name: what people typed is not kept here."""
    return frozenset(
        content.interactions.level(one.kind, other.kind)
        for index, one in enumerate(agents)
        for other in agents[index + 1 :]
        if together(one, other)
    )


def lower(facts: Facts, content: "Content") -> Reading:
    """The picture as if everything not asked were *no*."""
    return Reading(content, facts.levels, agents_of(facts.taken or (), facts.levels, content), facts.measurements)


def upper(facts: Facts, content: "Content", still_open: frozenset[str]) -> Reading:
    """The picture as if everything that can still be asked were *worst*.

    Args:
        facts: what is known.
        content: the rules' content.
        still_open: the ids of facts that questions not yet answered may set; TAKEN stands for what was taken.
    """
    levels = {**facts.levels, **dict.fromkeys(still_open - {TAKEN}, Level.YES)}
    worst = TAKEN in still_open
    agents = every_agent(content) if worst else agents_of(facts.taken or (), levels, content)
    return Reading(content, levels, agents, facts.measurements)
