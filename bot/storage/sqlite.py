"""The store in one SQLite file: for one bot on one machine."""

from pathlib import Path
from typing import Any

from bot.storage import CLAIMED_AT_ONCE, Counts, Owed, Stored
from bot.storage.diaries import Diaries
from bot.storage.sealed import Rows
from bot.storage.sealing import Sealing
from bot.storage.sqlite_file import SqliteFile

_INSERT = """INSERT INTO chats (key, revision, body, owed, touched, claimed, due, due_chat)
    VALUES (:key, 1, :body, :owed, :now, :now, :due, :due_chat) ON CONFLICT (key) DO NOTHING RETURNING revision"""
# A row that is still under an older key moves to the newest, with its working message sealed anew.
_UPDATE = """UPDATE chats SET key = :key, revision = revision + 1, body = :body, owed = :owed, touched = :now,
    claimed = :now, due = :due, due_chat = :due_chat, due_claimed = 0,
    working = CASE WHEN key = :key THEN working ELSE :working END
    WHERE key = :found AND revision = :expected RETURNING revision"""
_SENT = "UPDATE chats SET working = ?, owed = NULL WHERE key = ? AND revision = ? RETURNING 1"
_CLAIM = f"""UPDATE chats SET claimed = :now WHERE key IN (
        SELECT key FROM chats WHERE owed IS NOT NULL AND touched <= :before AND claimed <= :before
        ORDER BY touched LIMIT {CLAIMED_AT_ONCE})
    RETURNING key, revision, body, working, owed, touched"""  # noqa: S608  a number of ours
_CLAIM_DUE = """UPDATE chats SET due_claimed = :until WHERE key IN (
        SELECT key FROM chats WHERE due <= :now AND due_claimed <= :now ORDER BY due LIMIT :most)
    RETURNING key, due, due_chat"""
_COUNT = """SELECT count(*), coalesce(sum(owed IS NOT NULL), 0), min(CASE WHEN owed IS NOT NULL THEN touched END)
    FROM chats"""
# What is long overdue keeps nothing: nobody looks for it.
_EXPIRE = "DELETE FROM chats WHERE touched < ? AND (due IS NULL OR due < ?) RETURNING 1"


class SqliteStore(SqliteFile):
    """The store port on one SQLite file."""

    shared = False

    def __init__(self, path: Path, sealing: Sealing) -> None:
        super().__init__(path)
        self._rows = Rows(sealing)
        self.diaries = Diaries(self.run, sealing, "?", self.clean)

    async def load(self, chat: int) -> Stored | None:
        """What is held of a chat; rows that can't be opened go."""
        found: list[Any] = []
        for name in self._rows.names(chat):
            found += await self.run(
                "SELECT key, revision, body, working, owed IS NOT NULL FROM chats WHERE key = ?", [name]
            )
        stored, broken = self._rows.open_chat(found)
        for key in broken:
            await self.run("DELETE FROM chats WHERE key = ?", [key])
        return stored

    async def save(
        self, chat: int, stored: Stored, expected_revision: int, update_id: int, now: float, *, unsent: bool = True
    ) -> bool:
        """Compare, swap, remember the update and mark the reply as unsent: one statement, one commit."""
        names = self._rows.names(chat)
        key = names[0]
        values = {
            "key": key,
            "body": self._rows.body(key, stored, update_id),
            "owed": self._rows.number(key, "owed", chat) if unsent else None,
            "now": now,
            "due": stored.session.due,
            "due_chat": self._rows.due_chat(key, chat, stored),
        }
        if not expected_revision:
            return bool(await self.run(_INSERT, values))
        values |= {"expected": expected_revision, "working": self._rows.number(key, "working", stored.working)}
        for found in names:
            if await self.run(_UPDATE, {**values, "found": found}):
                return True
        return False

    async def mark_sent(self, chat: int, revision: int, working: int) -> bool:
        """Nobody waits any more; the chat's id is gone with the mark."""
        for key in self._rows.names(chat):
            if await self.run(_SENT, [self._rows.number(key, "working", working), key, revision]):
                return True
        return False

    async def revision(self, chat: int) -> int:
        """How often a chat was saved."""
        for key in self._rows.names(chat):
            for (revision,) in await self.run("SELECT revision FROM chats WHERE key = ?", [key]):
                return int(revision)
        return 0

    async def claim_unsent(self, before: float, now: float) -> list[Owed]:
        """The chats that wait, longest first."""
        found = await self.run(_CLAIM, {"before": before, "now": now})
        return self._rows.open_owed(found)

    async def keep_claims(self, chats: list[int], now: float) -> None:
        """Say that these are still on their way."""
        for chat in chats:
            for key in self._rows.names(chat):
                await self.run("UPDATE chats SET claimed = ? WHERE key = ?", [now, key])

    async def claim_due(self, now: float, until: float, most: int) -> list[int]:
        """Chats with something due, longest first."""
        return self._rows.open_due(await self.run(_CLAIM_DUE, {"now": now, "until": until, "most": most}))

    async def forget(self, chat: int) -> bool:
        """Overwrite and delete, in the log of changes too."""
        gone = [await self.run("DELETE FROM chats WHERE key = ? RETURNING 1", [key]) for key in self._rows.names(chat)]
        if any(gone):
            await self.clean()
        return await self.diaries.forget(chat) or any(gone)

    async def expire(self, before: float) -> int:
        """Delete what is too old."""
        gone = len(await self.run(_EXPIRE, [before, before]))
        if gone:
            await self.clean()
        return gone

    async def counts(self) -> Counts:
        """Numbers for operators."""
        ((chats, unsent, since),) = await self.run(_COUNT)
        return Counts(chats, unsent, since)

    async def check(self) -> None:
        """Read something."""
        await self.run("SELECT 1 FROM chats LIMIT 1")
