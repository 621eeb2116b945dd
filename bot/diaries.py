"""Diaries between a channel and their store: load, step, save, reply."""

import logging
from collections.abc import Callable
from typing import Protocol

from bot.log import place_of
from bot.storage import StoreDownError
from bot.storage.diaries import Diaries, StoredDiary
from bot.storage.opening import AnyStore
from flows.diaries import concerns
from flows.diary import Diary
from flows.inputs import Command, Input
from flows.reply import Message, Reply

_log = logging.getLogger(__name__)
_TRIES = 20
_LIST, _DELETE = Command("log"), Command("log", "delete")


class DiaryTalks(Protocol):
    """The engine's diaries, as we see them."""

    def step(self, diary: Diary | None, given: Input, now: float, language: str = "en") -> tuple[Diary | None, Reply]:
        """One turn."""


def diaries_of(talks: object, store: AnyStore, store_down: str, clock: Callable[[], float]) -> "DiaryService | None":
    """The diaries of an engine that has some; None for the emergency card alone."""
    found = getattr(talks, "diaries", None)
    return DiaryService(found, store.diaries, clock, store_down) if found else None


class DiaryService:
    """Holds the diaries of all chats."""

    def __init__(self, talks: DiaryTalks, store: Diaries, clock: Callable[[], float], store_down: str) -> None:
        self._talks, self._store, self._clock, self._store_down = talks, store, clock, store_down

    async def receive(self, chat: int, update_id: int, given: Input, language: str) -> Reply | None:
        """The reply to what concerns a diary; None to everything else.

        Words of danger are answered though the store is down.
        """
        if not concerns(given):
            return None
        for _ in range(_TRIES):
            try:
                stored = await self._store.load(chat)
                if stored and update_id in stored.updates:
                    return self._talks.step(stored.diary, _LIST, self._clock(), language)[1]
                diary, reply = self._talks.step(stored.diary if stored else None, given, self._clock(), language)
                if await self._kept(chat, stored, diary, update_id):
                    return reply
            except StoreDownError as error:
                _log.warning("event=store_down doing=diary error=%s", place_of(error))
                urgent = [
                    one for one in self._talks.step(None, given, self._clock(), language)[1].messages if one.urgent
                ]
                return Reply((*urgent, Message(self._store_down, stays=True)))
        raise RuntimeError("other replicas were first each time")

    async def before_delete(self, chat: int) -> Reply | None:
        """The one question before a diary is deleted where no talk is held that would ask it; None without a diary."""
        stored = await self._store.load(chat)
        return self._talks.step(stored.diary, _DELETE, self._clock())[1] if stored else None

    async def tidy(self) -> None:
        """Take out what is older than the person wanted."""
        try:
            await self._store.expire(self._clock())
        except StoreDownError as error:
            _log.warning("event=store_down doing=expire_diaries error=%s", place_of(error))

    async def _kept(self, chat: int, stored: StoredDiary | None, diary: Diary | None, update_id: int) -> bool:
        """Whether the diary is kept as it is now; False when somebody else was faster."""
        if diary is None:
            if stored:
                await self._store.forget(chat)
            return True
        before = stored or StoredDiary(Diary())
        if stored and stored.diary == diary:
            return True
        now = self._clock()
        return await self._store.save(
            chat, StoredDiary(diary, before.updates, before.revision), update_id, diary.until(now)
        )
