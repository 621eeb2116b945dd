"""guidance/*.yaml: advice, and when each line of it is shown."""

from typing import Any

from knowledge.schema.strict import Strict, Text


class GuidanceLine(Strict, frozen=True):
    """A line of advice and when it is shown."""

    id: Text
    when: dict[str, Any]
    you: Text
    them: Text
    sources: list[str]
    could_be: str | None = None


class GuidanceFile(Strict, frozen=True):
    """Lines of advice for one result, in the order shown."""

    lines: list[GuidanceLine]
