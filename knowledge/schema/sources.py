"""sources.yaml: where facts come from."""

from knowledge.schema.strict import Status, Strict, Text


class Source(Strict, frozen=True):
    """Where a statement comes from, and what of it was read.

    Attributes:
        status: read (the quoted point), known (general knowledge) or expert choice (set by this project).
        code: its mark in clinical.md, such as F1.
        read: what of it was read: abstract, excerpt.
    """

    title: Text
    status: Status
    cite: str | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    code: str | None = None
    read: str | None = None
    note: str | None = None


class SourcesFile(Strict, frozen=True):
    """Where facts come from."""

    sources: dict[str, Source]
