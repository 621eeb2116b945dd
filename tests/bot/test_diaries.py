"""The diary of /log: only who wants one has it, sealed, for as long as they say, and gone with /delete."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.cards import draw
from bot.diaries import diaries_of
from bot.sandbox import LocalBotApi
from bot.service import Service
from bot.storage import StoreDownError
from bot.storage.opening import AnyStore, store_at
from bot.storage.sealing import Sealing
from flows.diary import DAY
from flows.engine import Engine
from flows.inputs import Choose, Command, Input
from flows.reply import Reply
from tests.bot.conftest import SECRET, Running
from tests.bot.talks import says, shows

BEGUN = 1_800_000_000.0
CHAT = 77


class Writer:
    """One chat with a diary, against the real service and store."""

    def __init__(self, engine: Engine, store: AnyStore) -> None:
        self.store, self.now, self.updates = store, BEGUN, 0
        self.service = Service(engine, store, clock=lambda: self.now)
        self.service.diaries = diaries_of(engine, store, "I cannot save", lambda: self.now)

    async def give(self, given: Input) -> Reply:
        self.updates += 1
        return (await self.service.receive(CHAT, self.updates, given)).reply

    async def log(self, words: str = "") -> str:
        return said(await self.give(Command("log", words)))

    async def tap(self, option: str) -> str:
        return said(await self.give(Choose(0, "do", "log", option)))


def said(reply: Reply) -> str:
    return "\n".join(message.text for message in reply.messages)


@pytest.fixture
async def writer(engine: Engine, address: str) -> AsyncIterator[Writer]:
    store = store_at(address, Sealing((SECRET,)))
    await store.open()
    yield Writer(engine, store)
    await store.close()


async def test_nothing_is_kept_before_it_is_wanted(writer: Writer) -> None:
    assert "Do you want a diary?" in await writer.log("3 g kratom")
    assert await writer.store.diaries.load(CHAT) is None


async def test_what_is_written_is_listed_newest_last(writer: Writer) -> None:
    assert "Your diary is on" in await writer.tap("30")
    assert "In your diary: “3 g kratom”" in await writer.log("3 g kratom")
    writer.now += 3600
    await writer.log("slept <well>")
    listed = await writer.log()
    assert listed.index("3 g kratom") < listed.index("slept &lt;well&gt;")
    assert "1 h ago: 3 g kratom" in listed
    assert "just now: slept" in listed
    writer.now += 50 * 3600
    assert "2 days ago: slept" in await writer.log()
    await writer.tap("undo")
    assert "slept" not in await writer.log()


async def test_a_repeated_update_writes_once(writer: Writer) -> None:
    await writer.tap("30")
    await writer.log("3 g kratom")
    writer.updates -= 1
    await writer.log("3 g kratom")
    stored = await writer.store.diaries.load(CHAT)
    assert stored
    assert len(stored.diary.entries) == 1


async def test_lines_go_when_their_time_is_over_even_if_nobody_looks(writer: Writer) -> None:
    await writer.tap("7")
    await writer.log("the first")
    writer.now += 4 * DAY
    await writer.log("the second")
    writer.now += 4 * DAY
    assert writer.service.diaries
    await writer.service.diaries.tidy()
    stored = await writer.store.diaries.load(CHAT)
    assert stored
    assert [one.text for one in stored.diary.entries] == ["the second"]
    writer.now += 4 * DAY
    await writer.service.diaries.tidy()
    assert await writer.store.diaries.load(CHAT) is None


async def test_delete_asks_once_before_a_diary_is_gone(writer: Writer) -> None:
    await writer.tap("30")
    await writer.log("3 g kratom")
    assert "the whole diary?" in said(await writer.give(Command("delete")))
    assert await writer.store.diaries.load(CHAT)
    await writer.tap("delete_yes")
    assert await writer.store.diaries.load(CHAT) is None
    assert "it is gone now" in said(await writer.give(Command("delete")))


async def test_delete_takes_the_diary_with_the_talk(writer: Writer) -> None:
    await writer.tap("30")
    talk = int(writer.now)
    await writer.give(Choose(talk, "pick", "danger", "no"))
    assert "I hold this talk" in said(await writer.give(Command("delete")))
    await writer.give(Choose(talk, "do", "talk", "delete_yes"))
    assert await writer.store.diaries.load(CHAT) is None


async def test_the_diary_alone_can_be_deleted(writer: Writer) -> None:
    await writer.tap("30")
    await writer.log("3 g kratom")
    assert "the whole diary?" in await writer.log("delete")
    await writer.tap("delete_yes")
    assert await writer.store.diaries.load(CHAT) is None


async def test_the_file_on_disk_holds_no_word(writer: Writer, tmp_path: Path) -> None:
    await writer.tap("30")
    await writer.log("zanzibarleaf 3 g")
    for path in (tmp_path / "data").glob("*"):
        assert b"zanzibarleaf" not in path.read_bytes()


@pytest.mark.parametrize("wanted", [True, False])
async def test_words_of_danger_are_answered_first(writer: Writer, wanted: bool) -> None:
    if wanted:
        await writer.tap("30")
    reply = await writer.give(Command("log", "3 g kratom, can't breathe"))
    assert "Is this so now? Call 911" in reply.messages[0].text
    assert reply.messages[0].urgent


async def test_words_of_danger_are_answered_with_the_store_down(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise StoreDownError("away")

    monkeypatch.setattr(writer.store.diaries, "load", away)
    reply = await writer.give(Command("log", "I want to die"))
    assert "Is this so now?" in said(reply)
    assert "I cannot save" in said(reply)


async def test_signs_offer_the_talk(writer: Writer) -> None:
    await writer.tap("30")
    reply = await writer.give(Command("log", "sweaty, shaky"))
    assert "Shall we check that?" in said(reply)
    talk = await writer.give(Choose(0, "do", "log", "check"))
    assert "Is any of this happening right now?" in said(talk)


async def test_the_export_is_a_table_in_which_nothing_is_a_formula(writer: Writer) -> None:
    await writer.tap("30")
    await writer.log('=HYPERLINK("http://x") kratom, "sweaty"')
    [message] = (await writer.give(Command("log", "export"))).messages
    assert message.attachment
    lines = draw(message.attachment).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "time,words,taken,signs"
    assert lines[1].startswith('2027-01-15 08:00 UTC,"\'=HYPERLINK(""http://x"")')
    assert "kratom" in lines[1].rsplit(",", 2)[1]


async def test_the_picture_has_a_row_for_each_line(writer: Writer) -> None:
    await writer.tap("30")
    for words in ("3 g kratom", "sweaty, shaky", "кратом 3 g и плохо", "just words", "kratom and sweaty " * 10):
        await writer.log(words)
    [message] = (await writer.give(Choose(0, "do", "log", "picture"))).messages
    assert message.attachment
    drawn = draw(message.attachment)
    assert drawn.is_picture
    picture = Image.open(io.BytesIO(drawn.content))
    assert picture.size == (900, 60 + 5 * 72)


async def test_the_real_bot_keeps_a_diary(running: Running, api: LocalBotApi, engine: Engine) -> None:
    person = api.person("Ann")
    async with running(engine=engine):
        await person.send("/log")
        await person.wait_until(shows("log:30"), 10)
        await person.press("log:30")
        await person.wait_until(says("Your diary is on"), 10)
        await person.send("/log 3 g kratom")
        await person.wait_until(says("In your diary"), 10)
        await person.send("/log export")
        await person.wait_until(lambda now: bool(now.messages) and "as a table" in now.messages[-1].text, 10)
    assert not [call.refusal for call in api.refusals]
