"""One version of the content, with its flow and its words."""

from pathlib import Path

from msgspec import Struct

from flows.definition import Flow
from knowledge.content import Content
from knowledge.wording import Wording


class Version(Struct, frozen=True):
    """One version.

    Attributes:
        name: how it was named, a revision or a folder.
        content: the knowledge.
        flow: the talk.
        words: the messages.
    """

    name: str
    content: Content
    flow: Flow
    words: Wording

    @classmethod
    def read(cls, name: str, knowledge: Path, flows: Path) -> "Version":
        """The version in two folders; ContentError if it can't be read."""
        content = Content(knowledge)
        return cls(name, content, Flow(flows / "triage.yaml", content), Wording(knowledge / "messages"))
