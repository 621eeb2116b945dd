"""A real python-telegram-bot can do on the sandbox what it does on Telegram."""

import asyncio
import inspect
import re
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageEntity,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode

from bot.sandbox import LocalBotApi, Person, Toast
from bot.sandbox.files import Files
from bot.sandbox.methods import METHODS, chats, commands, media, messages, profile, queries, updates
from bot.sandbox.stand_ins import photo

MODULES = (chats, commands, media, messages, profile, queries, updates)
YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Yes", callback_data="q:yes"), InlineKeyboardButton("No", callback_data="q:no")]]
)


@pytest.mark.parametrize("name", [name for module in MODULES for name in module.METHODS])
def test_every_parameter_is_one_that_telegram_knows(name: str) -> None:
    known = inspect.signature(getattr(Bot, re.sub("[A-Z]", lambda capital: f"_{capital[0].lower()}", name))).parameters
    assert set(METHODS[name.lower()].takes.__struct_fields__) <= set(known)


async def test_the_bot_knows_itself(api: LocalBotApi, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (api.world.profile.id, True, "serocheck_sandbox_bot")


async def test_a_message_is_sent_and_comes_back_as_telegram_would_give_it(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(
        ada.chat.id, "Call <b>911</b> &amp; wait", parse_mode=ParseMode.HTML, reply_markup=YES_NO
    )
    assert sent.text == "Call 911 & wait"
    assert sent.entities == (MessageEntity("bold", 5, 3),)
    assert sent.text_html == "Call <b>911</b> &amp; wait"
    assert sent.reply_markup == YES_NO
    assert sent.from_user == await bot.get_me()
    assert ada.screen().last.labels == ["Yes", "No"]


async def test_a_message_can_carry_every_kind_of_button_and_option(bot: Bot, ada: Person) -> None:
    keyboard = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Copy", copy_text=CopyTextButton("911"))],
            [InlineKeyboardButton("Open", url="https://example.org/help", style="primary")],
            [InlineKeyboardButton("Ask", switch_inline_query_current_chat="kratom")],
        ]
    )
    sent = await bot.send_message(
        ada.chat.id,
        "bold",
        entities=[MessageEntity("bold", 0, 4)],
        reply_markup=keyboard,
        disable_notification=True,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(ada.screen().messages[0].id),
    )
    assert sent.reply_markup == keyboard
    assert sent.has_protected_content
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    await ada.press("Copy")
    assert ada.clipboard == "911"
    await ada.press("Open")
    assert ada.opened == "https://example.org/help"


async def test_text_and_buttons_are_edited_in_place(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "one", reply_markup=YES_NO)
    edited = await bot.edit_message_text("two", ada.chat.id, sent.message_id, reply_markup=YES_NO)
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    await bot.edit_message_reply_markup(ada.chat.id, sent.message_id, reply_markup=None)
    now = ada.screen().last
    assert (now.id, now.text, now.labels, now.edited) == (sent.message_id, "two", [], True)


async def test_editing_the_text_without_buttons_takes_them_away(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "one", reply_markup=YES_NO)
    await bot.edit_message_text("one", ada.chat.id, sent.message_id)
    assert ada.screen().last.labels == []


