"""What can be felt, seen and measured, chosen so that every rule is tried on both sides of its limits."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from flows.difference.version import Version
from flows.proofs.alike import points
from flows.proofs.reach import facts_of_things, witness
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.ready_rules import ReadyRule
from knowledge.schema.findings import CATEGORIES

MOST_SIGNS = 10
BLOCKS = (64, 16, 4, 1)


class Signs(Struct, frozen=True):
    """Signs, doubts and numbers, and the rule they were made for."""

    levels: Mapping[str, Level]
    numbers: Mapping[str, float]
    core: bool = False

    @property
    def size(self) -> int:
        """How much is said."""
        return len(self.levels) + len(self.numbers)


def signs(old: Version, new: Version) -> list[Signs]:
    """Each once."""
    found: dict[object, Signs] = {}
    known = {rule.id: repr(rule.row.when) for rule in new.content.rules}
    again = [rule for rule in old.content.rules if known.get(rule.id) != repr(rule.row.when)]
    for content, rules in ((new.content, new.content.rules), (old.content, again)):
        for one in [*_core(content, rules), *_each(content), *_numbers(old.content, new.content)]:
            found.setdefault((frozenset(one.levels.items()), frozenset(one.numbers.items())), one)
    return sorted(found.values(), key=lambda one: one.size)


def _core(content: Content, rules: Sequence[ReadyRule]) -> Iterator[Signs]:
    """None, the smallest that makes each rule hold, one of them less or in doubt, and signs in so many systems."""
    yield Signs({}, {}, core=True)
    for rule in rules:
        things = witness(content, None, rule.when.holds, BLOCKS)
        if things is None:
            continue
        facts = facts_of_things(things)
        levels = {fact: level for fact, level in facts.levels.items() if fact in content.findings}
        yield Signs(levels, facts.measurements, core=True)
        for fact in levels:
            yield Signs({one: level for one, level in levels.items() if one != fact}, facts.measurements, core=True)
            yield Signs({**levels, fact: Level.UNSURE}, facts.measurements, core=True)
    for expected in (False, True):
        mild = {
            category: [
                one
                for one in content.graded["mild"]
                if content.findings[one].category == category and content.findings[one].expected_effect == expected
            ]
            for category in CATEGORIES
        }
        for size in (1, 2, 3):
            for several in combinations([one for one in CATEGORIES if mild[one]], size):
                yield Signs({mild[category][0]: Level.YES for category in several}, {}, core=True)
    everything = sorted(content.graded["mild"], key=lambda one: (content.findings[one].expected_effect, one))
    firsts = [next(one for one in everything if content.findings[one].category == category) for category in CATEGORIES]
    rest = [one for one in everything if one not in firsts]
    for count in range(1, MOST_SIGNS - len(firsts) + 1):
        yield Signs(dict.fromkeys([*firsts, *rest[:count]], Level.YES), {}, core=True)


def _each(content: Content) -> Iterator[Signs]:
    """Every finding alone, sure and in doubt."""
    for finding in content.findings:
        yield Signs({finding: Level.YES}, {})
        yield Signs({finding: Level.UNSURE}, {})


def _numbers(*contents: Content) -> Iterator[Signs]:
    """For each measurement one value of each band of either version; alone, and beside signs that bands name."""
    beside = sorted({fact for content in contents for fact in _beside(content)})
    for measure in contents[-1].measurements:
        values = sorted({value for content in contents for value in points(content).get(measure, ())})
        seen: dict[object, float] = {}
        for value in values:
            seen.setdefault(tuple(_sight(content, measure, value) for content in contents), value)
        for value in seen.values():
            yield Signs({}, {measure: value}, core=True)
            yield from (Signs({fact: Level.YES}, {measure: value}) for fact in beside)


def _beside(content: Content) -> Iterator[str]:
    for measure in content.measurements.values():
        for band in (*measure.mild, *measure.severe):
            if band.when is not None:
                yield from content.conditions.looks_at(content.conditions.of(band.when)) & frozenset(
                    content.graded["mild"]
                )


def _sight(content: Content, measure: str, value: float) -> tuple[bool, ...]:
    """The bands that the value is in."""
    known = content.measurements.get(measure)
    if known is None:
        return ()
    return tuple(
        (band.from_ is None or value >= band.from_) and (band.to is None or value <= band.to)
        for band in (*known.mild, *known.severe)
    )
