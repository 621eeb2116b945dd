"""Drinking without a word for what: "yesterday i drank", "last drink was at midnight"; it is alcohol."""

import re
from collections.abc import Sequence
from itertools import islice

from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from knowledge.spoken_numbers import NUMBER

ALCOHOL = "alcohol"
_HINTS = (
    "dr",
    "g&t",
    "g & t",
    "cans",
    "tinnies",
    "bev",
    "pack",
    "downed",
    "necked",
)  # found much faster than the pattern
MOST = 8  # of one text that are looked at
_WORDS = words_of("times")
_DRANK = r"(?:drank|drunk|(?:was|were|been)\s+drinking)"
_ENDS = rf"(?=\s*(?:$|[.,;!?)]|(?:{'|'.join(sorted(_WORDS['after_drank']))})\b|(?:a\s+lot|lots|loads)\b(?!\s+of)|\d))"
_PATTERN = re.compile(
    rf"(?:(?:\b(?:i|we|he|she|they|ive|i've|had|have|has)\s+(?:just\s+|only\s+|also\s+|have\s+)?|^|[.,;]\s*)(?P<drank>{_DRANK}){_ENDS}"
    rf"|(?<![\w.,])(?:{NUMBER})\s+(?P<cans>cans|tinnies|bevs|bevvies)(?!\s+of\b)(?![^\W_])"
    rf"|\b(?:drank|drunk|drinking|downed|necked)\s+(?:about|like|around|maybe)?\s*(?:{NUMBER})\s+(?P<shots>shots|cans|pints)(?!\s+of\b)(?![^\W_])"
    rf"|\b(?P<pack>(?:six|6|twelve|12|four|4|eight|8)[\s-]*pack)(?!\s+of\s+(?!beer|lager|cider|seltzer))\b"
    rf"|\b(?P<gin>g\s?&\s?t'?s?)\b"
    rf"|\b(?P<last>(?:last|first)\s+(?:alcoholic\s+)?drink)\b(?!\s+of\b))"
)


def with_drinking(text: Plain, mentions: Sequence[Mention]) -> list[Mention]:
    """The names, and where somebody drank without saying what."""
    if not any(word in text.text for word in _HINTS):
        return list(mentions)
    found = []
    for match in islice(_PATTERN.finditer(text.text), MOST):
        start, end = match.span(next(name for name, said in match.groupdict().items() if said))
        places = [at for at, word in enumerate(text.words) if word.start < end and start < word.end]
        if not any(one.ids and one.start < end and start < one.end for one in mentions):
            found.append(
                Mention(text.text[start:end], start, end, places[0], places[-1], (ALCOHOL,), (ALCOHOL,), "exact")
            )
    kept = [one for one in mentions if not any(one.start < each.end and each.start < one.end for each in found)]
    return sorted([*kept, *found], key=lambda one: one.start)
