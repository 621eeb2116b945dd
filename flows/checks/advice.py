"""Advice that can never show: whenever its condition holds, the result is another than its own."""

from collections.abc import Iterator
from itertools import combinations, product

from knowledge.assess import assess
from knowledge.checks.place import warning
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.issues import Issue
from knowledge.levels import Level, Severity
from knowledge.reading import lower

# which advice is shown with which result; the look-alikes stand beside the reasons of a mild one
SHOWN = {"severe": Severity.SEVERE, "mild": Severity.MILD, "none": Severity.NONE, "mimics": Severity.MILD}
MOST_FACTS = 3  # one of each part of the body


def never_shown(content: Content) -> Iterator[Issue]:
    """Lines that no person with their result can see."""
    for kind, lines in content.guidance.items():
        for index, line in enumerate(lines):
            if kind in SHOWN and not shows(content, line.when, SHOWN[kind]):
                sentence = f"{line.id} never shows: whenever its condition holds, the result is not {SHOWN[kind].value}"
                yield warning(content, f"guidance/{kind}.yaml", ("lines", index), sentence)


def shows(content: Content, when: dict[str, object], severity: Severity) -> bool:
    """Whether some picture has the condition and the result.

    Conditions and severity only rise, so the least pictures that fulfil the condition are enough to look at.
    """
    condition = content.conditions.of(when)
    for facts in _pictures(content, when):
        if condition.holds(lower(facts, content)):
            found = assess(facts, content).severity
            if found == severity or (found.rank < severity.rank and _raised(content, facts, severity)):
                return True
    return False


def _raised(content: Content, facts: Facts, severity: Severity) -> bool:
    """Whether one sign more gives the result."""
    more = ("danger_sign",) if severity == Severity.SEVERE else content.graded["mild"]
    pictures = (Facts({**facts.levels, one: Level.YES}, facts.taken, facts.measurements) for one in more)
    return any(assess(one, content).severity == severity for one in pictures)


def _pictures(content: Content, when: dict[str, object]) -> Iterator[Facts]:
    """Small pictures of what the condition looks at: at most three facts, one thing taken, one number."""
    condition = content.conditions.of(when)
    looks_at = content.conditions.looks_at(condition)
    facts = [one for one in content.fact_order if one in looks_at]
    kinds = condition.classes or (content.classes if "taken" in looks_at else ())
    taken = [(), *((Taken(kind, kind, 0),) for kind in kinds)]
    numbers = [{}, *_numbers(content)] if "measurements" in looks_at else [{}]
    for size in range(MOST_FACTS + 1):
        sure = (Level.YES, Level.UNSURE) if size < MOST_FACTS else (Level.YES,)
        some = taken if size < MOST_FACTS or condition.classes else taken[:1]
        for chosen, levels in product(combinations(facts, size), product(sure, repeat=size)):
            for one, number in product(some, numbers if size < MOST_FACTS - 1 else [{}]):
                yield Facts(dict(zip(chosen, levels, strict=True)), one, number)


def _numbers(content: Content) -> Iterator[dict[str, float]]:
    for name, measure in content.measurements.items():
        for band in (*measure.mild, *measure.severe):
            yield from ({name: limit} for limit in (band.from_, band.to) if limit is not None)
