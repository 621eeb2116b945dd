"""Replies on their way out: each chat in order, the newest screen only, and the working message edited in place."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from itertools import chain
from typing import Any

from msgspec import Struct

from bot.channels.telegram.asking import Wanted
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.errors import BlockedError, SupersededError, UnreachableError
from bot.channels.telegram.pace import Level
from bot.log import place_of
from bot.memory import Recent
from flows.reply import Message

_log = logging.getLogger(__name__)
_CHATS = 10_000
Sent = Callable[[int, int, int], Awaitable[None]]  # chat, revision, working message
Overtaken = Callable[[int, int], Awaitable[bool]]  # chat, revision
Forget = Callable[[int], Awaitable[object]]


class Delivery(Struct, eq=False):
    """A reply to deliver.

    Attributes:
        messages: what goes out.
        revision: what to mark as sent, 0 for nothing.
        working: the working message as the store knows it.
        tapped: the message whose button led to this, 0 when none.
        question: that message is a working message.
        level: how urgent it is, but for messages that say so themselves.
        ahead: sends these messages of it before anything else of this chat.
        done: true once it went out, false when it could not.
    """

    messages: tuple[Message, ...]
    revision: int
    working: int
    tapped: int
    question: bool
    level: Level
    ahead: asyncio.Task[None] | None
    done: asyncio.Future[bool]


class Sending:
    """Delivers replies; one task a chat, only while there is something to deliver."""

    def __init__(self, calls: Calls, sent: Sent, overtaken: Overtaken, forget: Forget) -> None:
        self._calls = calls
        self._sent = sent
        self._overtaken = overtaken
        self._forget = forget
        self._waiting: dict[int, list[Delivery]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places: Recent[int, int] = Recent(_CHATS)

    def add(
        self,
        chat: int,
        messages: tuple[Message, ...],
        *,
        revision: int = 0,
        working: int = 0,
        tapped: int = 0,
        question: bool = False,
        unasked: bool = False,
    ) -> asyncio.Future[bool]:
        """Deliver after what already waits for this chat, but for an emergency, which waits for nothing."""
        level = Level.UNASKED if unasked else Level.ANSWER
        urgent = tuple(one for one in messages if one.urgent and one.stays)
        ahead = self._task(self._send_ahead(chat, urgent)) if urgent and chat in self._waiting else None
        rest = tuple(one for one in messages if one not in urgent) if ahead else messages
        done = asyncio.get_running_loop().create_future()
        delivery = Delivery(rest, revision, working, tapped, question, level, ahead, done)
        if chat in self._waiting:
            self._waiting[chat].append(delivery)
        else:
            self._waiting[chat] = [delivery]
            self._task(self._work(chat))
        return delivery.done

    def busy(self, chat: int) -> bool:
        """Whether something is on its way to this chat."""
        return chat in self._waiting

    def has_more(self, chat: int) -> bool:
        """Whether something waits for this chat beside what is being delivered."""
        return bool(self._waiting.get(chat))

    def chats(self) -> list[int]:
        """The chats that something is on its way to."""
        return list(self._waiting)

    async def finish(self, seconds: float) -> None:
        """Wait until everything is out, or the time is."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _task(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _send_ahead(self, chat: int, messages: tuple[Message, ...]) -> None:
        for message in messages:
            await self._calls.send(chat, message)

    async def _work(self, chat: int) -> None:
        """Deliver what waits until nothing does."""
        batch: list[Delivery] = []
        try:
            while batch := self._waiting[chat]:
                self._waiting[chat] = []
                out = await self._deliver_safely(chat, batch)
                for delivery in batch:
                    if not delivery.done.done():
                        delivery.done.set_result(out)
        finally:
            for delivery in (*batch, *self._waiting.pop(chat, [])):
                if not delivery.done.done():
                    delivery.done.set_result(False)

    async def _deliver_safely(self, chat: int, batch: list[Delivery]) -> bool:
        try:
            await self._deliver(chat, batch)
        except BlockedError:
            _log.info("event=blocked")
            self._places.drop(chat)
            await self._forget(chat)
        except UnreachableError as error:
            _log.warning("event=not_delivered error=%s", place_of(error))
            return False  # the unsent mark stays: it is tried again later
        except Exception as error:  # noqa: BLE001  one chat's trouble is nobody else's
            _log.error("event=not_delivered error=%s", place_of(error))
            await self._sent(chat, max(one.revision for one in batch), self._place(chat, batch))
            return False
        return True

    async def _deliver(self, chat: int, batch: list[Delivery]) -> None:
        """Everything that stays, and of the screens only the newest."""
        messages = list(chain.from_iterable(one.messages for one in batch))
        newest = max((index for index, message in enumerate(messages) if not message.stays), default=-1)
        level = min(one.level for one in batch)
        place = self._place(chat, batch)
        revision = max(one.revision for one in batch)
        aheads = [one.ahead for one in batch if one.ahead]
        await asyncio.gather(*aheads)
        # Below what has come since, not above it where nobody looks.
        below = any(one.tapped > place for one in batch)  # a message whose sending we never heard of
        fresh = bool(aheads) or below or any(message.fresh for message in messages)

        async def wanted() -> bool:
            waiting = chain.from_iterable(one.messages for one in self._waiting[chat])
            return not any(not one.stays for one in waiting) and not await self._overtaken(chat, revision)

        for index, message in enumerate(messages):
            if message.stays:
                await self._calls.send(chat, message, level=level)
                fresh = True
            elif index == newest:
                try:
                    place = await self._show(chat, place, message, level, wanted, fresh=fresh)
                    self._places.put(chat, place)
                except SupersededError:
                    if later := self._waiting[chat]:
                        later[0].revision = max(later[0].revision, revision)  # not sent before that one is
                        return
        await self._sent(chat, revision, place)

    def _place(self, chat: int, batch: list[Delivery]) -> int:
        """The working message; newer messages have higher numbers, so the highest anybody knows is it."""
        known = (max(one.working, one.tapped if one.question else 0) for one in batch)
        return max(self._places.get(chat) or 0, *known, 0)

    async def _show(self, chat: int, place: int, message: Message, level: Level, wanted: Wanted, *, fresh: bool) -> int:
        """Put a screen where it belongs; an old one keeps its words and loses its buttons."""
        if place and not fresh and await self._calls.edit(chat, place, message, level=level, wanted=wanted):
            return place
        new = await self._calls.send(chat, message, level=level, wanted=wanted)
        if place:
            self._task(self._calls.strip(chat, place))  # nobody waits for that
        return new
