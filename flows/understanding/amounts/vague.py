"""More than it should be, in words: "too much kratom", "a lot of", "an extra"."""

import re
from collections.abc import Mapping, Sequence

from flows.understanding.amounts.nearness import Nearness
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.hinted import Hinted
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain

_NOT = re.compile(r"\b(?:not|no|never|isn'?t|wasn'?t|(?:did|do|have)n'?t)\s+(?:[^\W\d]+\s+){0,2}$")
_VAGUE = Hinted(
    "much|many|mcuh|muhc|mutch|extra|lot|load|ton|more",
    r"\b(?P<said>(?P<much>(?:way\s+|far\s+)?(?:too|to|2)\s+(?:much|mcuh|muhc|mutch|many))|(?:an?\s+)?extra"
    r"|(?:a\s+)?(?:whole\s+)?(?:lots?|loads?|tons?|shit\s?(?:load|ton)s?)(?=\s+of\b))\b"
    r"|\b(?P<more>more)(?:\s+[^\W\d]+){0,3}?\s+than\s+"
    r"(?:usual|normal|prescribed|i\s+(?:should|meant|usually|normally|was\s+supposed))\b",
)
MOST_VAGUE = 4  # of one text
_NEAR_VAGUE = 1.5  # words


def vague_amounts(text: str) -> list[Quantity]:
    """More than it should be, in words: "too much", "a lot of", "more than usual", "an extra"."""
    return [
        Quantity(*match.span("more" if match["more"] else "said"), 1, 1, "", words)
        for match in _VAGUE.finditer(text)
        if not _NOT.search(text, max(0, match.start() - 24), match.start())
        for words in ("too much" if match["much"] else match["said"] or "more than usual",)
    ]


def vague_of(text: Plain, mentions: Sequence[Mention], linked: Mapping[int, Quantity]) -> dict[int, Quantity]:
    """For names without an amount in numbers, the one in words that stands beside them: "too much kratom"."""
    found = {}
    nearness = Nearness(text, mentions, (), {})
    for one in vague_amounts(text.text)[:MOST_VAGUE]:
        near = [
            (distance, number)
            for number, mention in enumerate(mentions)
            if number not in linked and (distance := nearness.distance(mention, one)) is not None
        ]
        if near and min(near)[0] <= _NEAR_VAGUE:
            found[min(near)[1]] = one
    return found
