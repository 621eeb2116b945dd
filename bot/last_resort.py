"""The emergency card that needs nothing: it answers when the content does not load, and when the code stumbles."""

from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from flows.inputs import SOS, Input
from flows.reply import Button, Message, Reply
from flows.session import Session

FILE = Path(__file__).parents[1] / "knowledge" / "fallback.yaml"
# Only when not even the file above can be read.
HARD_CODED = "🆘 In danger? Call 112 (EU and most mobiles), 911 (US, Canada) or 999 (UK) now."


class Texts(Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of `knowledge/fallback.yaml`; each has something to fall back on."""

    card: str = HARD_CODED
    note: str = ""
    store_down: str = HARD_CODED
    group: str = HARD_CODED
    private: str = "@"
    late: str = ""
    sos: str = "🆘"
    copy: str = "{number}"
    numbers: tuple[str, ...] = ("112", "911", "999")


def read_texts(file: Path = FILE) -> Texts:
    """The texts, or what is hard-coded when they can't be read."""
    try:
        return msgspec.convert(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), Texts)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError):
        return Texts()


class LastResort:
    """Stands in for the engine: whatever comes in, the card goes out, and nothing is held."""

    content_version = "none"

    def __init__(self, texts: Texts | None = None) -> None:
        self.texts = texts or read_texts()
        self.reply = Reply((_card(self.texts),))

    def step(
        self,
        session: Session | None,
        given: Input,  # noqa: ARG002  it makes no difference
        now: float,  # noqa: ARG002
        language: str = "en",  # noqa: ARG002
    ) -> tuple[Session | None, Reply]:
        """The card; a talk that is held stays as it is, for when the content is back."""
        return session, self.reply

    def present(self, session: Session | None, language: str = "en") -> Reply:  # noqa: ARG002  as in step
        """The card."""
        return self.reply


def _card(texts: Texts) -> Message:
    copies = tuple(Button(texts.copy.replace("{number}", number), copy=number) for number in texts.numbers)
    text = "\n\n".join(part for part in (texts.card, texts.note) if part)
    return Message(text, (copies, (Button(texts.sos, data=SOS.data, style="danger"),)), stays=True, urgent=True)
