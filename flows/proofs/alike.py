"""Which findings a function can't tell apart: it names none of them, and all that it reads of them is the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from types import CodeType, FunctionType
from typing import Any

from knowledge.conditions import Condition
from knowledge.content import Content
from knowledge.reading import Reading
from knowledge.schema.measurements import Band


@cache
def mentions(function: Callable[..., Any]) -> frozenset[object]:
    """All words and numbers in a function's code and in the code it reaches; other computed facts are not gone into."""
    return _reach(function)[0]


@cache
def attributes(function: Callable[..., Any]) -> frozenset[str]:
    """All attribute names in a function's code and in the code it reaches."""
    return frozenset(name for code in _reach(function)[1] for name in code.co_names)


def _reach(function: Callable[..., Any]) -> tuple[frozenset[object], list[CodeType]]:
    found: set[object] = set()
    codes: list[CodeType] = []
    waiting: list[object] = [function]
    seen: set[object] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, FunctionType):
            if one in seen or not one.__module__.startswith("knowledge"):
                continue
            seen.add(one)
            for code in _codes(one.__code__):
                codes.append(code)
                waiting += code.co_consts
                waiting += [one.__globals__[name] for name in code.co_names if name in one.__globals__]
                # properties and methods of a picture are reached by their name
                waiting += [_PICTURE[name] for name in code.co_names if name in _PICTURE]
        elif isinstance(one, str | float | int):
            found.add(one)
        elif isinstance(one, tuple | frozenset | set):
            waiting += one
    return frozenset(found), codes


_PICTURE: dict[str, object] = {
    name: getattr(value, "func", value) for name, value in vars(Reading).items() if not name.startswith("_")
} | {"watch_hours": Content.watch_hours}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def named_facts(content: Content, name: str) -> frozenset[str]:
    """The facts that a computed fact treats by name: in its code, in the bands of numbers, or beside a number."""
    function = content.computed[name].of
    words = set(mentions(function))
    if reads_numbers(content, name):
        words.update(fact for condition in band_conditions(content) for fact in condition.facts)
    if "finding" in attributes(function):
        words.update(measure.finding for measure in content.measurements.values())
    return frozenset(one for one in content.fact_order if one in words)


def reads_numbers(content: Content, name: str) -> bool:
    """Whether a computed fact reads measurements itself, and not only by another computed fact."""
    return "measurements" in attributes(content.computed[name].of)


def reads_taken(content: Content, name: str) -> bool:
    """Whether a computed fact reads what was taken itself, and not only by another computed fact."""
    return bool({"agents", "active", "pairs", "has_class"} & attributes(content.computed[name].of))


def inner(content: Content, name: str) -> frozenset[str]:
    """The other computed facts that a computed fact reads."""
    function = content.computed[name].of
    found = (
        {one for one in content.computed if one in mentions(function)} if "number" in attributes(function) else set()
    )
    if reads_numbers(content, name):
        found.update(one for condition in band_conditions(content) for one in condition.numbers)
    return frozenset(found - {name})


def band_conditions(content: Content) -> list[Condition]:
    """The conditions under which some bands count."""
    return [content.conditions.of(band.when) for band in bands(content) if band.when is not None]


def bands(content: Content) -> list[Band]:
    """All bands of all measurements."""
    return [band for one in content.measurements.values() for band in (*one.mild, *one.severe)]


def groups(content: Content, name: str) -> list[tuple[str, ...]]:
    """The findings that a computed fact can't tell apart, group by group; each named one is a group by itself."""
    named = named_facts(content, name)
    used = attributes(content.computed[name].of)
    found: dict[object, list[str]] = defaultdict(list)
    for ident, finding in content.findings.items():
        category = finding.category if "category" in used else ""
        effect = finding.expected_effect if "expected_effect" in used else False
        found[ident if ident in named else (finding.grade, category, effect)].append(ident)
    return [tuple(group) for group in found.values()]


def points(content: Content) -> dict[str, tuple[float, ...]]:
    """The values of each measurement that stand for all: every limit of a band or the code, and one between."""
    in_code = {one for computed in content.computed.values() for one in mentions(computed.of) if isinstance(one, float)}
    found = {}
    for name, measure in content.measurements.items():
        low, high = measure.plausible
        limits = {
            low,
            high,
            *(limit for band in bands(content) for limit in (band.from_, band.to) if limit is not None),
        }
        inside = sorted(one for one in {*limits, *in_code} if low <= one <= high)
        between = [(one + other) / 2 for one, other in pairwise(inside)]
        found[name] = tuple(sorted({*inside, *between}))
    return found
