"""Decide: the most urgent rule that holds, why, and what would make it severe."""

from typing import TYPE_CHECKING

from msgspec import Struct

from knowledge.facts import Facts
from knowledge.interactions import Interaction
from knowledge.levels import Level, Severity
from knowledge.reading import Reading, lower

if TYPE_CHECKING:
    from knowledge.content import Content
from knowledge.ready_rules import ReadyRule


class Because(Struct, frozen=True):
    """A rule that holds, and the answers behind it.

    Attributes:
        rule: the rule's id.
        says: its sentence.
        signs: ids of the findings and flags behind it that are yes or not sure.
        sources: ids of sources.
    """

    rule: str
    says: str
    signs: tuple[str, ...]
    sources: tuple[str, ...]


class Assessment(Struct, frozen=True):
    """What the rules say.

    Attributes:
        severity: none, mild or severe.
        call_now: whether to call now; always true for mild and severe, for none as clinical.md 6.6 says.
        because: the rules of that severity that hold, in the content's order.
        interactions: active pairs, worst first.
        unknown_substances: the person's words for what we do not know.
        would_be_severe_if: ids of findings and flags of which one more would make it severe, nearest (mildest) first.
        watch_hours: hours to be watched (clinical.md 4.14).
        reading: the complete picture it was made from.
    """

    severity: Severity
    call_now: bool
    because: tuple[Because, ...]
    interactions: tuple[Interaction, ...]
    unknown_substances: tuple[str, ...]
    would_be_severe_if: tuple[str, ...]
    watch_hours: float
    reading: Reading


def assess(facts: Facts, content: "Content") -> Assessment:
    """Assess the facts; everything not asked counts as *no*, so give only facts whose questions are settled."""
    reading = lower(facts, content)
    holding = [rule for rule in content.rules if rule.when.holds(reading)]
    severity = max((rule.severity for rule in holding), key=lambda one: one.rank)
    deciding = [rule for rule in holding if rule.severity == severity]
    if any(rule.call_now for rule in deciding):
        deciding = [rule for rule in deciding if rule.call_now]
    return Assessment(
        severity=severity,
        call_now=severity != Severity.NONE or any(rule.call_now for rule in deciding),
        because=tuple(_because(rule, reading) for rule in deciding),
        interactions=tuple(content.interactions.among(reading.agents)),
        unknown_substances=tuple(one.said for one in facts.taken or () if one.id not in content.class_of),
        would_be_severe_if=() if severity == Severity.SEVERE else one_more(facts, content),
        watch_hours=content.watch_hours(reading.agents),
        reading=reading,
    )


def urgency(reading: Reading, content: "Content") -> int:
    """The urgency of the picture: 0 none, 1 none but call now, 2 mild, 3 severe."""
    return max(rule.urgency for rule in content.rules if rule.when.holds(reading))


def one_more(facts: Facts, content: "Content") -> tuple[str, ...]:
    """The findings and flags of which a single *yes* more would make it severe, mild ones first."""
    severe = [rule for rule in content.rules if rule.severity == Severity.SEVERE]
    tipping = []
    for fact in content.would_be:
        if facts.levels.get(fact) == Level.YES:
            continue
        changed = Facts({**facts.levels, fact: Level.YES}, facts.taken, facts.measurements)
        reading = lower(changed, content)
        if any(fact in rule.looks_at and rule.when.holds(reading) for rule in severe):
            tipping.append(fact)
    return tuple(tipping)


def _because(rule: "ReadyRule", reading: Reading) -> Because:
    signs = tuple(one for one in reading.content.fact_order if one in rule.looks_at and reading.possible(one))
    return Because(rule.id, rule.says, signs, tuple(rule.sources))
