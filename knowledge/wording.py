"""The words people read: messages by key, locale and subject, with the numbers to call filled in."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from knowledge import yaml_file
from knowledge.issues import ContentError, Issue, nearest, shown

FOLDER = Path(__file__).parent / "messages"
DEFAULT_LOCALE = "en"


class Wording:
    """All messages of one locale, as `file.key`; what a locale lacks is said in English rather than not at all.

    A message is a text, or a mapping of `you` and `them` where the two readers need their own words.
    """

    def __init__(self, folder: Path = FOLDER, locale: str = DEFAULT_LOCALE) -> None:
        """Read all files of the locale.

        Raises:
            ContentError: if one can't be read or a message is neither a text nor a you/them pair.
        """
        self.locale = locale
        self.texts: dict[str, str | Mapping[str, str]] = {}
        self.places: dict[str, Path] = {}
        issues = self._read(folder / DEFAULT_LOCALE)
        if locale != DEFAULT_LOCALE:
            issues += self._read(folder / locale)
        if issues:
            raise ContentError(issues)

    def _read(self, folder: Path) -> list[Issue]:
        """Take over the messages of a folder; what is wrong with them."""
        issues: list[Issue] = []
        paths = sorted(folder.glob("*.yaml"))
        for path in paths:
            try:
                values = yaml_file.read(path)
            except yaml_file.YamlError as error:
                issues.append(Issue(shown(path), error.line, error.sentence))
                continue
            for key, value in (values or {}).items():
                if not _is_message(value):
                    line = yaml_file.line_of(path, (key,))
                    issues.append(Issue(shown(path), line, f"{key} must be a text, or a pair of you and them"))
                self.texts[f"{path.stem}.{key}"] = value
                self.places[f"{path.stem}.{key}"] = path
        if not paths:
            issues.append(Issue(shown(folder), 1, "there are no messages here"))
        return issues

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self.texts

    def say(self, key: str, subject: str = "you", **values: object) -> str:
        """The message with its placeholders filled; values are escaped unless their name starts with `html_`.

        Raises:
            KeyError: if there is no such message; its text names the nearest one.
        """
        if key not in self.texts:
            raise KeyError(f"no message {key}{nearest(key, self.texts)}")
        text = self.texts[key]
        chosen = text if isinstance(text, str) else text[subject]
        filled = {
            name: str(value) if name.startswith("html_") else html.escape(str(value), quote=False)
            for name, value in values.items()
        }
        return chosen.strip().format_map(filled)


def _is_message(value: Any) -> bool:  # noqa: ANN401  YAML may hold anything
    if isinstance(value, dict):
        return set(value) == {"you", "them"} and all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)
