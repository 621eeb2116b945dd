"""The computed facts that count signs: they can go too many ways, so all counts are gone through instead."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from flows.proofs.alike import attributes, groups, points
from flows.proofs.unknowns import Bounds, OpenPicture, Unknowns, ways
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.reading import Reading

Counts = tuple[int, ...]
Axes = list[tuple[str, ...]]


def counts_clear_yes_only(content: Content, name: str) -> bool:
    """Whether the function asks of every sign only if it is a clear yes, seen at both ends."""
    limits: Bounds = dict.fromkeys(content.fact_order, (0, 2))
    for decided in ([], [True] * len(limits)):
        unknowns = Unknowns(limits, (), decided)
        content.computed[name].of(OpenPicture(content, unknowns))
        if any((low, high) not in {(0, 1), (2, 2)} for low, high in unknowns.asked.values()):
            return False
    return True


def axes(content: Content, name: str) -> tuple[Axes, Axes]:
    """The groups of signs, and of numbers, that the function can't tell apart, those it never looks at left out."""
    looks_at = _looked_at(content, name)
    signs = [group for group in groups(content, name) if group[0] in looks_at]
    if "measurements" not in content.computed[name].looks_at:
        return signs, []
    found: dict[object, list[str]] = {}
    by_finding = "finding" in attributes(content.computed[name].of)
    for ident, measure in content.measurements.items():
        stands_for = measure.finding if by_finding and measure.finding in looks_at else ""
        found.setdefault((measure.category, stands_for), []).append(ident)
    return signs, [tuple(group) for group in found.values()]


def values(content: Content, name: str, signs: Axes, numbers: Axes) -> Iterator[tuple[Counts, int]]:
    """Every combination of counts, how many of each group, and what the function gives."""
    function = content.computed[name].of
    out = {measure: out_of_range(content, measure) for group in numbers for measure in group}
    for counts in product(*(range(len(group) + 1) for group in (*signs, *numbers))):
        yes = [one for group, count in zip(signs, counts, strict=False) for one in group[:count]]
        measured = [one for group, count in zip(numbers, counts[len(signs) :], strict=True) for one in group[:count]]
        reading = Reading(content, dict.fromkeys(yes, Level.YES), (), {one: out[one] for one in measured})
        yield counts, int(function(reading))


def out_of_range(content: Content, measure: str) -> float:
    """A value of the measurement that is out of its normal range, however little; the first of its points that is."""
    found = [value for value in points(content)[measure] if is_out(content, measure, value)]
    return found[0] if found else points(content)[measure][0]


def is_out(content: Content, measure: str, value: float) -> bool:
    """Whether the value is in a mild or severe band whatever the rest."""
    return bool(content.computed["mild_measurement"].of(Reading(content, {}, (), {measure: value})))


def covered(signs: Axes, numbers: Axes, sizes: Mapping[str, Sequence[float]]) -> int:
    """How many answer sets the counts stand for."""
    total = 1
    for group in signs:
        total *= 3 ** len(group)
    for group in numbers:
        for measure in group:
            total *= len(sizes[measure]) + 1
    return total


def _looked_at(content: Content, name: str) -> frozenset[str]:
    """The facts that the function asks about when all is open."""
    limits: Bounds = dict.fromkeys(content.fact_order, (0, 2))
    first = next(iter(ways(lambda unknowns: content.computed[name].of(OpenPicture(content, unknowns)), limits)))
    return frozenset(first.bounds)
