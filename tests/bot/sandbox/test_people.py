"""What a person does becomes the update Telegram would send, and what the bot does is seen."""

import asyncio

import pytest
from telegram import Bot, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import MessageEntityType

from bot.sandbox import LocalBotApi, Person, Toast


async def newest(bot: Bot) -> Update:
    """The newest update; all are confirmed."""
    update = (await bot.get_updates(-1))[0]
    await bot.get_updates(update.update_id + 1)
    return update


def ask(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"q:{label.lower()}") for label in labels]])


async def test_a_text_becomes_a_message(bot: Bot, ada: Person) -> None:
    await ada.send(" kratom, and zoloft ")
    update = await newest(bot)
    assert update.message
    assert update.message.text == "kratom, and zoloft"
    assert update.effective_user
    assert (update.effective_user.first_name, update.effective_user.language_code) == ("Ada", "en")
    assert update.effective_chat
    assert update.effective_chat.type == "private"


async def test_start_carries_the_payload_of_a_deep_link(bot: Bot, ada: Person) -> None:
    await ada.start("sos")
    update = await newest(bot)
    assert update.message
    assert update.message.text == "/start sos"
    assert update.message.entities[0].type == MessageEntityType.BOT_COMMAND
    with pytest.raises(ValueError, match="no deep link"):
        await ada.start("x" * 65)


async def test_a_text_that_is_too_long_goes_out_in_pieces(bot: Bot, ada: Person) -> None:
    await ada.send("x" * 5000)
    assert [len(update.message.text or "") for update in await bot.get_updates() if update.message] == [4096, 904]


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "sticker", "location", "contact"])
async def test_anything_can_be_sent(bot: Bot, ada: Person, kind: str) -> None:
    seen = await ada.send_stand_in(kind)
    update = await newest(bot)
    assert update.message
    assert getattr(update.message, kind)
    assert seen.media == kind


async def test_a_tap_becomes_a_callback_query_with_the_message_as_it_is(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "Well?", reply_markup=ask("Yes", "No"))
    await ada.press("no")
    update = await newest(bot)
    assert update.callback_query
    assert update.callback_query.data == "q:no"
    assert update.callback_query.message == sent


async def test_the_newest_button_with_a_label_is_pressed(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.chat.id, "1?", reply_markup=ask("Yes"))
    second = await bot.send_message(ada.chat.id, "2?", reply_markup=ask("Yes", "No"))
    await ada.press("Yes")
    update = await newest(bot)
    assert update.callback_query
    assert update.callback_query.message == second
    with pytest.raises(LookupError, match="no button 'Maybe'; there are"):
        await ada.press("Maybe")


async def test_an_old_button_can_be_pressed_after_the_keyboard_has_changed(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "1?", reply_markup=ask("Yes"))
    await bot.edit_message_text("2?", ada.chat.id, sent.message_id, reply_markup=ask("Maybe"))
    await bot.edit_message_text("done", ada.chat.id, sent.message_id)
    await ada.press_old(ada.screen().last, "Yes")
    update = await newest(bot)
    assert update.callback_query
    assert update.callback_query.data == "q:yes"
    assert update.effective_message
    assert update.effective_message.text == "done"
    with pytest.raises(LookupError, match="never had a button"):
        await ada.press_old(sent.message_id, "No")


async def test_a_button_of_a_deleted_message_can_be_pressed(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.chat.id, "1?", reply_markup=ask("Yes"))
    shown = ada.screen().last
    await bot.delete_message(ada.chat.id, shown.id)
    await ada.press_deleted(shown, "Yes")
    update = await newest(bot)
    assert update.callback_query
    assert update.callback_query.message
    assert not update.callback_query.message.is_accessible


async def test_an_own_text_can_be_edited(bot: Bot, ada: Person) -> None:
    said = await ada.send("kratm")
    await ada.edit(said, "kratom")
    update = await newest(bot)
    assert update.edited_message
    assert (update.edited_message.text, update.edited_message.message_id) == ("kratom", said.id)
    assert ada.screen().messages[-1].edited
    sent = await bot.send_message(ada.chat.id, "Hello")
    with pytest.raises(ValueError, match="own text"):
        await ada.edit(sent.message_id, "Bye")


async def test_blocking_and_unblocking_are_told(bot: Bot, ada: Person) -> None:
    await ada.block()
    update = await newest(bot)
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == ChatMember.BANNED
    with pytest.raises(ValueError, match="unblock"):
        await ada.send("Hello?")
    await ada.unblock()
    update = await newest(bot)
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == ChatMember.MEMBER


async def test_in_a_group_the_bot_sees_only_what_is_meant_for_it(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    bob = api.person("Bob")
    group = api.group("Friends", ada, bob)
    update = await newest(bot)
    assert update.message
    assert update.message.new_chat_members[0].id == bot.id
    await bob.at(group).send("Hi all")
    await bob.at(group).send("/sos@another_bot")
    assert await bot.get_updates() == ()
    await bob.at(group).send(f"/sos@{bot.username}")
    update = await newest(bot)
    assert update.effective_chat
    assert (update.effective_chat.type, update.effective_chat.title) == ("supergroup", "Friends")
    said = await bot.send_message(group.id, "Call 911", reply_markup=ask("Called"))
    await ada.at(group).send("Thanks", reply_to=said.message_id)
    update = await newest(bot)
    assert update.message
    assert update.message.reply_to_message == said


async def test_only_who_pressed_sees_the_toast(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    bob = api.person("Bob")
    group = api.group("Friends", ada, bob)
    await bot.send_message(group.id, "?", reply_markup=ask("Yes"))
    await bob.at(group).press("Yes")
    update = await newest(bot)
    assert update.callback_query
    await update.callback_query.answer("Noted")
    assert bob.at(group).screen().toasts == [Toast("Noted")]
    assert ada.at(group).screen().toasts == []


async def test_a_reply_is_what_the_bot_does_after_ones_own_last_doing(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "before", reply_markup=ask("Yes"))
    await ada.send("now")
    with pytest.raises(TimeoutError):
        await ada.wait_reply(0.05)
    reply = asyncio.create_task(ada.wait_reply())
    await bot.edit_message_text("after", ada.chat.id, sent.message_id)
    assert (await reply).text == "after"
    await bot.send_message(ada.chat.id, "and more")
    assert (await ada.wait_reply()).text == "and more"
    assert (await ada.wait_until(lambda screen: "more" in screen, 0.1)).last.text == "and more"


async def test_the_screen_reads_like_the_chat(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.chat.id, "Well?", reply_markup=ask("Yes", "No"))
    await ada.press("Yes")
    update = await newest(bot)
    assert update.callback_query
    await update.callback_query.answer("Noted")
    await ada.photo("my pills")
    assert str(ada.screen()) == ("Ada: /start\nSeroCheck: Well?\n    [Yes] [No]\n(toast: Noted)\nAda: (photo) my pills")
