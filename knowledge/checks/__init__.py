"""Lint that knows medicine's housekeeping: what must be put right, and what somebody should look at."""

from knowledge.checks.bands import bands
from knowledge.checks.events import events
from knowledge.checks.forbidden import forbidden
from knowledge.checks.lexicon import lexicon
from knowledge.checks.locales import untranslated
from knowledge.checks.names import names
from knowledge.checks.numbers import emergency_numbers, numbers
from knowledge.checks.pairs import pairs
from knowledge.checks.phrases import phrases
from knowledge.checks.reading import too_hard, too_long
from knowledge.checks.reviews import overdue
from knowledge.checks.signs import conditions, milder, signs
from knowledge.checks.sources import cited, identifiers, never_cited, thin
from knowledge.content import Content
from knowledge.issues import Issue


def content_issues(content: Content) -> list[Issue]:
    """Every issue of content that has the right shape."""
    return [
        *identifiers(content),
        *cited(content),
        *names(content),
        *lexicon(content),
        *phrases(content),
        *pairs(content),
        *bands(content),
        *numbers(content),
        *events(content),
        *signs(content),
        *milder(content),
        *conditions(content),
        *too_hard(content),
        *too_long(content),
        *forbidden(content),
        *untranslated(content),
    ]


def content_warnings(content: Content, today: str = "") -> list[Issue]:
    """What somebody should look at; reviews are overdue as of today (YYYY-MM-DD), never without a day."""
    return [
        *(overdue(content, today) if today else ()),
        *thin(content),
        *never_cited(content),
        *emergency_numbers(content),
    ]
