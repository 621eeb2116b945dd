"""Which language a text is in, by its script and its small words; what is not clear is English."""

from collections.abc import Mapping, Sequence
from unicodedata import name

_SCRIPTS = (
    ("CYRILLIC", "ru"),
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("CJK", "zh"),
    ("HANGUL", "ko"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("GREEK", "el"),
    ("THAI", "th"),
    ("DEVANAGARI", "hi"),
)
_ENOUGH = 2  # small words that make a language, and more than English has


def language(words: Sequence[str], small_words: Mapping[str, frozenset[str]], prior: str = "") -> str:
    """The language code; `prior` is what the person's app is set to."""
    scripts = [name(word[0], "") for word in words if not word.isascii()]
    for script, code in _SCRIPTS:
        if any(one.startswith(script) for one in scripts):
            return code
    counts = {code: sum(map(known.__contains__, words)) for code, known in small_words.items()}
    best = max(counts, key=lambda code: (counts[code], code == "en", code == prior[:2]), default="en")
    if best != "en" and (counts[best] >= _ENOUGH or prior[:2] == best) and counts[best] > counts.get("en", 0):
        return best
    return "en"
