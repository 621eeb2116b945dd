"""The store in PostgreSQL: for any number of bots on any number of machines, without a leader."""

from bot.storage import CLAIMED_AT_ONCE, Counts, Owed, Stored
from bot.storage.diaries import Diaries
from bot.storage.postgres_pool import PostgresPool
from bot.storage.sealed import Rows
from bot.storage.sealing import Sealing

_LOAD = """SELECT key, revision, body, working, owed IS NOT NULL FROM chats WHERE key = ANY($1::bytea[])
    ORDER BY touched DESC"""
_INSERT = """INSERT INTO chats (key, revision, body, owed, touched, claimed, due, due_chat)
    VALUES ($1, 1, $2, $3, $4, $4, $5, $6)
    ON CONFLICT (key) DO NOTHING RETURNING 1"""
# A read and this one guarded write are all the traffic of an update. A row that is still under an older key moves.
_UPDATE = """UPDATE chats SET key = $1, revision = revision + 1, body = $2, owed = $3, touched = $4, claimed = $4,
    due = $5, due_chat = $6, due_claimed = 0, working = CASE WHEN key = $1 THEN working ELSE $7 END
    WHERE key = ANY($8::bytea[]) AND revision = $9 RETURNING 1"""
_SENT = "UPDATE chats SET working = $1, owed = NULL WHERE key = $2 AND revision = $3 RETURNING 1"
_CLAIM = f"""WITH due AS (
        SELECT key FROM chats WHERE owed IS NOT NULL AND touched <= $1 AND claimed <= $1
        ORDER BY touched LIMIT {CLAIMED_AT_ONCE} FOR UPDATE SKIP LOCKED)
    UPDATE chats SET claimed = $2 FROM due WHERE chats.key = due.key
    RETURNING chats.key, revision, body, working, owed, touched"""  # noqa: S608  a number of ours
_CLAIM_DUE = """WITH mine AS (
        SELECT key FROM chats WHERE due <= $1 AND due_claimed <= $1 ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED)
    UPDATE chats SET due_claimed = $2 FROM mine WHERE chats.key = mine.key RETURNING chats.key, due, due_chat"""
# What is long overdue keeps nothing: nobody looks for it.
_EXPIRE = "DELETE FROM chats WHERE touched < $1 AND (due IS NULL OR due < $1) RETURNING 1"
_COUNT = """SELECT count(*), count(*) FILTER (WHERE owed IS NOT NULL), min(touched) FILTER (WHERE owed IS NOT NULL)
    FROM chats"""


class PostgresStore(PostgresPool):
    """The store port on a PostgreSQL database."""

    shared = True

    def __init__(self, address: str, sealing: Sealing) -> None:
        super().__init__(address)
        self._rows = Rows(sealing)
        self.diaries = Diaries(self.run, sealing)

    async def load(self, chat: int) -> Stored | None:
        """What is held of a chat; rows that can't be opened go."""
        stored, broken = self._rows.open_chat(await self.run(_LOAD, [self._rows.names(chat)]))
        for key in broken:
            await self.run("DELETE FROM chats WHERE key = $1", [key])
        return stored

    async def save(
        self, chat: int, stored: Stored, expected_revision: int, update_id: int, now: float, *, unsent: bool = True
    ) -> bool:
        """Compare, swap, remember the update and mark the reply as unsent: one statement, one commit."""
        names = self._rows.names(chat)
        key = names[0]
        body = self._rows.body(key, stored, update_id)
        owed = self._rows.number(key, "owed", chat) if unsent else None
        values = [key, body, owed, now, stored.session.due, self._rows.due_chat(key, chat, stored)]
        if not expected_revision:
            return bool(await self.run(_INSERT, values))
        working = self._rows.number(key, "working", stored.working)
        return bool(await self.run(_UPDATE, [*values, working, names, expected_revision]))

    async def mark_sent(self, chat: int, revision: int, working: int) -> bool:
        """Nobody waits any more; the chat's id is gone with the mark."""
        for key in self._rows.names(chat):
            if await self.run(_SENT, [self._rows.number(key, "working", working), key, revision]):
                return True
        return False

    async def revision(self, chat: int) -> int:
        """How often a chat was saved."""
        found = await self.run("SELECT max(revision) FROM chats WHERE key = ANY($1::bytea[])", [self._rows.names(chat)])
        return int(found[0][0] or 0)

    async def claim_unsent(self, before: float, now: float) -> list[Owed]:
        """The chats that wait, longest first."""
        return self._rows.open_owed(await self.run(_CLAIM, [before, now]))

    async def keep_claims(self, chats: list[int], now: float) -> None:
        """Say that these are still on their way."""
        if chats:
            names = [name for chat in chats for name in self._rows.names(chat)]
            await self.run("UPDATE chats SET claimed = $1 WHERE key = ANY($2::bytea[])", [now, names])

    async def claim_due(self, now: float, until: float, most: int) -> list[int]:
        """Chats with something due, longest first."""
        return self._rows.open_due(await self.run(_CLAIM_DUE, [now, until, most]))

    async def forget(self, chat: int) -> bool:
        """Delete; the server's vacuum overwrites what was sealed."""
        gone = await self.run("DELETE FROM chats WHERE key = ANY($1::bytea[]) RETURNING 1", [self._rows.names(chat)])
        return await self.diaries.forget(chat) or bool(gone)

    async def expire(self, before: float) -> int:
        """Delete what is too old."""
        return len(await self.run(_EXPIRE, [before]))

    async def counts(self) -> Counts:
        """Numbers for operators."""
        ((chats, unsent, since),) = await self.run(_COUNT)
        return Counts(chats, unsent, since)

    async def check(self) -> None:
        """Read something."""
        await self.run("SELECT 1 FROM chats LIMIT 1")
