"""Files on their way out: drawn beside the loop, sent with little patience, and pictures uploaded only once."""

import asyncio
import logging
from typing import Any

from telegram import Bot, InputFile
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.cards import File, draw
from bot.channels.telegram.asking import Asking
from bot.channels.telegram.drawing import keyboard
from bot.channels.telegram.errors import UnreachableError
from bot.log import place_of
from flows.reply import Attachment, Message

_log = logging.getLogger(__name__)
_PATIENCE = 6.0  # seconds; a question waits behind a picture, and must not wait long


class Attachments:
    """Sends files."""

    def __init__(self, bot: Bot, asking: Asking) -> None:
        self._bot = bot
        self._asking = asking
        self._uploaded: dict[str, str] = {}  # Telegram's ids of the pictures it has

    async def send(self, chat: int, message: Message, attachment: Attachment) -> int:
        """Send a message with its file; its id, or 0 when that can't be: no file is worth a silent bot.

        Raises:
            BlockedError: if the chat can't be written to any more.
        """
        try:
            file = await asyncio.to_thread(draw, attachment)
            sent = await self._asking.ask(lambda: self._call(chat, message, file), _PATIENCE, chat)
        except (UnreachableError, TelegramError, OSError, ValueError, ArithmeticError, LookupError) as error:
            self._uploaded.pop(attachment.name, None)
            _log.error("event=not_attached kind=%s error=%s", attachment.kind, place_of(error))
            return 0
        if attachment.kind == "picture" and sent.photo:
            self._uploaded[attachment.name] = sent.photo[-1].file_id
        return sent.message_id

    async def _call(self, chat: int, message: Message, file: File) -> Sent:
        known = self._uploaded.get(file.name.removesuffix(".png"))
        content = known or InputFile(file.content, filename=file.name)
        said: dict[str, Any] = {
            "caption": message.text,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(message.rows),
        }
        if file.is_picture:
            return await self._bot.send_photo(chat, content, **said)
        return await self._bot.send_document(chat, content, **said)
