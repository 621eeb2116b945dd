"""Other languages: every message of the first language is there, with the same placeholders and both readers."""

import re
from collections.abc import Iterator, Mapping

from knowledge import yaml_file
from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.issues import Issue, nearest
from knowledge.wording import DEFAULT_LOCALE

_PLACEHOLDER = re.compile(r"{\w+}")
_TAG = re.compile(r"</?\w+>")
Messages = Mapping[str, object]


def untranslated(content: Content) -> Iterator[Issue]:
    """What a language lacks, has too much, or says with other placeholders."""
    folder = content.folder / "messages"
    first = {path.name: yaml_file.read(path) or {} for path in sorted((folder / DEFAULT_LOCALE).glob("*.yaml"))}
    for locale in sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name != DEFAULT_LOCALE):
        for name, messages in first.items():
            yield from _file(content, locale, name, messages)


def _file(content: Content, locale: str, name: str, first: Messages) -> Iterator[Issue]:
    file = f"messages/{locale}/{name}"
    if not (content.folder / file).exists():
        yield issue(content, f"messages/{DEFAULT_LOCALE}/{name}", (), f"untranslated: there is no {file}")
        return
    own: Messages = yaml_file.read(content.folder / file) or {}
    for key, message in first.items():
        if key not in own:
            yield issue(content, file, (), f"untranslated: {key}")
        elif isinstance(message, dict) and not isinstance(own[key], dict):
            yield issue(content, file, (key,), f"{key} needs both readers: you and them")
        else:
            lacks = sorted(set().union(*(one ^ other for one, other in _readers(message, own[key]))))
            if lacks:
                yield issue(content, file, (key,), f"{key} differs from {DEFAULT_LOCALE} in {', '.join(lacks)}")
    for key in own:
        if key not in first:
            yield issue(content, file, (key,), f"{DEFAULT_LOCALE} has no {key}{nearest(str(key), map(str, first))}")


def _readers(first: object, own: object) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Placeholders and tags in both languages, reader by reader."""
    for reader in ("you", "them"):
        yield _marks(first, reader), _marks(own, reader)


def _marks(message: object, reader: str) -> frozenset[str]:
    text = str(message.get(reader) if isinstance(message, dict) else message)
    return frozenset(_PLACEHOLDER.findall(text) + _TAG.findall(text))
