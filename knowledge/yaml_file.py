"""Read a YAML file, and find the line on which a value stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

_WORDS: dict[str, Any] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "Null": None,
    "~": None,
    "": None,
}


class YamlError(ValueError):
    """A file that is not YAML, with the line where reading stopped."""

    def __init__(self, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


def read(path: Path) -> Any:  # noqa: ANN401  YAML may hold anything
    """The value in the file.

    PyYAML's parser, and a constructor of our own: twice as fast as PyYAML's, which is most of the start; yes, no, on
    and off are words, only true and false are booleans; and a key that stands twice is an error instead of the last one
    winning in silence.

    Raises:
        YamlError: if it can't be read or is not YAML.
    """
    try:
        return _document(iter(yaml.CSafeLoader(path.read_text(encoding="utf-8")).get_event, None))
    except (OSError, UnicodeDecodeError) as error:
        raise YamlError(f"I can't read this file ({type(error).__name__})", 1) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(f"this is not YAML: {error.problem or error.context}", mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise YamlError("this is not YAML", 1) from error


def _document(events: Iterator[yaml.Event]) -> Any:  # noqa: ANN401  YAML may hold anything
    for event in events:
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.StreamEndEvent):
            return _value(event, events)
    return None


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> Any:  # noqa: ANN401  YAML may hold anything
    """The value that begins with the event; takes its other events from the stream."""
    if isinstance(event, yaml.ScalarEvent):
        return event.value if event.style else _plain(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(inner, events))
        return items
    if not isinstance(event, yaml.MappingStartEvent):
        raise YamlError("anchors and aliases are not used here; write the value again", _line(event))
    found: dict[Any, Any] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _value(inner, events)
        if key in found:
            raise YamlError(f"“{key}” stands twice here", _line(inner))
        found[key] = _value(next(events), events)
    return found


def _plain(text: str) -> Any:  # noqa: ANN401  a word, a number, true, false or nothing
    """An unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0].isdigit() or text[0] in "+-.":
        for number in (int, float):
            try:
                return number(text)
            except ValueError:
                continue
    return text


def line_of(path: Path, keys: Sequence[str | int]) -> int:
    """The line (from 1) of the value under the keys, or of the nearest parent that exists."""
    return line_in(composed(path), keys)


def composed(path: Path) -> yaml.Node | None:
    """The file as nodes that know their lines."""
    node: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return node


def line_in(node: yaml.Node | None, keys: Sequence[str | int]) -> int:
    """The same in a file that was composed before."""
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = [(name, value) for name, value in node.value if name.value == str(key)]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
