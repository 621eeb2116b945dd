"""Advice that no text may give: doses, vendors, antidotes, stopping for good, reassurance (forbidden.yaml)."""

import re
from collections.abc import Iterator

from msgspec import Struct

from knowledge.checks.place import issue
from knowledge.checks.texts import texts
from knowledge.content import Content
from knowledge.files import Files
from knowledge.issues import ContentError, Issue
from knowledge.schema.texts import ForbiddenAdvice

FILE = "forbidden.yaml"
_CLAUSE = re.compile(r"[.!?;:,\n•]+")
_NEGATION = re.compile(r"\b(not|no|never|nothing|cannot|without|\w+n[’']t)\b", re.IGNORECASE)


class Lexicon(Struct, frozen=True):
    """One kind of forbidden advice with its patterns ready."""

    row: ForbiddenAdvice
    patterns: tuple[re.Pattern[str], ...]

    def hit(self, text: str) -> str:
        """The first words that say it, or nothing."""
        for allowed in self.row.allowed:
            text = text.replace(allowed, "")
        for pattern in self.patterns:
            for found in pattern.finditer(text):
                if not (self.row.negation_clears and _negated(text, found)):
                    return found[0]
        return ""


def forbidden(content: Content) -> Iterator[Issue]:
    """Every text people read that gives advice no bot may give."""
    try:
        lexicon = read(content)
    except ContentError as error:
        yield from error.issues
        return
    for text in texts(content):
        for kind in lexicon:
            said = kind.hit(text.text)
            if said:
                yield issue(content, text.file, text.keys, f"{text.name} says “{said}”: {kind.row.why}")


def read(content: Content) -> list[Lexicon]:
    """The lexicon; ContentError when it can't be read or a pattern is none."""
    files = Files(content.folder)
    rows = files.listed(FILE, "forbidden", ForbiddenAdvice)
    files.refuse()
    try:
        return [Lexicon(row, tuple(re.compile(one, re.IGNORECASE) for one in row.patterns)) for row in rows]
    except re.error as error:
        raise ContentError([issue(content, FILE, (), f"“{error.pattern!r}” is no pattern: {error.msg}")]) from error


def _negated(text: str, found: re.Match[str]) -> bool:
    """Whether the clause of the hit says no before it, or the hit is itself a kind of no."""
    clause = _CLAUSE.split(text[: found.start()])[-1]
    return bool(_NEGATION.search(clause))
