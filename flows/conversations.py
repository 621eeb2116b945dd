"""A conversation as clinicians keep it in `tests/conversations/`: what was done, what was seen, how it ends."""

import json
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from knowledge import yaml_file
from knowledge.issues import ContentError, Issue, shown
from knowledge.schema.strict import Strict


class Step(Strict, frozen=True, omit_defaults=True):
    """One thing done or seen; a step has exactly one of these.

    Attributes:
        tap: a button on the screen, as `node:option`.
        old: a button that is not on the screen any more, as `act:node:option`.
        say: typed words.
        edit: words that an earlier message was changed to.
        command: a command without its slash, with its words: `sos`, `country DE`.
        start: /start once more, or the payload of the link that began the talk.
        send: something that is not text: photo, voice, sticker, file, location or other.
        sees: words that are on the screen, or in what the bot said last.
        never_sees: words that are not there.
    """

    tap: str | None = None
    old: str | None = None
    say: str | None = None
    edit: str | None = None
    command: str | None = None
    start: str | None = None
    send: str | None = None
    sees: str | None = None
    never_sees: str | None = None

    def __post_init__(self) -> None:
        """Refuse a step with none or several."""
        if len(self.given) != 1:
            raise ValueError("a step has exactly one of tap, old, say, edit, command, start, send, sees, never_sees")

    @property
    def given(self) -> list[tuple[str, str]]:
        """What it has."""
        return [(name, value) for name in self.__struct_fields__ if (value := getattr(self, name)) is not None]


class Conversation(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole conversation; it begins with /start unless its first step is a start.

    Attributes:
        name: a sentence.
        steps: in order.
        ends: none, mild or severe; without it the talk has not ended.
        because: ids of rules that are among the reasons.
        asks: the node that is asked at the end.
        language: the language of the person's Telegram.
        note: anything for the reader.
    """

    name: str
    steps: list[Step]
    ends: str | None = None
    because: list[str] = []
    asks: str | None = None
    language: str = "en"
    note: str | None = None


def read_conversations(path: Path) -> list[Conversation]:
    """The conversations of a file.

    Raises:
        ContentError: if it can't be read.
    """
    try:
        rows = yaml_file.read(path)
        return msgspec.convert(rows, list[Conversation])
    except yaml_file.YamlError as error:
        raise ContentError([Issue(shown(path), error.line, error.sentence)]) from error
    except msgspec.ValidationError as error:
        raise ContentError([Issue(shown(path), 1, str(error))]) from error


def as_yaml(conversation: Conversation) -> str:
    """The conversation as a clinician would write it."""
    lines = [f"- name: {_quoted(conversation.name)}"]
    if conversation.note:
        lines.append(f"  note: {_quoted(conversation.note)}")
    if conversation.language != "en":
        lines.append(f"  language: {_quoted(conversation.language)}")
    lines += ["  steps:", *_steps(conversation.steps)]
    if conversation.ends:
        lines.append(f"  ends: {_quoted(conversation.ends)}")
    if conversation.because:
        lines.append(f"  because: [{', '.join(map(_quoted, conversation.because))}]")
    if conversation.asks:
        lines.append(f"  asks: {_quoted(conversation.asks)}")
    return "\n".join(lines) + "\n"


def _steps(steps: Iterable[Step]) -> Iterable[str]:
    for step in steps:
        [(name, value)] = step.given
        yield f"    - {{{name}: {_quoted(value)}}}"


def _quoted(text: str) -> str:
    """A double-quoted text: JSON's quoting is YAML's, but that YAML wants what it does not print escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in quoted)
