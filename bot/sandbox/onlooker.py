"""Somebody's view of a chat: what is to be seen now, and what the bot does next."""

from collections.abc import Callable

from bot.sandbox import screen
from bot.sandbox.chats import Account, Chat
from bot.sandbox.screen import Screen, Seen, Toast

PATIENCE = 5.0


class Onlooker:
    """Looks at one chat, and remembers what has been read of it."""

    def __init__(self, chat: Chat, account: Account) -> None:
        self.chat = chat
        self.account = account
        self._replies_read = 0
        self._toasts_read = 0

    def screen(self) -> Screen:
        """What is to be seen now."""
        return screen.look(self.chat, self.account.id)

    async def wait_reply(self, seconds: float = PATIENCE) -> Seen:
        """The next message the bot sends or changes after what this person did last."""

        def look() -> Seen | None:
            for at, event in enumerate(self.chat.happened[self._replies_read :], self._replies_read):
                message = self.chat.messages.get(event.message_id or 0)
                if event.by_bot and event.kind in {"new", "edited"} and message:
                    self._replies_read = at + 1
                    return screen.seen(message)
            return None

        return await self.chat.bell.until(look, seconds)

    async def wait_toast(self, seconds: float = PATIENCE) -> Toast:
        """The next toast or alert after what this person did last."""

        def look() -> Toast | None:
            for at, event in enumerate(self.chat.happened[self._toasts_read :], self._toasts_read):
                if event.kind in {"toast", "alert"} and event.account_id == self.account.id:
                    self._toasts_read = at + 1
                    return Toast(event.text, event.kind == "alert")
            return None

        return await self.chat.bell.until(look, seconds)

    async def wait_until(self, true: Callable[[Screen], bool], seconds: float = PATIENCE) -> Screen:
        """The screen, as soon as something is true of it."""

        def look() -> Screen | None:
            now = self.screen()
            return now if true(now) else None

        return await self.chat.bell.until(look, seconds)

    def turn_to_bot(self) -> None:
        """What the bot does from now on is a reply."""
        self._replies_read = self._toasts_read = len(self.chat.happened)
