"""What operators do: look at numbers, forget a chat, rotate the key, and move from SQLite to PostgreSQL."""

import asyncio
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import SettingsError, read_settings
from bot.storage import Stored
from bot.storage.migrations import TABLES
from bot.storage.moving import NotEmptyError, move
from bot.storage.opening import AnyStore, secrets_of, store_at
from bot.storage.sealing import Sealing
from tests import postgres
from tests.bot.conftest import SECRET
from tests.bot.test_store import CHAT, SESSION


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with two chats in it, which the settings name."""
    address = f"sqlite:///{tmp_path / 'bot.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    asyncio.run(_fill(address))
    return address


async def _fill(address: str) -> None:
    store = await _open(address)
    for number in range(2):
        await store.save(CHAT + number, Stored(SESSION), 0, 11 + number, now=1.0)
    await store.mark_sent(CHAT, 1, 4242)
    await store.close()


async def _open(address: str) -> AnyStore:
    store = store_at(address, Sealing([SECRET]))
    await store.open()
    return store


def test_forget_deletes_a_chat_and_says_so(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", str(CHAT)]) == 0
    assert main(["forget", str(CHAT)]) == 1
    assert "Deleted." in capsys.readouterr().out

    async def left() -> list[bool]:
        store = await _open(file)
        try:
            return [bool(await store.load(CHAT + number)) for number in range(2)]
        finally:
            await store.close()

    assert asyncio.run(left()) == [False, True]


def test_stats_are_numbers_only(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    del file
    assert main(["stats"]) == 0
    said = capsys.readouterr().out
    assert "chats: 2" in said
    assert "replies not seen to go out: 1" in said
    assert str(CHAT) not in said


def test_a_database_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    for words in (["stats"], ["forget", "5"], ["move-store", "sqlite:///a.db", "mysql://b"]):
        assert main(words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 3


def test_postgres_needs_a_key_that_all_machines_share(tmp_path: Path) -> None:
    settings = read_settings({"DATABASE_URL": "postgresql://a@b/c"}, tmp_path / ".env")
    with pytest.raises(SettingsError, match="SECRET_KEY"):
        secrets_of(settings)


async def test_move_store_takes_everything_along_and_overwrites_nothing(tmp_path: Path, server: str) -> None:
    address = f"sqlite:///{tmp_path / 'bot.db'}"
    await _fill(address)
    async with postgres.database(server) as there:
        old, new = await _open(address), await _open(there)
        assert await move(old, new) == {"chats": 2, "diaries": 0}
        assert await new.load(CHAT) == await old.load(CHAT) == Stored(SESSION, 1, (11,), 4242)
        assert [owed.chat for owed in await new.claim_unsent(2.0, 2.0)] == [CHAT + 1]
        with pytest.raises(NotEmptyError):
            await move(old, new)
        back = await _open(f"sqlite:///{tmp_path / 'back.db'}")
        assert await move(new, back) == {"chats": 2, "diaries": 0}
        assert await back.load(CHAT) == Stored(SESSION, 1, (11,), 4242)
        await asyncio.gather(old.close(), new.close(), back.close())


async def test_a_move_forgets_no_table(address: str) -> None:
    store = await _open(address)
    if address.startswith("sqlite"):
        found = await store.run("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    else:
        found = await store.run("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    assert {row[0] for row in found} == {*TABLES, "migrations"}
    await store.close()
