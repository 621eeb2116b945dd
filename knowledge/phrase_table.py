"""How people say the findings: all files below phrases/ as one value."""

from msgspec import Struct

from knowledge.files import Files
from knowledge.schema.phrases import NormalWords, Phrasing

FOLDER = "phrases"
ENGLISH = f"{FOLDER}/en"  # a file for each finding
WORDS, NORMAL, GRAVER = (f"{FOLDER}/{name}.yaml" for name in ("words", "normal", "graver"))


class PhraseTable(Struct, frozen=True):
    """What people type of findings.

    Attributes:
        words: class: the words it stands for in patterns, as $class.
        findings: finding: its phrases and patterns in English.
        normal: what says that findings are absent.
        graver: finding: the milder ones that are left out beside it when they share a word with it.
    """

    words: dict[str, list[str]]
    findings: dict[str, Phrasing]
    normal: list[NormalWords]
    graver: dict[str, list[str]]


def read_phrases(files: Files) -> PhraseTable:
    """All phrases; what can't be read is noted in `files`."""
    said = {path.stem: files.whole(path, Phrasing) for path in files.under(ENGLISH)}
    return PhraseTable(
        words=files.entries(WORDS, "words", list[str]),
        findings={ident: one for ident, one in said.items() if one},
        normal=files.listed(NORMAL, "normal", NormalWords),
        graver=files.entries(GRAVER, "graver", list[str]),
    )
