"""How people say the findings: all files below phrases/ as one value."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from knowledge.files import Files
from knowledge.schema.phrases import LanguageFile, NormalWords, Phrasing

FOLDER = "phrases"
ENGLISH, RARE = f"{FOLDER}/en", f"{FOLDER}/rare"  # a file for each finding
WORDS, NORMAL, GRAVER = (f"{FOLDER}/{name}.yaml" for name in ("words", "normal", "graver"))


class PhraseTable(Struct, frozen=True):
    """What people type of findings.

    Attributes:
        words: class: the words it stands for in patterns, as $class.
        findings: finding: its phrases and patterns in English.
        rare: finding: rarer ways to say it.
        normal: what says that findings are absent.
        graver: finding: the milder ones that are left out beside it when they share a word with it.
        languages: language code: how findings are said in it.
    """

    words: dict[str, list[str]]
    findings: dict[str, Phrasing]
    rare: dict[str, Phrasing]
    normal: list[NormalWords]
    graver: dict[str, list[str]]
    languages: dict[str, LanguageFile]

    def said(self) -> Iterator[tuple[str, Phrasing]]:
        """Each finding with what is said of it, the common ways first."""
        yield from self.findings.items()
        yield from self.rare.items()


def read_phrases(files: Files) -> PhraseTable:
    """All phrases; what can't be read is noted in `files`."""
    languages = {path.stem: files.whole(path, LanguageFile) for path in files.under(FOLDER) if _is_language(path)}
    return PhraseTable(
        words=files.entries(WORDS, "words", list[str]),
        findings=_of_findings(files, ENGLISH),
        rare=_of_findings(files, RARE),
        normal=files.listed(NORMAL, "normal", NormalWords),
        graver=files.entries(GRAVER, "graver", list[str]),
        languages={code: one for code, one in languages.items() if one},
    )


def _of_findings(files: Files, folder: str) -> dict[str, Phrasing]:
    said = {path.stem: files.whole(path, Phrasing) for path in files.under(folder)}
    return {ident: one for ident, one in said.items() if one}


def _is_language(path: Path) -> bool:
    return f"{FOLDER}/{path.name}" not in {WORDS, NORMAL, GRAVER}
