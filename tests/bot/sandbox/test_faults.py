"""Trouble comes when it is asked for, and looks to python-telegram-bot as it does in real life."""

from datetime import timedelta

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.sandbox import Fault, LocalBotApi, Person, Rates
from tests.bot.sandbox.conftest import Clock, Hook


async def test_too_many_requests_say_how_long_to_wait(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    api.faults.add(Fault("too_many", "sendMessage", retry_after=3))
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(ada.chat.id, "t")
    assert caught.value.retry_after == timedelta(seconds=3)
    await bot.send_message(ada.chat.id, "t")


async def test_the_server_can_fail_before_or_after(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    api.faults.add(Fault("server_error", "sendMessage"))
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ada.chat.id, "never said")
    api.faults.add(Fault("reset", "sendMessage", after=True))
    with pytest.raises(NetworkError):
        await bot.send_message(ada.chat.id, "said all the same")
    assert [message.text for message in ada.screen().messages] == ["/start", "said all the same"]


async def test_an_answer_can_take_too_long(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    api.faults.add(Fault("timeout", seconds=5))
    with pytest.raises(TimedOut):
        await bot.send_message(ada.chat.id, "t", read_timeout=0.05)


async def test_trouble_can_last_and_be_switched_off(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    api.faults.add(Fault("reset", times=None))
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(ada.chat.id, "t")
    api.faults.clear()
    await bot.send_message(ada.chat.id, "t")


async def test_the_same_seed_throws_the_same_dice(api: LocalBotApi) -> None:
    thrown = [api.faults.happens(0.5) for _ in range(20)]
    assert True in thrown
    assert False in thrown
    async with LocalBotApi() as other:
        assert [other.faults.happens(0.5) for _ in range(20)] == thrown


async def test_speed_is_limited_in_each_chat_and_in_all(api: LocalBotApi, bot: Bot, clock: Clock) -> None:
    people = [api.person(str(number)) for number in range(4)]
    for person in people:
        await person.start()
    api.faults.rates = Rates(in_all=3, per_chat=1)
    sent = await bot.send_message(people[0].chat.id, "t")
    with pytest.raises(RetryAfter):
        await bot.edit_message_text("u", people[0].chat.id, sent.message_id)
    await bot.send_message(people[1].chat.id, "t")
    await bot.send_message(people[2].chat.id, "t")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[3].chat.id, "t")
    clock.time += 1
    await bot.send_message(people[3].chat.id, "t")


async def test_a_webhook_can_get_an_update_twice(
    api: LocalBotApi, bot: Bot, ada: Person, hook: Hook, hook_url: str
) -> None:
    api.faults.repeats = 1.0
    await bot.set_webhook(hook_url)
    await ada.send("one")
    await api.idle()
    assert hook.got == ["one", "one"]


async def test_every_answer_can_be_late(api: LocalBotApi) -> None:
    api.faults.lag = 0.05
    async with aiohttp.ClientSession() as session:
        with pytest.raises(TimeoutError):
            async with session.get(f"{api.url}/bot{api.token}/getMe", timeout=aiohttp.ClientTimeout(0.02)):
                pass
