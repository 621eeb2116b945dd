"""Pictures that answer only when asked: running a function on one finds every way it can go, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from msgspec import Struct

from knowledge.agents import Agent
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.reading import Reading

T = TypeVar("T")
Bounds = Mapping[str, tuple[int, int]]
MOST_WAYS = 200_000
MOST_COUNTED = 40  # no computed fact counts higher


class Way(Struct, frozen=True):
    """One way a function can go.

    Attributes:
        gave: what it gave.
        bounds: the variables it asked about, each with the lowest and highest value that goes this way.
    """

    gave: Any
    bounds: Bounds


class Unknowns:
    """Values that are not settled until something depends on them.

    Every variable is a whole number between two bounds; a question "at least n?" halves what is left. Members of a
    group are interchangeable, so they are kept in falling order: one arrangement stands for all.
    """

    def __init__(self, limits: Bounds, groups: Iterable[Sequence[str]], decided: Sequence[bool]) -> None:
        """Begin with all open, but for the decisions to repeat."""
        self._limits = limits
        self._group = {name: group for group in groups for name in group}
        self._decided = decided
        self.decisions: list[bool] = []
        self.asked: dict[str, tuple[int, int]] = {}

    def __contains__(self, name: object) -> bool:
        """Whether the variable exists."""
        return name in self._limits

    def at_least(self, name: str, value: int) -> bool:
        """Whether the variable is at least the value; decided now if it was open."""
        low, high = self.asked.get(name, self._limits[name])
        if low >= value:
            return True
        if high < value:
            return False
        step = len(self.decisions)
        answer = self._decided[step] if step < len(self._decided) else False
        self.decisions.append(answer)
        self._settle(name, value, answer=answer)
        return answer

    def _settle(self, name: str, value: int, *, answer: bool) -> None:
        group = self._group.get(name, (name,))
        place = group.index(name)
        if answer:  # those before it in its group are at least as high
            for one in group[: place + 1]:
                low, high = self.asked.get(one, self._limits[one])
                self.asked[one] = max(low, value), high
        else:
            for one in group[place:]:
                low, high = self.asked.get(one, self._limits[one])
                self.asked[one] = low, min(high, value - 1)


def ways(run: Callable[[Unknowns], T], limits: Bounds, groups: Iterable[Sequence[str]] = ()) -> Iterator[Way]:
    """Every way the function can go: it is run again and again, each time with one decision turned over."""
    groups = list(groups)
    waiting: list[list[bool]] = [[]]
    for _ in range(MOST_WAYS):
        if not waiting:
            return
        decided = waiting.pop()
        unknowns = Unknowns(limits, groups, decided)
        gave = run(unknowns)
        made = unknowns.decisions
        waiting += [[*made[:step], True] for step in range(len(decided), len(made))]
        yield Way(gave, unknowns.asked)
    raise OverflowError("too many ways to go through them all")


class OpenLevel:
    """A level, or a whole number, that is not settled yet."""

    __slots__ = ("_name", "_unknowns")

    def __init__(self, unknowns: Unknowns, name: str) -> None:
        """Stand for a fact."""
        self._unknowns, self._name = unknowns, name

    def __eq__(self, other: object) -> bool:
        if other == Level.YES:
            return self._unknowns.at_least(self._name, Level.YES)
        if other == Level.NO:
            return not self._unknowns.at_least(self._name, Level.UNSURE)
        return self._unknowns.at_least(self._name, Level.UNSURE) and not self._unknowns.at_least(self._name, Level.YES)

    def __ge__(self, other: int) -> bool:
        return other <= 0 or self._unknowns.at_least(self._name, int(other))

    def __bool__(self) -> bool:
        return self._unknowns.at_least(self._name, 1)

    def __hash__(self) -> int:
        return hash(self._name)


class OpenLevels(Mapping[str, Level]):
    """The levels of facts, those that are variables not settled yet, the rest *no*."""

    def __init__(self, unknowns: Unknowns, known: Mapping[str, Level]) -> None:
        """Stand for the unknowns; what is known comes first."""
        self._unknowns, self._known = unknowns, known

    def __getitem__(self, name: str) -> Level:
        if name in self._known:
            return self._known[name]
        if name in self._unknowns:
            return cast(Level, OpenLevel(self._unknowns, name))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a rule may ask for a fact by name, not go through all of them")

    def __len__(self) -> int:
        raise TypeError("a rule may ask for a fact by name, not count them")


class OpenNumber:
    """A measurement that is not settled yet: it lies on one of the points, given in rising or in falling order."""

    __slots__ = ("_name", "_points", "_unknowns")

    def __init__(self, unknowns: Unknowns, name: str, points: Sequence[float]) -> None:
        """Stand for a measurement."""
        self._unknowns, self._name, self._points = unknowns, name, points

    def __ge__(self, limit: float) -> bool:
        return self._split([point >= limit for point in self._points])

    def __le__(self, limit: float) -> bool:
        return self._split([point <= limit for point in self._points])

    def _split(self, truth: list[bool]) -> bool:
        """The truth at the point it turns out to be; in such an order it changes at most once."""
        turn = next((index for index, one in enumerate(truth) if one != truth[0]), len(truth))
        return self._unknowns.at_least(self._name, turn) != truth[0]


class OpenPicture(Reading):
    """A picture of which everything is open but what was taken; computed facts but one are open numbers, too."""

    def __init__(
        self,
        content: Content,
        unknowns: Unknowns,
        agents: tuple[Agent, ...] = (),
        points: Mapping[str, Sequence[float]] | None = None,
        known: Mapping[str, Level] | None = None,
    ) -> None:
        """`points` are the measurements and their values; `known` the levels that are settled."""
        numbers = {name: OpenNumber(unknowns, name, values) for name, values in (points or {}).items()}
        super().__init__(content, OpenLevels(unknowns, known or {}), agents, cast(Mapping[str, float], numbers))
        self._unknowns = unknowns

    def number(self, name: str) -> int:
        """The open value of another computed fact."""
        if f"#{name}" in self._unknowns:
            return cast(int, OpenLevel(self._unknowns, f"#{name}"))
        return super().number(name)


def open_facts(content: Content) -> dict[str, tuple[int, int]]:
    """All facts and computed facts as variables."""
    facts: dict[str, tuple[int, int]] = dict.fromkeys(content.fact_order, (0, 2))
    return facts | {f"#{name}": (0, MOST_COUNTED) for name in content.computed}
