"""What happens between a channel and the engine: load, step, save, reply; each update counts exactly once."""

import asyncio
import logging
import time
from typing import Any

from msgspec.structs import replace

from bot.diaries import DiaryService
from bot.from_memory import FromMemory
from bot.memory import Memory
from bot.received import Owed, Received
from bot.replies import Replies
from bot.steps import Talks
from bot.storage import Store, Stored, StoreDownError
from flows.inputs import SOS, Command, Input, Start
from flows.reply import Message, Reply
from flows.session import Session

_log = logging.getLogger(__name__)
_PAUSES = (0.25, 0.5, 1.0, 2.0)  # seconds that what is not urgent waits for a store that other replicas use too
_SOS_PATIENCE, _PATIENCE = 0.5, 2.5  # seconds in which to begin to try again
_TRIES = 20  # saves that may meet another replica's before we give up on an update
_CLAIMED = 30.0  # seconds in which a claimed follow-up is saved, or given up for another replica


class Service(Replies):
    """Holds the talks of all chats."""

    def __init__(
        self,
        talks: Talks,
        store: Store,
        *,
        retention: float = 24 * 3600.0,
        **more: Any,  # noqa: ANN401  they are Replies' own
    ) -> None:
        super().__init__(talks, store, **more)
        self._retention = retention
        self.memory = Memory()
        self._from_memory = FromMemory(self.memory, self._steps, self._last_resort.texts.store_down)
        self.diaries: DiaryService | None = None

    async def receive(self, chat: int, update_id: int, given: Input, language: str = "en") -> Received:
        """Take one update of a chat; updates of one chat come here one after the other.

        A repeat changes nothing; its answer is made again when it was not seen to go out.
        """
        if self.diaries and (reply := await self.diaries.receive(chat, update_id, given, language)):
            return Received(reply)
        ends = time.monotonic() + _PATIENCE
        for pause in (*(_PAUSES if self._store.shared else ()), 0.0):
            try:
                # 🆘 changes nothing: what is held only makes its card richer.
                async with asyncio.timeout(_SOS_PATIENCE if is_sos(given) else None):
                    return await self._take(chat, update_id, given, language)
            except (StoreDownError, TimeoutError) as error:
                self._down("receive", error)
                if (
                    not pause
                    or time.monotonic() > ends
                    or self._from_memory.is_urgent(chat, given, language, self._clock())
                ):
                    break
                # Another replica may know more than our memory, and the store may be back in a moment.
                await asyncio.sleep(pause)
        return self._from_memory.receive(chat, update_id, given, language, self._clock())

    async def _take(self, chat: int, update_id: int, given: Input, language: str) -> Received:
        """Load, step, save; again when another replica was faster."""
        for _ in range(_TRIES):
            going_out = self.on_its_way(chat)  # asked first: what is out by now was owed a moment ago
            await self._forget_first(chat)
            stored = await self._store.load(chat)
            if stored and stored.knows(update_id):
                return Received(Reply(), again=True) if going_out else self._again(stored)
            if self.memory.knows(update_id):
                return Received(Reply(), working=stored.working if stored else 0)
            before = self.memory.newest(chat, stored)
            if stored and before is stored.session:
                self.memory.remember(chat, 0, before, stored.revision, self._clock(), saved=True)
            session, reply = self._steps.step(before, given, self._clock(), language)
            untold = isinstance(given, Command) and reply.forget  # /delete, and no talk that would ask first
            if untold and self.diaries and (asked := await self.diaries.before_delete(chat)):
                return Received(asked, working=stored.working if stored else 0)
            if reply.forget or (session is None and stored):
                return await self._forgotten(chat, update_id, stored, reply)
            if session is None or not _to_save(before, session, stored):
                base = stored.revision if stored else 0
                self.memory.remember(chat, update_id, session, base, self._clock(), saved=stored is not None)
                return Received(reply, working=stored.working if stored else 0)
            next_one = replace(stored or Stored(session), session=session)
            owing = next_one.unsent or bool(reply.messages)
            if await self._store.save(chat, next_one, next_one.revision, update_id, self._clock(), unsent=owing):
                self.memory.remember(chat, update_id, session, next_one.revision + 1, self._clock(), saved=True)
                reply = reply if going_out else self._with_missed(stored, reply)
                return Received(reply, next_one.revision + 1, next_one.working)
            self.metrics.conflicts.inc()
        raise RuntimeError("other replicas were first each time")

    async def owed(self, waiting_for: float, still_sending: list[int]) -> list[Owed]:
        """As of Replies, once what could not be saved is."""
        try:
            await self._from_memory.save(self._store, self._clock())
        except StoreDownError as error:
            self._down("remembered", error)
            return []
        return await super().owed(waiting_for, still_sending)

    async def claim_due(self, most: int) -> list[int]:
        """Chats in which a follow-up is due; they are ours to follow up now."""
        now = self._clock()
        try:
            return await self._store.claim_due(now, now + _CLAIMED, most)
        except StoreDownError as error:
            self._down("claim_due", error)
            return []

    async def follow_up(self, chat: int) -> Received | None:
        """What is due in a chat, saved as said before it is; None when nothing is any more.

        What the store does not take now is claimed and tried again later.
        """
        for _ in range(_TRIES):
            going_out = self.on_its_way(chat)  # asked first: what is out by now was owed a moment ago
            try:
                await self._forget_first(chat)
                stored = await self._store.load(chat)
                if stored is None:
                    return None
                newest = self.memory.newest(chat, stored) or stored.session
                session, reply = self._steps.follow(newest, self._clock())
                if session == stored.session:
                    return None
                update_id = stored.updates[-1] if stored.updates else 0
                saved = await self._store.save(
                    chat, replace(stored, session=session), stored.revision, update_id, self._clock(),
                    unsent=bool(reply.messages),
                )  # fmt: skip
            except StoreDownError as error:
                self._down("follow_up", error)
                return None
            if saved:
                self.memory.remember(chat, 0, session, stored.revision + 1, self._clock(), saved=True)
                return Received(
                    reply if going_out else self._with_missed(stored, reply), stored.revision + 1, stored.working
                )
            self.metrics.conflicts.inc()
        return None

    async def forget(self, chat: int) -> bool:
        """Delete what is held of a chat; False when the store is down, it is done later then."""
        self.memory.drop(chat)
        self.memory.to_forget.add(chat)
        try:
            await self._forget_first(chat)
        except StoreDownError as error:
            self._down("forget", error)
            return False
        return True

    def emergency(self, language: str = "en") -> Reply:
        """What 🆘 answers, for places where nothing is held."""
        return self._steps.step(None, SOS, self._clock(), language)[1]

    def mixed(self, text: str, language: str = "en") -> Message:
        """What the named things do together, where nothing is held; words of danger get the emergency card."""
        reply = self._steps.step(None, Command("check", text), self._clock(), language)[1]
        message = reply.messages[0] if reply.messages else self.fallback.messages[0]
        return self.emergency(language).messages[0] if message.urgent else message

    @property
    def fallback(self) -> Reply:
        """What is said when the code stumbles."""
        return self._steps.fallback

    async def tidy(self) -> None:
        """Delete what is older than is promised."""
        before = self._clock() - self._retention
        self.memory.expire(before)
        try:
            for chat in list(self.memory.to_forget):
                await self._forget_first(chat)
            expired = await self._store.expire(before)
        except StoreDownError as error:
            self._down("expire", error)
        else:
            _log.log(logging.INFO if expired else logging.DEBUG, "event=tidied expired=%d", expired)

    async def _forgotten(self, chat: int, update_id: int, stored: Stored | None, reply: Reply) -> Received:
        self.memory.note(update_id)
        done = await self.forget(chat)
        told = self._from_memory.cannot_save(Reply()) if reply.forget and not done else reply
        return Received(told, working=stored.working if stored else 0)

    async def _forget_first(self, chat: int) -> None:
        if chat in self.memory.to_forget:
            await self._store.forget(chat)
            self.memory.to_forget.discard(chat)


def is_sos(given: Input) -> bool:
    """Whether help is asked for in so many words."""
    return given == SOS or given == Start("sos") or (isinstance(given, Command) and given.name == "sos")


def _to_save(before: Session | None, after: Session, stored: Stored | None) -> bool:
    """Whether a step leaves something to save.

    Nothing is stored before the danger screen is answered. A step that changes nothing (🆘, /help, a stale button) is
    not saved either: its update is confirmed only once the reply is out, so after a crash it simply comes again.
    """
    if stored is None:
        return after.begun
    return before is not stored.session or replace(after, at=before.at, language=before.language) != before
