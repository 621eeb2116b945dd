"""Patterns that are only looked for where a word of theirs stands, which is found much faster."""

import re
from collections.abc import Iterable


class Hinted:
    """A pattern with its hints."""

    def __init__(self, hints: str, pattern: str) -> None:
        """Keep both.

        Args:
            hints: texts with "|" between, of which one stands in whatever the pattern matches.
            pattern: as for `re.compile`.
        """
        self.hints, self.pattern = tuple(hints.split("|")), re.compile(pattern)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """As of a pattern."""
        return self.pattern.finditer(text) if any(hint in text for hint in self.hints) else ()
