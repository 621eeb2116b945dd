"""Everything the sandbox knows, in memory: the bot's profile, chats, files, updates and queries."""

import itertools
from collections.abc import Callable
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.chats import Account, Chat
from bot.sandbox.files import Files
from bot.sandbox.profile import Profile
from bot.sandbox.queries import Queries
from bot.sandbox.refusals import bad_request, forbidden
from bot.sandbox.updates import Updates

Json = dict[str, Any]
Clock = Callable[[], float]

_FIRST_ACCOUNT = 700_000_001
_FIRST_GROUP = -1_001_000_000_001


class World:
    """Telegram, as small as one bot needs it."""

    def __init__(self, bot_id: int, bot_name: str, username: str, clock: Clock) -> None:
        self.clock = clock
        self.profile = Profile(bot_id, username, {"": bot_name})
        self.changes = Changes()
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = Updates()
        self.queries = Queries()
        self._message_ids = itertools.count(1)
        self._account_ids = itertools.count(_FIRST_ACCOUNT)
        self._group_ids = itertools.count(_FIRST_GROUP, -1)

    def now(self) -> int:
        """The time, as Telegram dates things."""
        return int(self.clock())

    def new_account(self, name: str, language_code: str | None = "en") -> Account:
        """Somebody new on Telegram, who has not met the bot yet."""
        account = Account(next(self._account_ids), name, language_code)
        self._open(Chat(account.id, [account], self.changes))
        return account

    def new_group(self, title: str, accounts: list[Account]) -> Chat:
        """A group that the bot has been added to."""
        return self._open(Chat(next(self._group_ids), accounts, self.changes, title))

    def forget(self, chat_id: int) -> None:
        """Close a chat for good."""
        del self.chats[chat_id]
        self.changes.publish("closed", chat_id)

    def new_message(self, sender: Json) -> Json:
        """What every message begins with."""
        return {"message_id": next(self._message_ids), "from": sender, "date": self.now()}

    def chat(self, chat_id: int | str) -> Chat:
        """The chat a bot means; it may be given as a number or as digits."""
        if chat_id == "":
            raise bad_request("chat_id is empty")
        try:
            return self.chats[int(chat_id)]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def open_chat(self, chat_id: int | str) -> Chat:
        """The chat a bot wants to write to, if it may."""
        chat = self.chat(chat_id)
        if chat.blocked:
            raise forbidden(
                "bot was kicked from the supergroup chat" if chat.is_group else "bot was blocked by the user"
            )
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def _open(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.changes.publish("chat", chat.id)
        return chat
