"""The old name of `knowledge/checks/`: content that reads well but does not hold together."""

from knowledge.checks import content_issues, content_warnings

__all__ = ["content_issues", "content_warnings"]
