"""What Telegram refuses, the sandbox refuses, and python-telegram-bot gets the right error."""

import re
from collections.abc import Awaitable, Callable

import pytest
from telegram import (
    Bot,
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from bot.sandbox import LocalBotApi, Person
from tests.bot.sandbox.conftest import Clock, bot_for

Try = Callable[[Bot, Person], Awaitable[object]]


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(rows)


def tap(label: str = "x", data: str = "a:b") -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=data)


def text(said: str, markup: InlineKeyboardMarkup | None = None, **options: object) -> Try:
    return lambda bot, ada: bot.send_message(ada.chat.id, said, reply_markup=markup, **options)  # type: ignore[arg-type]


def button(one: InlineKeyboardButton) -> Try:
    return text("t", keyboard([one]))


def extra(**unknown: object) -> Try:
    return lambda bot, ada: bot.send_message(ada.chat.id, "t", api_kwargs=unknown)


REFUSED: dict[str, tuple[Try, str]] = {
    "an empty text": (text("  \n"), "message text is empty"),
    "a long text": (text("x" * 4097), "message is too long"),
    "a text too long in UTF-16": (text("😀" * 2049), "message is too long"),
    "a long caption": (lambda bot, ada: bot.send_document(ada.chat.id, b"x", "c" * 1025), "caption is too long"),
    "a broken picture": (lambda bot, ada: bot.send_photo(ada.chat.id, b"no picture"), "IMAGE_PROCESS_FAILED"),
    "an empty file": (lambda bot, ada: bot.send_document(ada.chat.id, b""), "file must be non-empty"),
    "an unknown file": (lambda bot, ada: bot.send_document(ada.chat.id, "abc"), "wrong file identifier"),
    "a file elsewhere": (lambda bot, ada: bot.send_photo(ada.chat.id, "https://example.org/p.png"), "failed to get"),
    "an unsupported tag": (text("<p>x</p>", parse_mode="HTML"), 'Unsupported start tag "p" at byte offset 0'),
    "an unclosed tag": (text("<b>x", parse_mode="HTML"), "Can't find end tag"),
    "a bare ampersand": (text("a & b", parse_mode="HTML"), "unescaped character"),
    "another parse mode": (text("*x*", parse_mode="MarkdownV2"), "unsupported parse_mode"),
    "an entity after the text": (text("x", entities=[MessageEntity("bold", 0, 2)]), "ends after the text"),
    "long callback data": (button(tap(data="é" * 33)), "BUTTON_DATA_INVALID"),
    "a button without a label": (button(tap(label=" ")), "text must be non-empty"),
    "a button that does nothing": (button(InlineKeyboardButton("x")), "exactly one action"),
    "a button that dials": (button(InlineKeyboardButton("x", url="tel:911")), "Unsupported URL protocol"),
    "too much to copy": (button(InlineKeyboardButton("x", copy_text=CopyTextButton("c" * 257))), "COPY_TEXT_INVALID"),
    "an unknown style": (button(InlineKeyboardButton("x", callback_data="a", style="red")), "style"),
    "nine buttons in a row": (text("t", keyboard([tap()] * 9)), "more than 8 buttons in a row"),
    "101 buttons": (text("t", keyboard(*[[tap()]] * 101)), "reply markup is too long"),
    "a parameter nobody knows": (extra(colour="red"), "unknown field `colour`"),
    "a field nobody knows": (extra(reply_markup={"inline_keyboard": [], "size": 1}), "unknown field `size`"),
    "a broken keyboard": (extra(reply_markup="{"), "can't parse reply keyboard markup JSON object"),
    "a reply to nothing": (text("t", reply_parameters=ReplyParameters(999)), "message to be replied not found"),
    "a stranger": (lambda bot, _: bot.send_message(5, "t"), "chat not found"),
    "no chat": (lambda bot, _: bot.send_message("", "t"), "chat_id is empty"),
    "editing nothing": (lambda bot, ada: bot.edit_message_text("t", ada.chat.id, 999), "message to edit not found"),
    "editing the other's words": (lambda bot, ada: bot.edit_message_text("t", ada.chat.id, 1), "can't be edited"),
    "editing without an id": (lambda bot, ada: bot.edit_message_text("t", ada.chat.id), "identifier is not specified"),
    "editing inline messages": (
        lambda bot, _: bot.edit_message_text("t", inline_message_id="1"),
        "MESSAGE_ID_INVALID",
    ),
    "deleting nothing": (lambda bot, ada: bot.delete_message(ada.chat.id, 999), "message to delete not found"),
    "pinning nothing": (lambda bot, ada: bot.pin_chat_message(ada.chat.id, 999), "message to pin not found"),
    "juggling": (lambda bot, ada: bot.send_chat_action(ada.chat.id, "juggling"), "wrong parameter action"),
    "answering nothing": (lambda bot, _: bot.answer_callback_query("1"), "query is too old"),
    "a long toast": (lambda bot, _: bot.answer_callback_query("1", "t" * 201), "MESSAGE_TOO_LONG"),
    "101 commands": (lambda bot, _: bot.set_my_commands([BotCommand("a", "b")] * 101), "BOT_COMMANDS_TOO_MUCH"),
    "a shouted command": (lambda bot, _: bot.set_my_commands([BotCommand("SOS", "b")]), "BOT_COMMAND_INVALID"),
    "a command without words": (lambda bot, _: bot.set_my_commands([BotCommand("a", "")]), "DESCRIPTION_INVALID"),
    "a long description": (lambda bot, _: bot.set_my_description("d" * 513), "longer than 512"),
    "a long short description": (lambda bot, _: bot.set_my_short_description("d" * 121), "longer than 120"),
    "a long name": (lambda bot, _: bot.set_my_name("n" * 65), "longer than 64"),
    "a language that is none": (lambda bot, _: bot.set_my_description("d", "english"), "language code"),
    "a plain webhook": (lambda bot, _: bot.set_webhook("http://example.org"), "An HTTPS URL must be provided"),
    "a secret with spaces": (
        lambda bot, _: bot.set_webhook("https://example.org", secret_token="a b"),  # noqa: S106
        "unallowed characters",
    ),
    "an unknown kind of update": (lambda bot, _: bot.get_updates(allowed_updates=["dreams"]), "unknown kind"),
    "the same result twice": (
        lambda bot, _: bot.answer_inline_query(
            "1", [InlineQueryResultArticle("1", "t", InputTextMessageContent("t"))] * 2
        ),
        "RESULT_ID_DUPLICATE",
    ),
}


