"""Drinking without a word for what: "yesterday i drank", "last drink was at midnight"; it is alcohol."""

import re
from collections.abc import Sequence
from itertools import islice

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain

ALCOHOL = "alcohol"
MOST = 8  # of one text that are looked at
_WORDS = words_of("times")
_DRANK = r"(?:drank|drunk|(?:was|were|been)\s+drinking)"
_ENDS = rf"(?=\s*(?:$|[.,;!?)]|(?:{'|'.join(sorted(_WORDS['after_drank']))})\b|(?:a\s+lot|lots|loads)\b(?!\s+of)|\d))"
_PATTERN = re.compile(
    rf"(?:(?:\b(?:i|we|he|she|they|ive|i've|had|have|has)\s+(?:just\s+|only\s+|also\s+|have\s+)?|^|[.,;]\s*)(?P<drank>{_DRANK}){_ENDS}"
    rf"|\b(?P<last>(?:last|first)\s+(?:alcoholic\s+)?drink)\b(?!\s+of\b))"
)


def with_drinking(text: Plain, mentions: Sequence[Mention]) -> list[Mention]:
    """The names, and where somebody drank without saying what."""
    if "dr" not in text.text:
        return list(mentions)
    found = []
    for match in islice(_PATTERN.finditer(text.text), MOST):
        start, end = match.span("drank" if match["drank"] else "last")
        places = [at for at, word in enumerate(text.words) if word.start < end and start < word.end]
        if not any(one.ids and one.start < end and start < one.end for one in mentions):
            found.append(
                Mention(text.text[start:end], start, end, places[0], places[-1], (ALCOHOL,), (ALCOHOL,), "exact")
            )
    kept = [one for one in mentions if not any(one.start < each.end and each.start < one.end for each in found)]
    return sorted([*kept, *found], key=lambda one: one.start)
