"""Text as people type it, made comparable."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´]")
_NOT_WORD = re.compile(r"[^\w.,+/&-]+")
_NOT_LETTER = re.compile(r"[\W_]+")


def normal(text: str) -> str:
    """Lower case, apostrophes dropped, other signs as single spaces: "Can’t  breathe!" -> "cant breathe"."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return _same(text, " ".join(text.lower().split()))  # most names, and all of the start's time
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def squeezed(text: str) -> str:
    """Letters and digits only, without accents: "St. John's Wort" -> "stjohnswort", "5-HTP" -> "5htp"."""
    if text.isascii():
        plain = text.replace(" ", "").replace("-", "")
        if plain.isalnum():
            return _same(text, plain.lower())
        return _NOT_LETTER.sub("", text.casefold())
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_LETTER.sub("", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def _same(text: str, plain: str) -> str:
    """The text itself when it is plain already: of 20,000 names one copy is kept, not three."""
    return text if plain == text else plain
