"""Reviews that are overdue: what a clinician should have looked at again before a given day."""

from collections.abc import Iterator

from knowledge.checks.place import Keys, warning
from knowledge.content import Content
from knowledge.issues import Issue

NUMBERS_MONTHS = 3  # clinical.md 8: every number is checked again every three months
OVERDUE = "overdue since "  # how every such warning begins


def overdue(content: Content, today: str) -> Iterator[Issue]:
    """Every rule, class, table and list of numbers whose day to be looked at is before today (YYYY-MM-DD)."""
    for name, keys, what, day in _reviews(content):
        if day < today:
            yield warning(content, name, keys, f"{OVERDUE}{day}: a clinician must look again at {what}")


def _reviews(content: Content) -> Iterator[tuple[str, Keys, str, str]]:
    for rule in content.rules:
        yield content.rule_files[rule.id], content.rule_places[rule.id], f"rule {rule.id}", rule.row.review_by
    for kind, family in content.classes.items():
        yield f"substances/{kind}.yaml", ("review_by",), f"the class {kind}", family.review_by
    yield "interactions.yaml", ("review_by",), "the table of pairs", content.table.review_by
    if content.numbers_checked:
        yield (
            "countries.yaml",
            ("checked",),
            "the numbers to call",
            months_later(content.numbers_checked, NUMBERS_MONTHS),
        )


def months_later(day: str, months: int) -> str:
    """The same day some months later; days are only compared, so the 31st of a short month does no harm."""
    year, month, of_month = (int(part) for part in day.split("-"))
    count = year * 12 + month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}-{of_month:02}"
