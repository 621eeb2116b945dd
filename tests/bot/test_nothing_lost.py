"""Crashes, restarts, a store that goes away and a Telegram that has bad days: no tap is lost, no answer stays away."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.app import App
from bot.content import Content
from bot.sandbox import Fault, LocalBotApi, Rates
from bot.sandbox.faults import Kind
from bot.settings import Settings
from flows.engine import Engine
from tests.bot.conftest import Running
from tests.bot.talks import SmallTalk, says, shows

KINDS: tuple[Kind, ...] = ("too_many", "server_error", "reset")


async def _started(settings: Settings, talks: SmallTalk) -> App:
    """A bot that the test itself stops or kills; `running` is the same one for an `async with`."""
    app = App(settings, Content(talks, None))
    await app.start(serve=False)
    return app


async def test_a_reply_that_a_crash_swallowed_is_made_again(
    api: LocalBotApi, settings: Settings, talks: SmallTalk, running: Running
) -> None:
    ada = api.person()
    app = await _started(settings, talks)
    await ada.start()
    await ada.wait_reply()
    api.faults.add(Fault("timeout", "sendMessage", times=None))
    await ada.press("danger:yes")
    await api.idle()  # it is saved and confirmed; the card can't go out
    await app.kill()
    api.faults.clear()
    async with running() as app:
        await ada.wait_until(says("step1"), 10)
        assert "Call 112 now." in ada.screen()
        stored = await app.store.load(ada.chat.id)
        assert stored
        assert [answer.node for answer in stored.session.answers] == ["danger"]


async def test_an_update_taken_but_not_saved_comes_again_after_a_crash(
    api: LocalBotApi, settings: Settings, talks: SmallTalk, running: Running
) -> None:
    ada = api.person()
    app = await _started(settings, talks)
    api.faults.add(Fault("timeout", "sendMessage", times=None))
    await ada.start()
    await asyncio.sleep(0.2)
    await app.kill()
    assert api.world.updates.waiting
    api.faults.clear()
    async with running():
        assert (await ada.wait_reply()).text == "danger"


async def test_after_a_restart_the_next_tap_works(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        question = await ada.wait_reply()
        await ada.press("danger:no")
        await ada.wait_until(says("step1"))
        await api.idle()
    async with running():
        await ada.press("step1:next")
        step = await ada.wait_reply()
        assert (step.text, step.id) == ("step2", question.id)


async def test_the_first_answer_after_a_restart_stands_below_all_that_is_there(
    api: LocalBotApi, running: Running
) -> None:
    """Nothing is held before the danger screen is answered, so the bot does not know what stands below that screen."""
    ada = api.person()
    async with running():
        await ada.start()
        question = await ada.wait_reply()
        await api.idle()
    await asyncio.sleep(1)  # Telegram's times are whole seconds
    async with running():
        await ada.press("danger:no")
        step = await ada.wait_reply()
        assert step.text == "step1"
        assert step.id > question.id


async def test_told_to_stop_it_finishes_what_is_in_hand(api: LocalBotApi, settings: Settings, talks: SmallTalk) -> None:
    people = [api.person(f"P{number}") for number in range(10)]
    app = await _started(settings, talks)
    api.faults.lag = 0.2
    for person in people:
        await person.send("hello")
    await asyncio.sleep(0.3)
    await app.stop()
    assert not api.world.updates.waiting
    for person in people:
        assert person.screen().last.text == "Noted: hello"


async def test_told_to_stop_it_does_not_wait_for_a_telegram_that_hangs(
    api: LocalBotApi, settings: Settings, talks: SmallTalk
) -> None:
    ada = api.person()
    app = await _started(settings, talks)
    await ada.start()
    await ada.wait_reply()
    api.faults.add(Fault("timeout", times=None))
    await ada.press("danger:no")
    await ada.send("hello")
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await app.stop()
    assert time.monotonic() - begun < 10


async def test_a_telegram_that_fails_a_fifth_of_calls_still_gets_every_talk_right(
    api: LocalBotApi, running: Running
) -> None:
    people = [api.person(f"P{number}") for number in range(8)]
    for kind in KINDS:
        api.faults.add(Fault(kind, times=None, chance=0.07, retry_after=1))

    async with running():
        for person in people:
            await person.start()
        for wanted, text in (("danger:no", "step1"), ("step1:next", "step2"), ("step2:next", "step3")):
            for person in people:
                await person.wait_until(shows(wanted), 30)
                await person.press(wanted)
            await asyncio.gather(*(person.wait_until(says(text), 30) for person in people))


async def test_the_speed_limits_are_waited_for(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    api.faults.rates = Rates()
    async with running():
        for text in ("one", "two", "three"):
            await ada.send(text)
        await ada.wait_until(says("Noted: three"), 15)


async def test_with_the_store_gone_the_card_still_comes_and_afterwards_the_talk_goes_on(
    api: LocalBotApi, settings: Settings, running: Running
) -> None:
    ada, bo = api.person("Ada"), api.person("Bo")
    database = Path(settings.database_url.removeprefix("sqlite:///"))
    async with running() as app:
        await ada.start()
        await ada.wait_reply()
        await ada.press("danger:no")
        await ada.wait_until(says("step1"))
        await api.idle()
        away = database.rename(database.with_name("away.db"))  # noqa: ASYNC240  one rename
        await bo.start("sos")
        assert "Call 112 now." in (await bo.wait_reply()).text
        await ada.press("step1:next")
        step = await ada.wait_reply()
        assert "step2" in step.text
        assert "cannot save" in step.text
        assert (await app.health())["store"] == "down"
        away.rename(database)
        await ada.press("step2:next")
        assert (await ada.wait_reply()).text == "step3"
        stored = await app.store.load(ada.chat.id)
        assert stored
        assert [answer.node for answer in stored.session.answers] == ["danger", "step1", "step2"]


async def test_no_log_holds_words_ids_or_the_token(
    api: LocalBotApi, settings: Settings, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "bot")
    ada = api.person("Margarethe")
    async with running():
        api.faults.add(Fault("server_error", times=3))
        await ada.send("zanzibar and boom")
        await ada.wait_until(says("zanzibar"))
        await ada.send("boom")
        await ada.wait_until(says("112"))
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot."))
    assert ours
    for word in ("zanzibar", "Margarethe", str(ada.chat.id), settings.token, "SANDBOX"):
        assert word not in ours


async def test_a_long_silence_is_owned_up_to(
    api: LocalBotApi, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = api.person()
    monkeypatch.setattr(api.world, "clock", lambda: time.time() - 300)
    await ada.send("is anybody there")
    monkeypatch.undo()
    async with running():
        await ada.wait_until(says("I was away for a while"))
        await ada.send("hello again")
        await ada.wait_until(says("Noted: hello again"))
        assert "away" not in ada.screen().last.text


async def test_a_screen_whose_sending_was_never_heard_of_is_the_one_that_goes_on(
    api: LocalBotApi, running: Running, engine: Engine
) -> None:
    ada = api.person()
    async with running(engine=engine):
        await ada.start()
        await ada.wait_until(shows("danger:no"))
        await ada.press("danger:no")
        await ada.wait_until(shows("substances:next"))
        await api.idle()
        api.faults.add(Fault("reset", "sendMessage", times=3, after=True))
        said = await ada.send("zzqabcdefgh")
        await ada.wait_until(lambda now: now.last.id > said.id)
        await ada.press("substances:next")
        now = await ada.wait_until(shows("taken:none"))
        assert now.last.id > said.id
        assert "taken" in (now.last.buttons[0][0].data or "")
