"""rules/*.yaml: when the answer is severe, mild or none."""

from typing import Annotated, Any

from msgspec import Meta

from knowledge.levels import Severity
from knowledge.schema.strict import Day, Status, Strict, Text


class Rule(Strict, frozen=True):
    """A row of the decision table: condition, severity, why (clinical.md 6.4).

    Attributes:
        id: for ever; it is printed on cards.
        says: for people, grade 6 or below.
        rationale: for clinicians.
        call_now: to be called though there is no sign (clinical.md 6.6).
    """

    id: Text
    severity: Severity
    when: dict[str, Any]
    says: Text
    rationale: Text
    sources: Annotated[list[str], Meta(min_length=1)]
    status: Status
    reviewed_by: str | None
    review_by: Day
    call_now: bool = False


class RulesFile(Strict, frozen=True):
    """Rows of the decision table."""

    rules: list[Rule]
