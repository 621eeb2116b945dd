"""A talk over the local Bot API: what a person sees when they type, tap, tap twice, tap old buttons and block."""

import asyncio

import pytest

from bot.sandbox import LocalBotApi
from tests.bot.conftest import Running
from tests.bot.talks import SmallTalk, says


@pytest.mark.parametrize("webhook", [False, True])
async def test_two_taps_lead_to_the_emergency_card(api: LocalBotApi, running: Running, webhook: bool) -> None:
    ada = api.person("Ada")
    async with running(webhook=webhook):
        await ada.start()
        assert (await ada.wait_reply()).text == "danger"
        await ada.press("danger:yes")
        assert (await ada.wait_reply()).text == "🆘 Call 112 now."
        assert (await ada.wait_until(says("step1"))).last.labels == ["next", "🆘"]
    assert not api.refusals


async def test_the_question_is_edited_in_place_and_the_tap_answered_first(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        question = await ada.wait_reply()
        await ada.press("danger:no")
        assert (await ada.wait_reply()).id == question.id
        await ada.press("step1:next")
        assert (await ada.wait_reply()).text == "step2"
    calls = [call.method for call in api.calls if call.method.startswith(("answer", "edit", "send"))]
    assert calls[-4:] == ["answerCallbackQuery", "editMessageText"] * 2
    assert len(ada.screen().messages) == 2


async def test_after_typed_words_the_screen_comes_below_them_and_the_old_one_loses_its_buttons(
    api: LocalBotApi, running: Running
) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        await ada.wait_reply()
        await ada.send("my legs jerk")
        await ada.wait_until(lambda now: now.last.text == "Noted: my legs jerk" and not now.messages[1].buttons)
    assert [message.text for message in ada.screen().messages if message.by_bot] == ["danger", "Noted: my legs jerk"]


async def test_a_double_tap_counts_once(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        question = await ada.wait_reply()
        await ada.press("danger:no")
        await ada.press_old(question, "danger:no")
        assert (await ada.wait_toast()).text == "That button is from an old question."
        await ada.wait_until(says("step1"))
        await api.idle()
        assert ada.screen().last.text == "step1"


async def test_sos_works_on_any_old_message(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        old = await ada.wait_reply()
        await ada.send("hello")
        await ada.wait_until(says("hello"))
        await ada.press_old(old, "talk:sos")
        await ada.wait_until(says("🆘"))


async def test_chats_do_not_wait_for_each_other(api: LocalBotApi, running: Running) -> None:
    people = [api.person(f"P{number}") for number in range(30)]
    async with running():
        api.faults.lag = 0.1
        for person in people:
            await person.start()
        async with asyncio.timeout(3):
            await asyncio.gather(*(person.wait_reply() for person in people))


async def test_two_updates_of_a_chat_stay_in_order(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.send("one")
        await ada.send("two")
        await ada.wait_until(says("Noted: two"))
        await api.idle()
        assert ada.screen().last.text == "Noted: two"


async def test_pictures_and_voices_get_an_answer_and_are_never_downloaded(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        for send, kind in (
            (ada.photo, "photo"),
            (ada.voice, "voice"),
            (ada.sticker, "sticker"),
            (ada.document, "file"),
        ):
            await send()
            await ada.wait_until(says(f"I cannot read that {kind}."))
        await ada.location()
        await ada.wait_until(says("location"))
        await ada.contact()
        await ada.wait_until(says("country"))
    assert not [call for call in api.calls if call.method == "getFile"]


async def test_words_under_a_picture_are_read(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.photo("I took these, help")
        assert (await ada.wait_reply()).text == "Noted: I took these, help"


async def test_who_blocks_the_bot_is_forgotten(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running() as app:
        await ada.send("something")
        await ada.wait_reply()
        await api.idle()
        assert await app.store.load(ada.chat.id)
        await ada.block()
        await api.idle()
        assert await app.store.load(ada.chat.id) is None


async def test_who_cannot_be_written_to_is_forgotten(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running() as app:
        api.faults.lag = 0.1
        await ada.send("something")
        ada.chat.blocked = True
        for _ in range(50):
            await asyncio.sleep(0.05)
            if any(call.refusal and call.refusal.code == 403 for call in api.calls):
                break
        await asyncio.sleep(0.05)
        assert await app.store.load(ada.chat.id) is None


async def test_delete_leaves_nothing(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running() as app:
        await ada.send("something")
        await ada.wait_reply()
        await ada.send("/delete")
        await ada.wait_until(says("All is gone."))
        assert await app.store.load(ada.chat.id) is None


async def test_a_group_gets_the_card_and_the_way_to_the_private_chat_only(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    group = api.group("Friends", ada)
    async with running() as app:
        await ada.at(group).send("/sos@serocheck_sandbox_bot")
        card = await ada.at(group).wait_until(lambda now: bool(now.messages[-1].by_bot))
        assert card.last.text.startswith("🆘")
        assert [button.url for row in card.last.buttons for button in row] == [
            "https://t.me/serocheck_sandbox_bot?start=sos"
        ]
        await ada.at(group).send("/start")
        await ada.at(group).wait_until(says("only talk in private"))
        assert await app.store.load(group.id) is None
    assert not api.refusals


async def test_what_makes_the_code_stumble_gets_the_card_and_blocks_nobody(
    api: LocalBotApi, running: Running, talks: SmallTalk, caplog: pytest.LogCaptureFixture
) -> None:
    ada, bo = api.person("Ada"), api.person("Bo")
    async with running():
        await ada.send("boom")
        await bo.send("hello")
        assert (await bo.wait_reply()).text == "Noted: hello"
        assert "112" in (await ada.wait_reply()).text
        await ada.send("again")
        await ada.wait_until(says("Noted: again"))
    assert talks.stumbles == 2
    assert "set_aside" in caplog.text
    assert "no log may hold" not in caplog.text


async def test_the_profile_is_written(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running():
        await ada.start()
        await ada.wait_reply()
        await asyncio.sleep(0.1)
    assert api.world.profile.descriptions[""] == "What it is."
    assert [one["command"] for one in api.world.profile.commands_in(ada.chat.id, "en", group=False)] == ["sos", "start"]
