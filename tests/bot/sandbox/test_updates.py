"""The bot gets its updates in order, by polling or by a webhook, and none before it has confirmed the last."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox import LocalBotApi, Person
from tests.bot.sandbox.conftest import Hook


async def texts(bot: Bot, offset: int | None = None, limit: int = 100, timeout: int = 0) -> dict[str | None, int]:  # noqa: ASYNC109 (the bot's own)
    """Which texts the bot gets, and the ids of their updates."""
    updates = await bot.get_updates(offset, limit, timeout)
    return {update.message.text: update.update_id for update in updates if update.message}


async def test_an_update_is_given_until_it_is_confirmed(bot: Bot, ada: Person) -> None:
    await ada.send("one")
    await ada.send("two")
    got = await texts(bot)
    assert await texts(bot) == got
    assert list(await texts(bot, limit=1)) == ["one"]
    assert list(await texts(bot, got["one"] + 1)) == ["two"]
    assert list(await texts(bot)) == ["two"]


async def test_a_negative_offset_forgets_all_but_the_last(bot: Bot, ada: Person) -> None:
    for word in ("one", "two", "three"):
        await ada.send(word)
    assert list(await texts(bot, -1)) == ["three"]
    assert list(await texts(bot)) == ["three"]


async def test_a_long_poll_ends_as_soon_as_there_is_something(bot: Bot, ada: Person) -> None:
    poll = asyncio.create_task(texts(bot, timeout=20))
    await asyncio.sleep(0.05)
    await ada.send("now")
    assert list(await asyncio.wait_for(poll, 2)) == ["now"]


async def test_a_long_poll_ends_with_nothing_after_its_time(bot: Bot) -> None:
    assert await bot.get_updates(timeout=1) == ()


async def test_a_second_consumer_ends_the_poll_of_the_first(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(first, 2)
    assert api.world.updates.bot_is_there
    await ada.send("one")
    assert len(await second) == 1


async def test_only_the_kinds_asked_for_are_given(bot: Bot, ada: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await ada.send("unheard")
    assert await texts(bot) == {}
    await bot.get_updates(allowed_updates=[])
    await ada.send("heard")
    assert list(await texts(bot)) == ["heard"]


async def test_there_is_nothing_to_poll_while_a_webhook_is_set(bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    await bot.set_webhook("https://example.invalid/hook")
    with pytest.raises(Conflict, match="setWebhook"):
        await asyncio.wait_for(poll, 2)
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_gets_updates_with_its_secret(
    api: LocalBotApi, bot: Bot, ada: Person, hook: Hook, hook_url: str
) -> None:
    await bot.set_webhook(hook_url, secret_token="s3cret", max_connections=2, allowed_updates=["message"])  # noqa: S106
    await ada.send("one")
    await api.idle()
    assert hook.got == ["one"]
    assert hook.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == (hook_url, 2, 0)
    assert info.allowed_updates == ("message",)


async def test_a_webhook_that_fails_gets_the_update_again_and_in_order(
    api: LocalBotApi, bot: Bot, ada: Person, hook: Hook, hook_url: str
) -> None:
    hook.answers = [500, 302]
    await bot.set_webhook(hook_url)
    await ada.send("one")
    await ada.send("two")
    await api.idle()
    assert hook.got == ["one", "one", "one", "two"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 302 Found"
    assert info.last_error_date is not None
    assert info.last_error_date.timestamp() == api.world.clock()


async def test_an_update_waits_for_a_webhook_that_is_down(
    api: LocalBotApi, bot: Bot, ada: Person, hook_url: str
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody")
    await ada.send("one")
    await asyncio.sleep(0.05)
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message and info.last_error_message[:17]) == (
        1,
        "Connection failed",
    )
    await bot.set_webhook(hook_url)
    await api.idle()


async def test_chats_are_delivered_in_parallel_but_not_too_many(
    api: LocalBotApi, bot: Bot, hook: Hook, hook_url: str
) -> None:
    people = [api.person(name) for name in "abcde"]
    hook.open.clear()
    await bot.set_webhook(hook_url, max_connections=3)
    for person in people:
        await person.send(f"{person.account.first_name}1")
        await person.send(f"{person.account.first_name}2")
    await asyncio.sleep(0.1)
    assert hook.got == ["a1", "b1", "c1"]
    hook.open.set()
    await api.idle()
    assert hook.most_inside == 3
    assert all(hook.got.index(f"{name}1") < hook.got.index(f"{name}2") for name in "abcde")


async def test_a_webhook_can_answer_with_a_method(
    api: LocalBotApi, bot: Bot, ada: Person, hook: Hook, hook_url: str
) -> None:
    hook.answers = [{"method": "sendMessage", "chat_id": ada.chat.id, "text": "at once"}]
    await bot.set_webhook(hook_url)
    await ada.send("one")
    assert (await ada.wait_reply()).text == "at once"
    hook.answers = [{"method": "sendMessage", "chat_id": ada.chat.id, "text": ""}]
    await ada.send("two")
    await api.idle()
    assert api.refusals[-1].refusal
    assert hook.got == ["one", "two"]


async def test_waiting_updates_can_be_dropped(bot: Bot, ada: Person) -> None:
    await ada.send("one")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