async def test_a_message_is_pinned_and_deleted(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "one")
    await bot.pin_chat_message(ada.chat.id, sent.message_id)
    chat = await bot.get_chat(ada.chat.id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.text == "one"
    await bot.unpin_chat_message(ada.chat.id)
    await bot.delete_message(ada.chat.id, sent.message_id)
    assert "one" not in ada.screen()
    assert (await bot.get_chat(ada.chat.id)).pinned_message is None


async def test_typing_is_seen_until_the_bot_says_something(bot: Bot, ada: Person) -> None:
    await bot.send_chat_action(ada.chat.id, ChatAction.TYPING)
    assert ada.chat.action == "typing"
    await bot.send_message(ada.chat.id, "done")
    assert ada.chat.action == ""


async def test_a_tap_is_answered_with_a_toast(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.chat.id, "Well?", reply_markup=YES_NO)
    await ada.press("Yes")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "q:yes"
    await bot.answer_callback_query(update.callback_query.id, "Noted", show_alert=True)
    assert await ada.wait_toast() == Toast("Noted", alert=True)


@pytest.mark.parametrize("how", ["upload", "attach", "again by id"])
async def test_a_photo_with_words_is_sent_and_changed(bot: Bot, ada: Person, how: str) -> None:
    picture = Files()
    content = picture.find(photo(picture)["photo"][0]["file_id"]).content
    sent = await bot.send_photo(ada.chat.id, content, caption="<i>eyes</i>", parse_mode="HTML", reply_markup=YES_NO)
    assert sent.caption_html == "<i>eyes</i>"
    assert (sent.photo[0].width, sent.photo[0].height) == (240, 240)
    assert ada.screen().last.media == "photo"
    await bot.edit_message_caption(ada.chat.id, sent.message_id, caption="ankle", reply_markup=YES_NO)
    media = sent.photo[0].file_id if how == "again by id" else content
    await bot.edit_message_media(InputMediaPhoto(media, caption=how), ada.chat.id, sent.message_id)
    assert (ada.screen().last.text, ada.screen().last.labels) == (how, [])


async def test_a_document_is_sent_and_can_be_downloaded(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.chat.id, b"card", filename="card.pdf", caption="For the crew")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("card.pdf", "application/pdf")
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"card"


async def test_the_command_menu_depends_on_language_and_chat(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    help_only = [BotCommand("help", "Help")]
    await bot.set_my_commands([BotCommand("start", "Begin"), *help_only])
    await bot.set_my_commands([BotCommand("start", "Beginnen")], language_code="de")
    assert await bot.get_my_commands(language_code="de") == (BotCommand("start", "Beginnen"),)
    listed = api.world.profile.commands_in
    assert [one["description"] for one in listed(ada.chat.id, "de", group=False)] == ["Beginnen"]
    assert len(listed(ada.chat.id, "fr", group=False)) == 2
    await bot.set_my_commands(help_only, scope=BotCommandScopeAllPrivateChats())
    assert len(listed(ada.chat.id, "en", group=False)) == 1
    assert len(listed(-1, "en", group=True)) == 2
    await bot.set_my_commands([BotCommand("sos", "Now")], scope=BotCommandScopeChat(ada.chat.id))
    assert listed(ada.chat.id, "en", group=False)[0]["command"] == "sos"
    await bot.delete_my_commands(scope=BotCommandScopeChat(ada.chat.id))
    assert await bot.get_my_commands(scope=BotCommandScopeChat(ada.chat.id)) == ()


async def test_the_profile_is_written_and_read(bot: Bot, ada: Person) -> None:
    await bot.set_my_name("Check")
    await bot.set_my_name("Prüfung", language_code="de")
    await bot.set_my_description("What to do next")
    await bot.set_my_short_description("Next steps")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_my_name()).name == "Check"
    assert (await bot.get_my_name("de")).name == "Prüfung"
    assert (await bot.get_my_description("fr")).description == "What to do next"
    assert (await bot.get_my_short_description()).short_description == "Next steps"
    assert await bot.get_chat_menu_button(ada.chat.id) == MenuButtonCommands()


async def test_an_inline_query_is_answered_and_a_result_chosen(api: LocalBotApi, bot: Bot, ada: Person) -> None:
    async def answer() -> None:
        (update,) = await bot.get_updates(timeout=5)
        assert update.inline_query is not None
        assert update.inline_query.query == "kratom zoloft"
        said = InputTextMessageContent("<b>Dangerous</b>", parse_mode="HTML")
        result = InlineQueryResultArticle("1", "kratom + zoloft", said, description="worst first")
        button = InlineQueryResultsButton("Open", start_parameter="sos")
        await bot.answer_inline_query(update.inline_query.id, [result], cache_time=0, is_personal=True, button=button)

    found = await _both(answer(), ada.inline("kratom zoloft"))
    assert found["button"] == {"text": "Open", "start_parameter": "sos"}
    chosen = await ada.choose(found["results"][0])
    assert chosen.text == "Dangerous"
    assert not api.refusals


async def test_json_and_get_requests_work_as_well_as_forms(api: LocalBotApi, ada: Person) -> None:
    async with aiohttp.ClientSession(f"{api.url}/bot{api.token}/") as session:
        keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "a:yes"}]]}
        body = {"chat_id": ada.chat.id, "text": "json", "reply_markup": keyboard}
        async with session.post("sendMessage", json=body) as answer:
            assert (await answer.json())["result"]["reply_markup"] == keyboard
        async with session.get("SENDMESSAGE", params={"chat_id": str(ada.chat.id), "text": "get"}) as answer:
            assert (await answer.json())["ok"] is True
    assert [message.text for message in ada.screen().messages[-2:]] == ["json", "get"]


async def _both(*doing: Any) -> Any:
    return (await asyncio.gather(*doing))[-1]
