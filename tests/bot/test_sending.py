"""Replies on their way out: what is overtaken is not taken for sent."""

import asyncio
from typing import Any, cast

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.errors import SupersededError
from bot.channels.telegram.sending import Sending
from flows.reply import Message

CHAT = 5


class SlowCalls:
    """Telegram while others are served first: a call waits until it is its turn."""

    def __init__(self) -> None:
        self.turn = asyncio.Event()
        self.shown: list[str] = []

    async def send(self, _chat: int, message: Message, *, wanted: Any = None, **_: Any) -> int:
        """Wait, and send what is still wanted."""
        await self.turn.wait()
        if wanted and not await wanted():
            raise SupersededError
        self.shown.append(message.text)
        return len(self.shown)

    async def strip(self, _chat: int, _message: int) -> None:
        """Nothing to see."""


async def test_a_screen_that_was_overtaken_counts_as_sent_when_the_newer_one_is_out() -> None:
    calls, marked = SlowCalls(), list[tuple[int, list[str]]]()

    async def sent(_chat: int, revision: int, _working: int) -> None:
        marked.append((revision, list(calls.shown)))

    async def never(_chat: int, _revision: int) -> bool:
        return False

    async def forget(_chat: int) -> None:
        raise AssertionError("nobody blocked us")

    sending = Sending(cast("Calls", calls), sent, never, forget)
    sending.add(CHAT, (Message("first"),), revision=2)
    await asyncio.sleep(0)
    newer = sending.add(CHAT, (Message("second"),))  # made to catch up, so it has no revision of its own
    calls.turn.set()

    assert await newer
    assert calls.shown == ["second"]
    assert marked == [(2, ["second"])], "a crash before the newer one is out must leave the reply owed"
