"""The promises of the store, tried on real servers: who saw the latest saves, what is sealed, what leaves no trace."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from bot.storage import KEPT_UPDATES, Counts, Stored
from bot.storage.opening import AnyStore, store_at
from bot.storage.sealing import Sealing
from flows.session import Answer, Said, Session
from tests.bot.conftest import SECRET

OTHER = "other secret 0123456789abcdef0123"
CHAT = 7_654_321_001
SESSION = Session(answers=(Answer("substances", ("kratom",), (Said("zanzibarleaf", ""),)),), told="severe", at=5.0)
# what nobody may find in a row or a file: words, an outcome, and the chat's id however it is written
TELLING = (b"zanzibarleaf", b"kratom", b"severe", str(CHAT).encode(), CHAT.to_bytes(8), CHAT.to_bytes(8, "little"))
COLUMNS = ("key", "revision", "body", "working", "owed", "touched", "claimed")


@pytest.fixture
async def store(address: str) -> AsyncIterator[AnyStore]:
    store = await _open(address, SECRET)
    yield store
    await store.close()


async def _open(address: str, *secrets: str) -> AnyStore:
    store = store_at(address, Sealing(secrets))
    await store.open()
    return store


async def test_what_is_saved_is_loaded(store: AnyStore) -> None:
    assert await store.load(CHAT) is None
    assert await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    assert await store.load(CHAT) == Stored(SESSION, 1, (11,), 0, unsent=True)


async def test_only_who_saw_the_latest_revision_may_save(store: AnyStore) -> None:
    assert await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    assert not await store.save(CHAT, Stored(SESSION), 0, 12, now=1.0)
    first = await store.load(CHAT)
    assert first
    assert await store.save(CHAT, first, 1, 12, now=2.0)
    assert not await store.save(CHAT, first, 1, 13, now=2.0)
    second = await store.load(CHAT)
    assert second
    assert (second.revision, second.updates) == (2, (11, 12))


async def test_of_many_that_save_at_once_one_wins(address: str, store: AnyStore) -> None:
    other = await _open(address, SECRET)
    stores = [store, other] * 10
    won = await asyncio.gather(*(one.save(CHAT, Stored(SESSION), 0, at, now=1.0) for at, one in enumerate(stores)))
    assert won.count(True) == 1
    await other.close()


async def test_the_newest_updates_are_known(store: AnyStore) -> None:
    stored = Stored(SESSION)
    for update_id in range(KEPT_UPDATES + 5):
        assert await store.save(CHAT, stored, stored.revision, update_id, now=1.0)
        loaded = await store.load(CHAT)
        assert loaded
        stored = loaded
    assert stored.knows(KEPT_UPDATES + 4)
    assert not stored.knows(0)


async def test_a_reply_is_owed_until_it_is_marked_as_sent(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=10.0)
    assert await store.claim_unsent(9.0, 14.0) == []
    waiting = await store.claim_unsent(10.0, 14.0)
    assert [(owed.chat, owed.stored.revision, owed.since) for owed in waiting] == [(CHAT, 1, 10.0)]
    await store.mark_sent(CHAT, 1, 99)
    assert await store.claim_unsent(20.0, 24.0) == []
    assert await store.load(CHAT) == Stored(SESSION, 1, (11,), 99, unsent=False)


async def test_who_waits_longest_comes_first(store: AnyStore) -> None:
    for number in (3, 1, 2):
        await store.save(CHAT + number, Stored(SESSION), 0, number, now=float(number))
    assert [owed.since for owed in await store.claim_unsent(9.0, 9.0)] == [1.0, 2.0, 3.0]


async def test_a_reply_is_claimed_by_one_only_until_that_one_is_silent(address: str, store: AnyStore) -> None:
    other = await _open(address, SECRET)
    for number in range(50):
        await store.save(CHAT + number, Stored(SESSION), 0, number, now=1.0)
    claims = await asyncio.gather(*(one.claim_unsent(2.0, 6.0) for one in (store, other) * 3))
    chats = [owed.chat for claimed in claims for owed in claimed]
    assert sorted(chats) == [CHAT + number for number in range(50)]
    await store.keep_claims([CHAT, CHAT + 1], 10.0)
    assert len(await other.claim_unsent(6.0, 10.0)) == 48
    assert {owed.chat for owed in await other.claim_unsent(10.0, 14.0)} >= {CHAT, CHAT + 1}
    await other.close()


async def test_an_older_mark_does_not_settle_a_newer_debt(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    loaded = await store.load(CHAT)
    assert loaded
    await store.save(CHAT, loaded, 1, 12, now=2.0)
    await store.mark_sent(CHAT, 1, 99)
    assert [owed.stored.revision for owed in await store.claim_unsent(2.0, 2.0)] == [2]


async def test_a_mark_from_before_all_was_forgotten_settles_nothing(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.save(CHAT, Stored(SESSION, 1), 1, 12, now=1.0)
    await store.forget(CHAT)
    await store.save(CHAT, Stored(SESSION), 0, 13, now=2.0)
    await store.mark_sent(CHAT, 2, 99)
    assert len(await store.claim_unsent(2.0, 2.0)) == 1


async def test_a_save_without_a_reply_owes_nothing(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0, unsent=False)
    assert await store.claim_unsent(9.0, 9.0) == []


async def test_what_is_forgotten_or_too_old_is_gone(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.save(CHAT + 1, Stored(SESSION), 0, 12, now=100.0)
    await store.save(CHAT + 2, Stored(SESSION), 0, 13, now=200.0)
    assert await store.forget(CHAT + 2)
    assert not await store.forget(CHAT + 2)
    assert await store.expire(50.0) == 1
    assert [bool(await store.load(CHAT + number)) for number in range(3)] == [False, True, False]


async def test_the_revision_tells_who_was_last(store: AnyStore) -> None:
    assert await store.revision(CHAT) == 0
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.save(CHAT, Stored(SESSION, 1), 1, 12, now=1.0)
    assert await store.revision(CHAT) == 2


async def test_numbers_for_operators(store: AnyStore) -> None:
    assert await store.counts() == Counts(0, 0, None)
    for number in range(3):
        await store.save(CHAT + number, Stored(SESSION), 0, number, now=5.0 + number)
    await store.mark_sent(CHAT, 1, 99)
    assert await store.counts() == Counts(3, 2, 6.0)


async def test_the_rows_alone_tell_no_chat_no_word_and_no_outcome(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    (row,) = await store.read_table("chats", COLUMNS)
    bytes_of = b"".join(part for part in row if isinstance(part, bytes))
    for word in TELLING:
        assert word not in bytes_of
    assert row[COLUMNS.index("owed")]
    await store.mark_sent(CHAT, 1, 4242)
    (row,) = await store.read_table("chats", COLUMNS)
    assert row[COLUMNS.index("owed")] is None  # not even sealed, once nobody waits


async def test_a_new_key_in_front_still_opens_what_the_old_one_sealed(address: str, store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.mark_sent(CHAT, 1, 99)
    rotated = await _open(address, OTHER, SECRET)
    loaded = await rotated.load(CHAT)
    assert loaded == Stored(SESSION, 1, (11,), 99)
    assert await rotated.save(CHAT, loaded, 1, 12, now=2.0)
    await rotated.close()
    new_only = await _open(address, OTHER)
    assert await new_only.load(CHAT) == Stored(SESSION, 2, (11, 12), 99, unsent=True)
    await new_only.close()


async def test_replicas_whose_keys_are_in_another_order_share_their_chats(address: str, store: AnyStore) -> None:
    old_first, new_first = await _open(address, SECRET, OTHER), await _open(address, OTHER, SECRET)
    assert await old_first.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    for revision, one in enumerate((new_first, old_first, new_first), 1):
        loaded = await one.load(CHAT)
        assert loaded
        assert loaded.revision == revision
        assert await one.save(CHAT, loaded, revision, 11 + revision, now=1.0)
    await old_first.mark_sent(CHAT, 4, 99)
    assert await new_first.load(CHAT) == Stored(SESSION, 4, (11, 12, 13, 14), 99)
    assert await old_first.forget(CHAT)
    assert await new_first.load(CHAT) is None
    assert (await store.counts()).chats == 0
    await asyncio.gather(old_first.close(), new_first.close())


async def test_without_the_key_a_chat_is_not_there(address: str, store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    thief = await _open(address, OTHER)
    assert await thief.load(CHAT) is None
    assert await thief.claim_unsent(2.0, 2.0) == []
    assert await store.load(CHAT)
    await thief.close()


async def test_a_row_that_was_tampered_with_is_nothing(store: AnyStore) -> None:
    await store.save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    await store.save(CHAT + 1, Stored(replace(SESSION, told="none")), 0, 12, now=1.0)
    swapped = "SELECT other.body FROM chats AS other WHERE other.key != chats.key"
    await store.run(f"UPDATE chats SET body = ({swapped})")  # noqa: S608
    assert await store.load(CHAT) is None
    assert await store.save(CHAT, Stored(SESSION), 0, 13, now=1.0)


async def test_several_that_start_at_once_bring_the_tables_up_to_date_together(address: str) -> None:
    stores = await asyncio.gather(*(_open(address, SECRET) for _ in range(4)))
    assert await stores[0].save(CHAT, Stored(SESSION), 0, 11, now=1.0)
    assert await stores[3].load(CHAT)
    await asyncio.gather(*(store.close() for store in stores))
