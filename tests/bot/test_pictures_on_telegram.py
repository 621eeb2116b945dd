"""The pictures of the home checks over the local Bot API: they arrive above the words, and are uploaded once."""

import pytest

from bot.channels.telegram import attachments
from bot.sandbox import LocalBotApi
from bot.sandbox.people import Person
from flows.engine import Engine
from tests.bot.conftest import Running


async def open_check(ada: Person, name: str) -> None:
    """Open the page of a home check."""
    await ada.send("/learn")
    assert "What do you want to know?" in (await ada.wait_reply()).text
    await ada.press("learn:checks")
    await ada.wait_until(lambda now: "Checks you can do" in now.last.text)
    await ada.press(f"learn_check:{name}")
    await ada.wait_until(lambda now: "Count the beats" in now.last.text)


async def test_the_picture_comes_above_the_words_and_is_uploaded_once(
    api: LocalBotApi, running: Running, engine: Engine
) -> None:
    ada, bo = api.person("Ada"), api.person("Bo")
    async with running(engine=engine):
        for person in (ada, bo):
            await open_check(person, "pulse")
            assert [message.media for message in person.screen().messages if message.by_bot][-2:] == ["photo", ""]
    photos = [str(call.parameters["photo"]) for call in api.calls if call.method == "sendPhoto"]
    assert not api.refusals
    assert [len(photos), "known" if photos[1] == photos[0] else photos] == [2, "known"]


async def test_without_the_picture_the_words_come_all_the_same(
    api: LocalBotApi, running: Running, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise OSError("no such file")

    monkeypatch.setattr(attachments, "draw", fails)
    ada = api.person()
    async with running(engine=engine):
        await open_check(ada, "pulse")
        assert not [message for message in ada.screen().messages if message.media]
