"""Text made plain without changing its length, and cut into words that know where they stood."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

LONGEST = 1000  # characters read; a person in danger writes less
_SIGNS = dict.fromkeys("’‘`´ʼ", "'") | dict.fromkeys("\u200b\u200c\u2060\ufeff\u00ad", " ")  # and what is not seen
# a number and a name may be written as one: "150zoloft", "lexapro10"
_WORD = re.compile(
    r"\d{2,4}(?=[^\W\d_]{5,}(?![^\W_]))|[^\W\d_]{5,}(?=\d{1,3}(?:mgs?|gs?)?(?![^\W_]))|\d+(?:[.,]\d+)?(?![^\W_])|[^\W_]+(?:'[^\W_]+)*"
)
_FULL_STOP = 2  # the pause of one
_ANSWERS = frozenset({"no", "nope", "nah", "none", "nil", "negative"})
_HESITATION = re.compile(r"\.{2,}|…")
_GIN_AND_TONIC = re.compile(r"\bg&t(?=s?\b)")  # no gram and something else: "3 g&ts"
_STOP = re.compile(r"[.!?;\n()]")
_PAUSE = re.compile(r"[,:/&+|\u2010-\u2015\u2022•*=<>-]|[^\x00-\x7f\s]")


class Word(NamedTuple):
    """One word: its form without apostrophes, its place, and the pause before it: 0 none, 1 a comma, 2 a full stop."""

    form: str
    start: int
    end: int
    pause: int


class Plain(NamedTuple):
    """A text made plain: as long as the text it was made from, so that every span fits both."""

    text: str
    words: tuple[Word, ...]

    def sentences(self) -> list[range]:
        """The places of the words from one full stop to the next."""
        starts = [at for at, word in enumerate(self.words) if word.pause == _FULL_STOP or not at]
        return [range(*span) for span in pairwise([*starts, len(self.words)])]


def plain(text: str) -> Plain:
    """The first 1,000 characters, in lower case and with straight quotes, and their words."""
    same = text[:LONGEST]
    same = same.lower() if same.isascii() else "".join(map(_sign, same))
    same = _GIN_AND_TONIC.sub("gnt", same)
    words, before = [], 0
    for found in _WORD.finditer(same):
        start, end = found.span()
        form, between = found[0].replace("'", ""), same[before:start]
        answers = form in _ANSWERS and "?" in between  # "breathing? no" is one statement
        in_number = between in {".", ","} and same[before - 1 : before].isdigit() and same[start].isdigit()  # "0.2g"
        words.append(Word(form, start, end, 1 if answers else 0 if in_number else _pause(between)))
        before = end
    return Plain(same, tuple(words))


def _pause(between: str) -> int:
    if between in {"", " ", "-", "'"}:
        return 0
    between = _HESITATION.sub(" ", between)
    return 2 if _STOP.search(between) else int(bool(_PAUSE.search(between)))


@lru_cache(maxsize=1024)
def _sign(sign: str) -> str:
    """The sign in lower case and in its usual form, but only if that is one sign too."""
    sign = _SIGNS.get(sign, sign)
    for form in (unicodedata.normalize("NFKC", sign).lower(), sign.lower()):
        if len(form) == 1:
            return form
    return sign
