"""What a person sees of a chat: messages with their buttons, and toasts, in the order they came."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.chats import Chat, Message

Json = dict[str, Any]
_MEDIA = ("photo", "document", "sticker", "voice", "location", "contact", "video")


@dataclass(frozen=True)
class Button:
    """A button under a message."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True)
class Seen:
    """A message as it stands on the screen."""

    id: int
    by_bot: bool
    sender: str
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    media: str = ""
    edited: bool = False

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons, in reading order."""
        return [button.label for row in self.buttons for button in row]

    def __str__(self) -> str:
        media = f"({self.media}) " if self.media else ""
        rows = "".join("\n    " + " ".join(f"[{button.label}]" for button in row) for row in self.buttons)
        return f"{self.sender}: {media}{self.text}{rows}"


@dataclass(frozen=True)
class Toast:
    """What the bot said over the chat after a tap."""

    text: str
    alert: bool = False

    def __str__(self) -> str:
        return f"({'alert' if self.alert else 'toast'}: {self.text})"


@dataclass(frozen=True)
class Screen:
    """Everything a person sees, oldest first."""

    items: tuple[Seen | Toast, ...]

    @property
    def messages(self) -> list[Seen]:
        """Only the messages."""
        return [item for item in self.items if isinstance(item, Seen)]

    @property
    def toasts(self) -> list[Toast]:
        """Only the toasts."""
        return [item for item in self.items if isinstance(item, Toast)]

    @property
    def last(self) -> Seen:
        """The newest message of the bot; LookupError when it has said nothing yet."""
        for message in reversed(self.messages):
            if message.by_bot:
                return message
        raise LookupError("the bot has said nothing yet")

    def __contains__(self, text: str) -> bool:
        return text in str(self)

    def __str__(self) -> str:
        return "\n".join(map(str, self.items))


def look(chat: Chat, account_id: int) -> Screen:
    """The screen of one person in a chat."""
    return Screen(tuple(_items(chat, account_id)))


def seen(message: Message) -> Seen:
    """One message as it looks now."""
    body = message.body
    rows = (message.keyboard or {}).get("inline_keyboard", [])
    return Seen(
        id=body["message_id"],
        by_bot=message.by_bot,
        sender=body["from"]["first_name"],
        text=body.get("text") or body.get("caption", ""),
        buttons=tuple(tuple(map(_button, row)) for row in rows),
        media=next((kind for kind in _MEDIA if kind in body), ""),
        edited="edit_date" in body,
    )


def _items(chat: Chat, account_id: int) -> Iterator[Seen | Toast]:
    for event in chat.happened:
        if event.kind == "new" and event.message_id in chat.messages:
            yield seen(chat.messages[event.message_id])
        elif event.kind in {"toast", "alert"} and event.account_id == account_id:
            yield Toast(event.text, event.kind == "alert")


def _button(button: Json) -> Button:
    copies = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copies)
