"""More signs never lower the answer: every computed fact, every condition of a rule, and so every outcome."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from flows.definition import Flow
from flows.proofs import counting
from flows.proofs.alike import groups, points, reads_numbers, reads_taken
from flows.proofs.kinds_of_agent import alike
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.telling_cases import tell_levels
from flows.proofs.unknowns import MOST_COUNTED, Bounds, OpenLevel, OpenPicture, Unknowns, Way, open_facts, ways
from knowledge.agents import Agent
from knowledge.conditions import Condition
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.reading import TAKEN
from knowledge.wording import Wording

FEW_WAYS = 1_000


def more_signs(content: Content, flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """One sign, doubt or flag more never lowers the answer."""

    def check() -> int:
        covered = 0
        names = [name for name, computed in content.computed.items() if computed.looks_at - {TAKEN}]
        for name in progress(names, len(names)):
            covered += _computed_fact(content, name)
        conditions = [(rule.id, rule.when) for rule in content.rules]
        conditions += [(node, gate) for node, gate in flow.gates.items()]
        for name, condition in conditions:
            covered += _condition(name, condition)
        return covered

    return proved(
        "One sign, doubt or flag more never lowers the answer",
        "every computed fact was run through every way it can go, every condition of a rule or question through all "
        "values of what it joins; the outcome is the most urgent rule that holds",
        check,
        "inputs of computed facts and conditions",
    )


def _computed_fact(content: Content, name: str) -> int:
    """Check one computed fact over all its inputs, other computed facts among them; how many there are."""
    if counts(content, name):
        return _counted(content, name)
    numbers = points(content) if reads_numbers(content, name) else {}
    limits = open_facts(content)
    del limits[f"#{name}"]
    limits |= {measure: (0, len(values) - 1) for measure, values in numbers.items()}
    covered = 0
    for agents in situations(content, name):

        def run(unknowns: Unknowns, agents: tuple[Agent, ...] = agents) -> int:
            return int(content.computed[name].of(OpenPicture(content, unknowns, agents, numbers)))

        found = list(ways(run, limits, groups(content, name)))
        asked = frozenset(chain.from_iterable(way.bounds for way in found))
        fall = falling(found, asked & frozenset(numbers))
        if fall:
            low, high = (tell_levels(content, one) for one in fall)
            raise Failure(f"{name} falls: it holds with {low}, and no longer with {high}")
        covered += _size(asked, limits)
    return covered


@cache
def counts(content: Content, name: str) -> bool:
    """Whether a computed fact counts clear signs, so that it has too many ways."""
    if not counting.counts_clear_yes_only(content, name):
        return False
    numbers = points(content)
    limits = open_facts(content) | {measure: (0, len(values) - 1) for measure, values in numbers.items()}
    tried = ways(
        lambda known: content.computed[name].of(OpenPicture(content, known, (), numbers)), limits, groups(content, name)
    )
    return sum(1 for _, _way in zip(range(FEW_WAYS), tried, strict=False)) == FEW_WAYS


def _counted(content: Content, name: str) -> int:
    signs, numbers = counting.axes(content, name)
    table = dict(counting.values(content, name, signs, numbers))
    for counts, value in table.items():
        for place in range(len(counts)):
            more = (*counts[:place], counts[place] + 1, *counts[place + 1 :])
            if table.get(more, value) < value:
                group = [*signs, *numbers][place]
                raise Failure(f"{name} falls from {value} to {table[more]} when one of {', '.join(group)} is added")
    return counting.covered(signs, numbers, points(content))


def situations(content: Content, name: str) -> list[tuple[Agent, ...]]:
    """Nothing taken, and each kind of agent that the computed fact can tell apart."""
    if not reads_taken(content, name):
        return [()]
    return [(), *((agent,) for agent in alike(content, name))]


def _condition(name: str, condition: Condition) -> int:
    """Check that a condition never turns false when what it joins rises."""
    limits: dict[str, tuple[int, int]] = dict.fromkeys(condition.facts, (0, 2))
    limits |= {f"#{number}": (0, MOST_COUNTED) for number in condition.numbers}
    limits |= {f"class {kind}": (0, 1) for kind in condition.classes}
    found = list(ways(lambda unknowns: condition.holds(_Names(unknowns)), limits))
    if falling(found, frozenset()):
        raise Failure(f"the condition of {name} turns false when a sign is added")
    return _size(frozenset(limits), limits)


class _Names:
    """A picture on which every name of a condition is open."""

    def __init__(self, unknowns: Unknowns) -> None:
        self._unknowns = unknowns

    def level(self, fact: str) -> Level:
        """The open level of a fact."""
        return OpenLevel(self._unknowns, fact)  # type: ignore[return-value]  # it answers as a level does

    def number(self, name: str) -> int:
        """The open value of a computed fact."""
        return OpenLevel(self._unknowns, f"#{name}")  # type: ignore[return-value]  # it answers as a number does

    def has_class(self, name: str) -> bool:
        """Whether a class is there, open."""
        return self._unknowns.at_least(f"class {name}", 1)


def falling(found: Sequence[Way], same: frozenset[str]) -> tuple[Bounds, Bounds] | None:
    """Two ways of which the one with more signs gives less, or None; variables in `same` must be equal in both."""
    by_value: dict[int, list[Bounds]] = {}
    for way in found:
        by_value.setdefault(int(way.gave), []).append(way.bounds)
    for value, above in by_value.items():
        for lower_value, below in by_value.items():
            if lower_value < value:
                for fewer in above:
                    for more in below:
                        if _comparable(fewer, more, same):
                            return fewer, more
    return None


def _comparable(fewer: Bounds, more: Bounds, same: frozenset[str]) -> bool:
    """Whether some answer set of the first has no sign more than some answer set of the second."""
    for name, (low, high) in fewer.items():
        if name in more:
            other_low, other_high = more[name]
            if low > other_high or (name in same and other_low > high):
                return False
    return True


def _size(asked: Iterable[str], limits: Mapping[str, tuple[int, int]]) -> int:
    total = 1
    for name in asked:
        low, high = limits[name]
        total *= high - low + 1
    return total
