"""The part of the page for reviewers that lists every expert choice, to be ticked off."""

from collections.abc import Iterator

from flows.drawing import in_words
from knowledge.content import Content

CHOICE = "expert_choice"


def choices(content: Content) -> str:
    """Everything that rests on an expert choice, to be ticked off."""
    lines = ["## Expert choices to be signed", "", "Each was set by this project because no source gives it.", ""]
    for title, some in (
        ("Rules", _chosen_rules(content)),
        ("Classes: tier, windows, dose bands", _chosen_classes(content)),
        ("Numbers", _chosen_numbers(content)),
        ("Signs and other facts", _chosen_facts(content)),
        ("Advice", _chosen_advice(content)),
        ("Reasons of pairs", _chosen_reasons(content)),
    ):
        lines += [f"### {title}", "", *(f"- [ ] {one}" for one in some), ""]
    return "\n".join(lines)


def _chosen_rules(content: Content) -> Iterator[str]:
    for rule in content.rules:
        if rule.row.status == "expert choice" or CHOICE in rule.sources:
            yield f"**{rule.id}**, {rule.severity.value}: {rule.row.rationale}"


def _chosen_classes(content: Content) -> Iterator[str]:
    for kind, one in content.classes.items():
        maoi = max(one.maoi_pair_hours or 0, one.active_hours)
        hours = f"active {one.active_hours:g} h, with an MAOI {maoi:g} h, watch {one.watch_hours:g} h"
        yield f"**{kind}**, tier {one.tier}, {hours} ({one.status})"


def _chosen_numbers(content: Content) -> Iterator[str]:
    for one in content.measurements.values():
        if CHOICE in one.sources:
            ranges = "; ".join(
                f"{word} {' or '.join(_range(band.from_, band.to, band.when) for band in bands)}"
                for word, bands in (("mild", one.mild), ("severe", one.severe))
            )
            yield f"**{one.label}** ({one.unit}): {ranges}"


def _range(low: float | None, high: float | None, when: dict[str, object] | None) -> str:
    words = " ".join(
        part
        for part in (f"from {low:g}" if low is not None else "", f"to {high:g}" if high is not None else "")
        if part
    )
    return f"{words} when {in_words(when)}" if when else words


def _chosen_facts(content: Content) -> Iterator[str]:
    for ident in content.fact_order:
        fact = content.fact(ident)
        if CHOICE in fact.sources:
            yield f"**{ident}**: {fact.you}"
    for ident, check in content.home_checks.items():
        if CHOICE in check.sources:
            yield f"**{ident}**, home check: {check.title}"


def _chosen_advice(content: Content) -> Iterator[str]:
    for kind, lines in content.guidance.items():
        for line in lines:
            if CHOICE in line.sources:
                yield f"**{kind}.{line.id}**: {line.you}"


def _chosen_reasons(content: Content) -> Iterator[str]:
    yield f"**All kratom cells of the table**, {len(content.classes) - 1} with leaf and as many with extracts"
    for reason in content.table.reasons:
        if CHOICE in reason.sources:
            yield f"**{', '.join(reason.between)}** with **{', '.join(reason.and_)}**: {reason.why}"
