"""Both versions on the same answer set; those that cannot differ are not looked at."""

from collections.abc import Iterator

from flows.difference.signs import Signs
from flows.difference.takings import DOSES, Taking
from knowledge.agents import Agent, agents_of
from knowledge.content import Content
from knowledge.facts import Taken
from knowledge.levels import Level
from knowledge.reading import Reading

PEOPLE = (
    "", "under_12", "age_12_17", "pregnant", "over_65", "long_illness", "new_or_raised", "worse",
    "cannot_function", *DOSES,
)  # fmt: skip


class Pairs:
    """Answer sets in both versions."""

    def __init__(self, old: Content, new: Content) -> None:
        """See which parts of the rules differ."""
        self._both = old, new
        before, after = _rules(old), _rules(new)
        changed = {one for one in {*before, *after} if before.get(one) != after.get(one)}
        self._changed = tuple(tuple(rule for rule in each.rules if rule.id in changed) for each in self._both)
        self._findings = _findings(old) != _findings(new)
        bands, others = _bands(old), _bands(new)
        self._numbers = {one for one in {*bands, *others} if bands.get(one) != others.get(one)}
        self._agents: dict[tuple[tuple[Taken, ...], str, int], tuple[Agent, ...]] = {}

    @property
    def same(self) -> bool:
        """Whether the rules, the findings and the numbers decide alike in both."""
        return not (any(self._changed) or self._findings or self._numbers)

    def worth_a_look(self, taking: Taking, felt: list[Signs]) -> Iterator[tuple[Signs, str]]:
        """What may end otherwise beside what was taken: signs, and who it is."""
        everything = taking.changed or self._findings
        for sign in felt:
            if everything or self._numbers & set(sign.numbers):
                yield from ((sign, person) for person in _people(taking, sign))
            elif any(self._changed):
                for person in _people(taking, sign):
                    if any(
                        rule.when.holds(self._reading(taking, sign, person, side))
                        for side in (0, 1)
                        for rule in self._changed[side]
                    ):
                        yield sign, person

    def urgencies(self, taking: Taking, sign: Signs, person: str) -> tuple[int, int]:
        """How urgent each version finds it."""
        return self._urgency(taking, sign, person, 0), self._urgency(taking, sign, person, 1)

    def _urgency(self, taking: Taking, sign: Signs, person: str, side: int) -> int:
        reading = self._reading(taking, sign, person, side)
        return max(rule.urgency for rule in self._both[side].rules if rule.when.holds(reading))

    def _reading(self, taking: Taking, sign: Signs, person: str, side: int) -> Reading:
        levels = {**sign.levels, person: Level.YES} if person else sign.levels
        taken = (taking.old, taking.new)[side]
        key = taken, person if person in DOSES else "", side
        if key not in self._agents:
            self._agents[key] = agents_of(taken, {key[1]: Level.YES}, self._both[side])
        return Reading(self._both[side], levels, self._agents[key], sign.numbers)


def _people(taking: Taking, sign: Signs) -> tuple[str, ...]:
    return PEOPLE if sign.core and len(taking.said) <= 1 else ("",)


def _rules(content: Content) -> dict[str, object]:
    return {rule.id: (rule.severity, rule.call_now, repr(rule.row.when)) for rule in content.rules}


def _findings(content: Content) -> dict[str, object]:
    return {ident: (one.category, one.grade, one.expected_effect) for ident, one in content.findings.items()}


def _bands(content: Content) -> dict[str, object]:
    return {name: repr((one.mild, one.severe, one.category, one.finding)) for name, one in content.measurements.items()}
