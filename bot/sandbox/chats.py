"""Chats, the accounts in them, and their messages as Telegram's JSON."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.sandbox.changes import Bell, Changes

Json = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """Somebody on Telegram."""

    id: int
    first_name: str
    language_code: str | None = "en"
    username: str | None = None

    def as_user(self) -> Json:
        """The JSON of a User."""
        optional = {"username": self.username, "language_code": self.language_code}
        given = {name: value for name, value in optional.items() if value is not None}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **given}


@dataclass
class Message:
    """A message as it stands now, and the keyboards it once had."""

    body: Json
    by_bot: bool
    past_keyboards: list[Json] = field(default_factory=list)

    @property
    def keyboard(self) -> Json | None:
        """The buttons under it, if any."""
        keyboard: Json | None = self.body.get("reply_markup")
        return keyboard


class Happening(NamedTuple):
    """One line of a chat's story: `new`, `edited`, `deleted`, `toast` or `alert`."""

    kind: str
    by_bot: bool
    message_id: int | None = None
    text: str = ""
    account_id: int | None = None


class Chat:
    """A private chat or a group: who is in it, and what was said."""

    def __init__(self, chat_id: int, accounts: list[Account], changes: Changes, title: str | None = None) -> None:
        self.id = chat_id
        self.title = title
        self.accounts = {account.id: account for account in accounts}
        self.messages: dict[int, Message] = {}
        self.happened: list[Happening] = []
        self.started = title is not None
        self.blocked = False
        self.action = ""
        self.action_until = 0.0
        self.pinned: int | None = None
        self.bell = Bell()
        self._changes = changes

    @property
    def is_group(self) -> bool:
        """Whether several people can talk here."""
        return self.title is not None

    def as_chat(self) -> Json:
        """The JSON of a Chat."""
        if self.title is not None:
            return {"id": self.id, "type": "supergroup", "title": self.title}
        account = next(iter(self.accounts.values()))
        name = {"username": account.username} if account.username else {}
        return {"id": self.id, "type": "private", "first_name": account.first_name, **name}

    def add(self, body: Json, *, by_bot: bool) -> Message:
        """Put a new message at the end."""
        message = Message({**body, "chat": self.as_chat()}, by_bot)
        self.messages[body["message_id"]] = message
        if by_bot:
            self.act("", 0.0)
        self.tell("new", by_bot=by_bot, message_id=body["message_id"])
        return message

    def replace(self, message: Message, body: Json, *, by_bot: bool) -> None:
        """Show a message with new content in its old place."""
        if message.keyboard and message.keyboard != body.get("reply_markup"):
            message.past_keyboards.append(message.keyboard)
        message.body = body
        self.tell("edited", by_bot=by_bot, message_id=body["message_id"])

    def remove(self, message_id: int, *, by_bot: bool) -> None:
        """Take a message away."""
        del self.messages[message_id]
        if self.pinned == message_id:
            self.pinned = None
        self.tell("deleted", by_bot=by_bot, message_id=message_id)

    def act(self, action: str, until: float) -> None:
        """Show, or stop showing, that the bot is typing."""
        if action or self.action:
            self._changes.publish("action", self.id, action=action)
        self.action, self.action_until = action, until

    def tell(
        self, kind: str, *, by_bot: bool, message_id: int | None = None, text: str = "", to: int | None = None
    ) -> None:
        """Note what happened and let everybody know who watches."""
        self.happened.append(Happening(kind, by_bot, message_id, text, to))
        message = self.messages.get(message_id) if message_id is not None else None
        self._changes.publish(kind, self.id, message=message, message_id=message_id, text=text, to=to)
        self.bell.ring()

    def changed(self) -> None:
        """Something about the chat itself is different: blocked, pinned, joined."""
        self._changes.publish("chat", self.id)
        self.bell.ring()
