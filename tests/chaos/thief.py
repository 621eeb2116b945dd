"""A thief with the files and `strings`: looks for marked words in what was left behind."""

from collections.abc import Iterable
from pathlib import Path


def traces(files: Iterable[Path], words: Iterable[str]) -> list[str]:
    """The words that stand in one of the files, as text of one or two bytes a letter."""
    contents = [file.read_bytes() for file in files if file.is_file()]
    return [
        word
        for word in words
        if any(code in content for content in contents for code in (word.encode(), word.encode("utf-16-le")))
    ]
