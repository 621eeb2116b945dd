"""How hard a text is: the Flesch-Kincaid grade, counted here because the usual library needs a download."""

import re

_TAG = re.compile(r"<[^>]+>|{\w+}|https?://\S+")
_WORD = re.compile(r"[A-Za-zÀ-ÿ']+")
_SENTENCE = re.compile(r"[.!?…:]+(?:\s|$)|\n+|•")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")


def grade(text: str) -> float:
    """US school grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.

    A sentence ends at a full stop, a question or exclamation mark, a colon, or a line's end. Tags and placeholders do
    not count.
    """
    plain = _TAG.sub(" ", text)
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    sentences = [part for part in _SENTENCE.split(plain) if _WORD.search(part)]
    syllables = sum(map(_syllables, words))
    return round(0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59, 1)


def _syllables(word: str) -> int:
    """Groups of vowels, a silent final e left out; at least one."""
    plain = word.lower().strip("'")
    if plain.endswith("e") and not plain.endswith(("le", "ee")):
        plain = plain[:-1]
    return max(1, len(_VOWELS.findall(plain)))
