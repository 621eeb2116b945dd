"""Taking updates by asking for them: none is confirmed before it is done, and none waits for another chat's."""

import asyncio
import logging
import time
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.errors import seconds_of
from bot.channels.telegram.updates import ALLOWED
from bot.log import place_of

_log = logging.getLogger(__name__)
_LONG, _LIMIT = 25, 100
_TOGETHER = 0.1  # how long a batch may take before we ask for more beside it
_SLOW, _LAST_WORD = 10.0, 1.5  # seconds
_PAUSE, _LONGEST_PAUSE = 0.5, 15.0


class Polling:
    """The loop of `getUpdates`: its offset is the oldest update that is not done."""

    def __init__(self, bot: Bot, channel: Telegram) -> None:
        self._bot = bot
        self._channel = channel
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._done_up_to = 0
        self._finished: set[int] = set()
        self.asked_at = time.monotonic()

    async def run(self) -> None:
        """Take updates until cancelled.

        Raises:
            InvalidToken: if Telegram does not know the token any more.
        """
        pause = _PAUSE
        while True:
            try:
                batch = await self._ask()
            except InvalidToken as error:
                raise InvalidToken("Telegram does not know this token any more") from error
            except TelegramError as error:
                seconds = seconds_of(error) if isinstance(error, RetryAfter) else pause
                _log.warning("event=%s error=%s", _event(error), type(error).__name__)
                await asyncio.sleep(seconds)
                pause = min(pause * 2, _LONGEST_PAUSE)
                continue
            pause = _PAUSE
            new = self._start(batch)
            if not new and len(batch) == _LIMIT:
                await self._give_up_on(batch)
            if not batch and not self._in_hand:
                self._done_up_to = 0  # all is confirmed; after a quiet week Telegram may count from elsewhere
            if self._in_hand:
                # Something slow is not done yet, so Telegram repeats what follows it: don't ask in a circle.
                wait = asyncio.FIRST_COMPLETED if not new else asyncio.ALL_COMPLETED
                await asyncio.wait(self._in_hand.values(), timeout=_TOGETHER, return_when=wait)

    async def _give_up_on(self, batch: list[dict[str, Any]]) -> None:
        """Nothing new can be seen behind so many slow ones: after a while they are confirmed though not done."""
        ends = time.monotonic() + _SLOW
        while len([raw for raw in batch if raw["update_id"] in self._in_hand]) == _LIMIT:
            if time.monotonic() > ends:
                self._done_up_to = batch[-1]["update_id"]
                return
            await asyncio.wait(self._in_hand.values(), timeout=1.0, return_when=asyncio.FIRST_COMPLETED)

    async def finish(self, seconds: float) -> None:
        """Finish what is in hand and confirm it."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=seconds)
        try:
            async with asyncio.timeout(_LAST_WORD):
                if self._done_up_to:
                    await self._get(wait=0, limit=1)
        except (TelegramError, TimeoutError) as error:
            _log.info("event=not_confirmed error=%s", place_of(error))
        self.abandon()

    def abandon(self) -> None:
        """Drop what is in hand; not being confirmed, it comes again."""
        for task in list(self._in_hand.values()):
            task.cancel()

    async def _ask(self) -> list[dict[str, Any]]:
        return await self._get(wait=0 if self._in_hand else _LONG, limit=_LIMIT)

    async def _get(self, wait: int, limit: int) -> list[dict[str, Any]]:
        """Raw updates: one that python-telegram-bot can't read must not hold up the others.

        In small letters, as Telegram allows, for PTB warns of its own methods' names here.
        """
        asked = {"offset": self._done_up_to + 1, "timeout": wait, "limit": limit, "allowed_updates": list(ALLOWED)}
        if not self._done_up_to:
            del asked["offset"]
        found = await self._bot.do_api_request("getupdates", api_kwargs=asked, read_timeout=wait + 5)
        self.asked_at = time.monotonic()
        return [one for one in found if isinstance(one, dict) and isinstance(one.get("update_id"), int)]

    def _start(self, batch: list[dict[str, Any]]) -> bool:
        """Begin with what is new, in order; whether there was any."""
        new = [raw for raw in batch if not self._knows(raw["update_id"])]
        for raw in new:
            number = raw["update_id"]
            task = asyncio.create_task(self._channel.take(raw))
            self._in_hand[number] = task
            task.add_done_callback(partial(self._end, number))
        return bool(new)

    def _knows(self, number: int) -> bool:
        """Whether an update is in hand or done; one may end while the answer that has it once more is on its way."""
        return number in self._in_hand or number in self._finished or number <= self._done_up_to

    def _end(self, number: int, task: asyncio.Task[None]) -> None:
        """One is done: the offset moves up to the oldest that is not."""
        self._in_hand.pop(number, None)
        if task.cancelled():
            return
        self._finished.add(number)
        oldest = min(self._in_hand, default=None)
        passed = {one for one in self._finished if oldest is None or one < oldest}
        self._done_up_to = max((self._done_up_to, *passed))
        self._finished -= passed


def _event(error: TelegramError) -> str:
    return "another_bot_polls_with_this_token" if isinstance(error, Conflict) else "telegram_not_reached"
