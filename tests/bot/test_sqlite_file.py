"""What only a file can do: be read by a thief, be taken away, and not be a database at all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Stored, StoreDownError
from bot.storage.sealing import Sealing
from bot.storage.sqlite import SqliteStore
from tests.bot.conftest import SECRET
from tests.bot.test_store import CHAT, SESSION, TELLING


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bot.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    store = await _open(path)
    yield store
    await store.close()


async def _open(path: Path) -> SqliteStore:
    store = SqliteStore(path, Sealing([SECRET]))
    await store.open()
    return store


async def test_the_files_alone_tell_no_chat_no_word_and_no_outcome(path: Path, store: SqliteStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.mark_sent(CHAT, 1, 4242)
    files = [file.read_bytes() for file in path.parent.iterdir()]
    for word in TELLING:
        assert not [file for file in files if word in file]
    assert path.stat().st_mode & 0o077 == 0  # noqa: ASYNC240


async def test_after_forgetting_the_file_is_clean_even_to_who_has_the_key(path: Path, store: SqliteStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    row = Sealing([SECRET]).rows(CHAT)[0]
    assert any(row in file.read_bytes() for file in path.parent.iterdir())
    await store.forget(CHAT)
    assert not any(row in file.read_bytes() for file in path.parent.iterdir())


async def test_a_file_taken_away_is_noticed_and_taken_up_again(path: Path, store: SqliteStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    away = path.rename(path.with_name("away.db"))  # noqa: ASYNC240
    with pytest.raises(StoreDownError):
        await store.load(CHAT)
    with pytest.raises(StoreDownError):
        await store.save(CHAT, Stored(SESSION), 1, 12, now=1.0)
    away.rename(path)
    assert await store.load(CHAT) == Stored(SESSION, 1, (11,), 0, unsent=True)


async def test_a_place_that_cannot_be_written_is_a_store_that_is_down(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreDownError):
        await _open(tmp_path / "file" / "bot.db")
    (tmp_path / "other.db").write_bytes(b"this is no database at all, but it is long enough to be one" * 100)
    with pytest.raises(StoreDownError):
        await _open(tmp_path / "other.db")
