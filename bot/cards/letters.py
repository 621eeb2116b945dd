"""Letters that every PDF reader has; what they lack is in the QR beside them."""

_PLAIN = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "…": "...", "•": "-", "≥": ">="})


def latin(text: str) -> str:
    """The text with other letters as "?"."""
    return text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1")


def cut(text: str, most: int) -> str:
    """The text, or its beginning up to a whole word."""
    if len(text) <= most:
        return text
    begin = text[: most - 3]
    return (begin.rpartition(" ")[0] or begin).rstrip(" ,;") + "..."