@pytest.mark.parametrize(("attempt", "why"), REFUSED.values(), ids=REFUSED)
async def test_is_refused(api: LocalBotApi, bot: Bot, ada: Person, attempt: Try, why: str) -> None:
    seen = str(ada.screen())
    with pytest.raises(BadRequest, match=f"(?i){re.escape(why)}"):
        await attempt(bot, ada)
    assert str(ada.screen()) == seen
    assert len(api.refusals) == 1


async def test_the_largest_things_are_allowed(bot: Bot, ada: Person) -> None:
    rows = [[tap("x" * 64, "d" * 64)] * 8] * 12
    await bot.send_message(ada.chat.id, f"<b>{'x' * 4096}</b>", parse_mode="HTML", reply_markup=keyboard(*rows))
    await bot.send_document(ada.chat.id, b"x", caption="c" * 1024)
    await bot.set_my_commands([BotCommand("c" * 32, "d" * 256)] * 100)
    await bot.set_my_description("d" * 512)
    copy = InlineKeyboardButton("x", copy_text=CopyTextButton("c" * 256))
    await bot.send_message(ada.chat.id, "t", reply_markup=keyboard([copy]))


async def test_a_message_is_not_modified_by_the_same_text_and_buttons(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "<b>t</b>", parse_mode="HTML", reply_markup=keyboard([tap()]))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text(
            "<b>t</b> ", ada.chat.id, sent.message_id, parse_mode="HTML", reply_markup=keyboard([tap()])
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(ada.chat.id, sent.message_id, reply_markup=keyboard([tap()]))
    await bot.edit_message_text("t", ada.chat.id, sent.message_id, reply_markup=keyboard([tap()]))


async def test_a_tap_is_answered_once(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.chat.id, "t", reply_markup=keyboard([tap()]))
    await ada.press("x")
    (update,) = await bot.get_updates()
    assert update.callback_query
    await update.callback_query.answer()
    with pytest.raises(BadRequest, match=r"(?i)query is too old and response timeout expired or query ID is invalid"):
        await update.callback_query.answer()


async def test_a_tap_is_answered_within_15_seconds(bot: Bot, ada: Person, clock: Clock) -> None:
    await bot.send_message(ada.chat.id, "t", reply_markup=keyboard([tap()]))
    await ada.press("x")
    (update,) = await bot.get_updates()
    assert update.callback_query
    clock.time += 15.1
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await update.callback_query.answer("Late")
    assert not ada.screen().toasts


async def test_an_old_message_stays(bot: Bot, ada: Person, clock: Clock) -> None:
    sent = await bot.send_message(ada.chat.id, "t")
    clock.time += 48 * 3600 + 1
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(ada.chat.id, sent.message_id)


async def test_nobody_is_written_to_who_has_not_begun(api: LocalBotApi, bot: Bot) -> None:
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(api.person().chat.id, "Hello?")


async def test_nobody_is_written_to_who_has_blocked_the_bot(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.chat.id, "t")
    await ada.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.chat.id, "Still there?")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.edit_message_text("Still there?", ada.chat.id, sent.message_id)
    await ada.unblock()
    await bot.send_message(ada.chat.id, "Welcome back")


async def test_a_wrong_token_is_unauthorized(api: LocalBotApi) -> None:
    for token in (api.token[:-1] + "x", "nonsense"):
        with pytest.raises(InvalidToken):
            async with bot_for(api, token):
                pass


async def test_a_method_nobody_knows_is_not_found(bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("flyToTheMoon")
