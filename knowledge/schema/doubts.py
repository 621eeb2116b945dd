"""doubts.yaml: questions that only a clinician can decide."""

from knowledge.schema.strict import Strict, Text


class Doubt(Strict, frozen=True):
    """A question that only a clinician can decide, and what the content does until then."""

    id: Text
    question: Text
    now: Text
    rules: list[str]
    decided: str | None


class DoubtsFile(Strict, frozen=True):
    """Questions that only a clinician can decide."""

    doubts: list[Doubt]
