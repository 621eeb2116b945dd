"""The clock of follow-ups: claims what is due and gives it to the channel, a few at a time, so that taps go first."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from bot.log import place_of

_log = logging.getLogger(__name__)
_EVERY = 1.0  # seconds between two looks
_AT_ONCE = 10  # follow-ups on their way; a tap never waits behind a crowd of them

Claim = Callable[[int], Awaitable[list[int]]]  # how many at most; the chats
Give = Callable[[int], Coroutine[Any, Any, None]]  # a chat; done when what was due in it is out


class FollowUps:
    """Any number of these may look at one store: each chat is claimed by one."""

    def __init__(self, claim: Claim, give: Give, *, every: float = _EVERY, at_once: int = _AT_ONCE) -> None:
        self._claim, self._give = claim, give
        self._every, self._at_once = every, at_once
        self._in_hand: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Look for what is due until cancelled."""
        try:
            while True:
                full = await self.look()
                if full:
                    await asyncio.wait(self._in_hand, return_when=asyncio.FIRST_COMPLETED)
                else:
                    await asyncio.sleep(self._every)
        finally:
            for task in self._in_hand:
                task.cancel()  # saved, it is owed and made again; not saved, it is claimed again
            await asyncio.gather(*self._in_hand, return_exceptions=True)

    async def look(self) -> bool:
        """Take in hand what is due, longest due first; whether our hands are full."""
        room = self._at_once - len(self._in_hand)
        chats = await self._claim(room) if room else []
        for chat in chats:
            task = asyncio.create_task(self._give(chat))
            self._in_hand.add(task)
            task.add_done_callback(partial(_ended, self._in_hand))
        return len(self._in_hand) >= self._at_once

    async def settled(self) -> None:
        """Wait until nothing is in hand."""
        while self._in_hand:
            await asyncio.wait(set(self._in_hand))


def _ended(in_hand: set[asyncio.Task[None]], task: asyncio.Task[None]) -> None:
    in_hand.discard(task)
    if not task.cancelled() and (error := task.exception()):
        _log.error("event=follow_up_failed error=%s", place_of(error))
