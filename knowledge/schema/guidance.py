"""guidance/*.yaml: advice, and when each line of it is shown."""

from typing import Any

from knowledge.schema.strict import Strict, Text


class GuidanceLine(Strict, frozen=True):
    """A line of advice and when it is shown.

    Attributes:
        you, them: with the placeholders {ems}, {poison}, {crisis} and {watch_hours}.
        could_be: for mimics.yaml, its name for clinicians; only for who reads the file.
    """

    id: Text
    when: dict[str, Any]
    you: Text
    them: Text
    sources: list[str]
    could_be: str | None = None


class GuidanceFile(Strict, frozen=True):
    """Lines of advice for one result, in the order shown."""

    lines: list[GuidanceLine]
