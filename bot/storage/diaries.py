"""Diaries in the store's own database: sealed like talks, and kept apart from them because they are kept longer."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from bot.storage.sealing import Sealing, UnsealableError
from flows.diary import Diary

_log = logging.getLogger(__name__)
_KEPT_UPDATES = 16
_COLUMN = "diary"

Run = Callable[[str, Sequence[Any]], Awaitable[list[Any]]]
Clean = Callable[[], Awaitable[None]]


class StoredDiary(Struct, frozen=True):
    """A diary as it is held.

    Attributes:
        diary: what was written down.
        updates: ids of the newest updates that are part of it.
        revision: counts the saves, 0 before the first.
    """

    diary: Diary
    updates: tuple[int, ...] = ()
    revision: int = 0


_reader = msgspec.msgpack.Decoder(StoredDiary)


class Diaries:
    """The table of diaries. Everything may raise StoreDownError."""

    def __init__(self, run: Run, sealing: Sealing, mark: str = "$", clean: Clean | None = None) -> None:
        """Keep how a statement is run, the sign before its values' numbers, and what wipes the traces of a deletion."""
        self._run, self._sealing, self._mark, self._clean = run, sealing, mark, clean

    async def load(self, chat: int) -> StoredDiary | None:
        """The diary of a chat; one that can't be opened is nothing to us."""
        for key in self._sealing.rows(chat):
            for revision, body in await self._do("SELECT revision, body FROM diaries WHERE key = $1", key):
                if opened := self._opened(key, revision, body):
                    return opened
        return None

    async def save(self, chat: int, stored: StoredDiary, update_id: int, until: float) -> bool:
        """Keep the diary as the next revision; False, and nothing is changed, when somebody else was faster."""
        keys = self._sealing.rows(chat)
        updates = (*stored.updates, update_id)[-_KEPT_UPDATES:]
        body = self._sealed(keys[0], StoredDiary(stored.diary, updates))
        if not stored.revision:
            insert = """INSERT INTO diaries (key, revision, body, until) VALUES ($1, 1, $2, $3)
                ON CONFLICT (key) DO NOTHING RETURNING 1"""
            return bool(await self._do(insert, keys[0], body, until))
        update = """UPDATE diaries SET key = $1, revision = revision + 1, body = $2, until = $3
            WHERE key = $4 AND revision = $5 RETURNING 1"""
        for key in keys:
            if await self._do(update, keys[0], body, until, key, stored.revision):
                return True
        return False

    async def forget(self, chat: int) -> bool:
        """Delete the diary of a chat; whether there was one."""
        gone = [
            await self._do("DELETE FROM diaries WHERE key = $1 RETURNING 1", key) for key in self._sealing.rows(chat)
        ]
        if any(gone) and self._clean:
            await self._clean()
        return any(gone)

    async def expire(self, now: float) -> int:
        """Take out what is too old, whose ever it is; how many diaries that changed."""
        old = await self._do("SELECT key, revision, body FROM diaries WHERE until <= $1", now)
        for key, revision, body in old:
            opened = self._opened(key, revision, body)
            kept = opened.diary.kept(now) if opened else Diary()
            if opened and kept.entries:
                sealed = self._sealed(key, StoredDiary(kept, opened.updates))
                update = (
                    "UPDATE diaries SET body = $1, until = $2, revision = revision + 1 WHERE key = $3 AND revision = $4"
                )
                await self._do(update, sealed, kept.until(now), key, revision)
            else:
                await self._do("DELETE FROM diaries WHERE key = $1 AND revision = $2", key, revision)
        if old and self._clean:
            await self._clean()
        return len(old)

    def _sealed(self, key: bytes, stored: StoredDiary) -> bytes:
        return self._sealing.seal(msgspec.msgpack.encode(stored), key, _COLUMN)

    def _opened(self, key: bytes, revision: int, body: bytes) -> StoredDiary | None:
        try:
            opened = _reader.decode(self._sealing.open(body, key, _COLUMN))
        except (UnsealableError, msgspec.DecodeError, UnicodeDecodeError):
            _log.warning("event=row_unsealable")
            return None
        return StoredDiary(opened.diary, opened.updates, revision)

    async def _do(self, statement: str, *values: object) -> list[Any]:
        return await self._run(statement.replace("$", self._mark), values)
