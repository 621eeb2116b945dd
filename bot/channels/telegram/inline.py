"""Inline mode: "@bot kratom zoloft" in any chat answers with what the two do, and leads to the private chat."""

import html
import logging

from telegram import (
    Bot,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.channels.telegram.drawing import link_keyboard, plain
from bot.log import place_of
from flows import mix_code
from flows.inputs import Choose
from flows.reply import Message

_log = logging.getLogger(__name__)
_SECONDS = 300  # Telegram may give the same answer to the same words: it holds nothing of anybody
_TITLE, _DESCRIPTION = 100, 200


async def answer_inline(bot: Bot, query: str, message: Message, label: str) -> None:
    """Answer an inline query; that it is too late is no harm."""
    payload = _payload(message)
    results = []
    if payload:
        first, _, rest = plain(message).partition("\n\n")
        results.append(
            InlineQueryResultArticle(
                id=payload,
                title=(rest.split("\n")[0] or first)[:_TITLE],
                description=first[:_DESCRIPTION],
                input_message_content=InputTextMessageContent(
                    message.text, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
                ),
                reply_markup=link_keyboard(label, f"https://t.me/{bot.username}?start={payload}"),
            )
        )
    button = InlineQueryResultsButton(html.unescape(label)[:64], start_parameter=payload or "start")
    try:
        await bot.answer_inline_query(query, results, cache_time=_SECONDS, is_personal=False, button=button)
    except TelegramError as error:
        _log.info("event=inline_not_answered error=%s", place_of(error))


def _payload(message: Message) -> str:
    """What the link into the private chat carries: the names, or that help is needed; empty when nothing was named."""
    if message.urgent:
        return "sos"
    choices = [Choose.read(button.data) for row in message.rows for button in row if button.data]
    return next((one.option for one in choices if one and one.option.startswith(mix_code.MARK)), "")
