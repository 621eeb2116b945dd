"""The Telegram channel: takes raw updates to the service, and its replies back to the chats."""

import asyncio
import logging
import time
from collections.abc import Coroutine
from typing import Any

from msgspec.structs import replace
from telegram import Bot, Update

from bot.channels.telegram.asking import Asking
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.groups import answer_in_group
from bot.channels.telegram.inline import answer_inline
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.turns import Turns
from bot.channels.telegram.updates import ALLOWED, Came, Gone, InGroup, Inline, private_chat, read
from bot.last_resort import Texts
from bot.log import place_of
from bot.received import Owed, Received
from bot.service import Service
from flows.inputs import Choose, Input
from flows.reply import Message, Reply

_log = logging.getLogger(__name__)
_OWED_AFTER, _LOOK_EVERY = 4.0, 2.0  # seconds until nobody seems to deliver a reply, and between two looks
_HOLD = 2.0  # seconds in which a reply should be out


class Telegram:
    """One bot on Telegram, whichever way its updates come."""

    def __init__(
        self, bot: Bot, service: Service, texts: Texts, *, shared: bool = False, patience: float = 60.0
    ) -> None:
        self.bot = bot
        self.asking = Asking(service.metrics, patience)
        self.calls = Calls(bot, self.asking)
        self._service = service
        self._metrics = service.metrics
        self._shared = shared
        self._texts = texts
        self._turns = Turns()
        self._sending = Sending(self.calls, self._sent, service.overtaken, service.forget)
        service.on_its_way = self._sending.busy
        self._beside: set[asyncio.Task[None]] = set()
        self._began = int(time.time())  # Telegram has whole seconds, too

    async def take(self, raw: dict[str, Any]) -> None:
        """Take one update; when this returns it may be confirmed: its effect is saved, or nothing of it had to be.

        What makes the code stumble is tried once more and then set aside, so that no update blocks the others.
        """
        kinds = "+".join(sorted(kind for kind in raw if kind in Update.ALL_TYPES)[:2]) or "unknown"
        self._metrics.updates.labels(kinds if kinds in ALLOWED else "other").inc()
        for attempt in (1, 2):
            try:
                await self._take(raw)
            except Exception as error:  # noqa: BLE001  whatever it is, the others must go on
                event = "stumbled" if attempt == 1 else "set_aside"
                _log.error("event=%s update=%s error=%s", event, kinds, place_of(error))
            else:
                return
        self._metrics.set_aside.labels("update").inc()
        if chat := private_chat(raw):
            self._sending.add(chat, self._service.fallback.messages)

    async def _receive(self, update_id: int, came: Came, sent_at: float | None) -> None:
        begun = time.monotonic()
        async with self._turns.of(came.chat):
            received = await self._service.receive(came.chat, update_id, came.given, came.language)
            if sent_at:
                received = self._service.owned_up(received, sent_at)
            self._answer(came.query, received.reply.toast)
            if received.again and self._sending.busy(came.chat):
                return  # it is on its way already
            if came.tapped and came.tapped_at < self._began and not received.working:
                # From before we began, and never saved: there may be newer screens below it that nobody remembers.
                received = replace(received, reply=_below(received.reply))
            out = self._add(came.chat, received, came.tapped, question=_is_question(came.given))
            if received.reply.erase and came.tapped:
                self._do_beside(self.calls.erase(came.chat, came.tapped))
        self._time(out, begun, received.reply)
        if not received.revision:
            await out  # nothing was saved that would remind us of it
        elif self._shared:
            # The next update of this chat may go to another replica, which must not be faster with its screen.
            await asyncio.wait({out}, timeout=_HOLD)

    async def resend(self, *, alone: bool) -> None:
        """Deliver again, for ever, what was saved but not seen to go out; at once what is left from before we began.

        A bot that is not alone leaves the others time to deliver their own.
        """
        waiting_for = 0.0 if alone else _OWED_AFTER
        while True:
            for owed in await self._service.owed(waiting_for, self._sending.chats()):
                await self._deliver_again(owed)
            waiting_for = _OWED_AFTER
            await asyncio.sleep(_LOOK_EVERY)

    async def _deliver_again(self, owed: Owed) -> None:
        """Unless there was something newer while we looked: an old screen must not come after a new one."""
        async with self._turns.of(owed.chat):
            newest = await self._service.is_newest(owed.chat, owed.received.revision)
            if newest and not self._sending.busy(owed.chat):
                self._add(owed.chat, owed.received)

    async def follow_up(self, chat: int) -> None:
        """Say what is due in a chat, after what is being said there now; done when it is out."""
        async with self._turns.of(chat):
            received = await self._service.follow_up(chat)
            out = self._add(chat, received, unasked=True) if received else None
        if out:
            await out

    async def finish(self, seconds: float) -> None:
        """Let what is on its way go out."""
        ends = time.monotonic() + seconds
        await self._sending.finish(seconds)
        if self._beside:
            await asyncio.wait(self._beside, timeout=max(0.0, ends - time.monotonic()))
        for task in list(self._beside):
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)

    async def _take(self, raw: dict[str, Any]) -> None:
        update = Update.de_json(raw, self.bot)
        came = read(update, self.bot.username)
        match came:
            case Gone(chat):
                async with self._turns.of(chat):
                    await self._service.forget(chat)
            case InGroup():
                self._answer(came.query)
                reply = self._service.emergency(came.language) if came.sos else Reply((Message(self._texts.group),))
                await answer_in_group(self.bot, self.calls, came, reply, self._texts.private)
            case Inline():
                mixed = self._service.mixed(came.text, came.language)
                await answer_inline(self.bot, came.query, mixed, self._texts.private)
            case Came():
                await self._receive(update.update_id, came, update.message.date.timestamp() if update.message else None)

    def _add(
        self, chat: int, received: Received, tapped: int = 0, *, question: bool = False, unasked: bool = False
    ) -> asyncio.Future[bool]:
        return self._sending.add(
            chat,
            received.reply.messages,
            revision=received.revision,
            working=received.working,
            tapped=tapped,
            question=question,
            unasked=unasked,
        )

    def _time(self, out: asyncio.Future[bool], begun: float, reply: Reply) -> None:
        """Note how long the answer takes, once it is out."""
        urgent = "yes" if any(message.urgent for message in reply.messages) else "no"

        def note(done: asyncio.Future[bool]) -> None:
            if reply.messages and not done.cancelled() and done.result():
                self._metrics.seconds.labels(urgent).observe(time.monotonic() - begun)

        out.add_done_callback(note)

    def _answer(self, query: str, toast: str = "") -> None:
        """Answer a tap before anything else is sent, without waiting for it."""
        if query:
            self._do_beside(self.calls.answer(query, toast))

    def _do_beside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def _sent(self, chat: int, revision: int, working: int) -> None:
        if not await self._service.sent(chat, revision, working) and self._shared:
            self._do_beside(self._catch_up(chat, working))

    async def _catch_up(self, chat: int, working: int) -> None:
        """What we showed was out of date as it came out, for another replica was faster: show what is true now."""
        async with self._turns.of(chat):
            latest = await self._service.latest(chat)
            if latest and not self._sending.has_more(chat):
                self._sending.add(chat, latest.reply.messages, working=max(working, latest.working))


def _is_question(given: Input) -> bool:
    """Whether a button belongs to a question, so that it stands under a working message."""
    return isinstance(given, Choose) and (given.act in {"pick", "on", "off"} or given.node != "talk")


def _below(reply: Reply) -> Reply:
    """The same as new messages, below all that is in the chat."""
    return replace(reply, messages=tuple(replace(one, fresh=True) for one in reply.messages))
