"""Letters that every PDF reader has; what they lack is in the QR beside them."""

_PLAIN = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "…": "...", "•": "-", "≥": ">="})


def latin(text: str) -> str:
    """The text with other letters as "?"."""
    return text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1")


def cut(text: str, most: int) -> str:
    """The text, or its beginning."""
    return text if len(text) <= most else text[: most - 3].rstrip(" ,;") + "..."
