"""Asking Telegram until it answers: each call in its turn, again when that may help, and not for ever."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.errors import BlockedError, MovedError, SupersededError, UnreachableError, seconds_of
from bot.channels.telegram.pace import Level, Pace
from bot.metrics import Metrics

Result = TypeVar("Result")
Wanted = Callable[[], Awaitable[bool]]
_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 8.0
_SOON = 0.5  # seconds in which nothing can have become out of date


class Asking:
    """Makes calls."""

    def __init__(self, metrics: Metrics, patience: float) -> None:
        self._metrics = metrics
        self._patience = patience
        self.pace = Pace()
        metrics.queue.set_function(lambda: self.pace.waiting)
        self.reached_at = time.monotonic()

    async def ask(
        self,
        call: Callable[[], Awaitable[Result]],
        patience: float | None = None,
        chat: int = 0,
        level: Level = Level.ANSWER,
        wanted: Wanted | None = None,
    ) -> Result:
        """Call until it works, for as long as is reasonable; in its turn, when it is about a chat.

        Args:
            call: what is asked; it is called anew at each try.
            patience: seconds in which to begin to try again; None: the bot's own.
            chat: whom it is about; 0: nobody.
            level: who goes first among those that wait.
            wanted: whether it is still wanted, asked when it had to wait.

        Raises:
            SupersededError: if it is not wanted any more.
            UnreachableError: if patience ends before it works.
            BlockedError, MovedError: if the chat takes nothing, or is another now.
            BadRequest, InvalidToken: what no other try would change.
        """
        begun, pause, tries, ends = time.monotonic(), _FIRST_PAUSE, 0, 0.0
        while True:
            if chat:
                await self.pace.turn(chat, level)
            tries += 1
            if wanted and (tries > 1 or time.monotonic() - begun > _SOON) and not await wanted():
                raise SupersededError
            ends = ends or time.monotonic() + (self._patience if patience is None else patience)
            try:
                result = await call()
            except TelegramError as error:
                wait = self._wait_after(error, chat, pause)
                if time.monotonic() + wait > ends:
                    raise UnreachableError from error
                self._metrics.retries.labels(type(error).__name__).inc()
                _log.info("event=again error=%s wait=%.2f", type(error).__name__, wait)
                pause = min(pause * 2, _LONGEST_PAUSE)
                if not (chat and isinstance(error, RetryAfter)):
                    await asyncio.sleep(wait)
            else:
                self.reached_at = time.monotonic()
                if chat:
                    self.pace.taken()
                    self._metrics.messages.labels(level.name.lower()).inc()
                return result

    def _wait_after(self, error: TelegramError, chat: int, pause: float) -> float:
        """Seconds to wait before the next try; what no other try would change is raised."""
        match error:
            case Forbidden():
                raise BlockedError from error
            case ChatMigrated():
                raise MovedError(error.new_chat_id) from error
            case BadRequest() | InvalidToken():
                raise error
            case RetryAfter():
                if chat:
                    self.pace.refused(chat, seconds_of(error))
                return seconds_of(error)
        return pause
