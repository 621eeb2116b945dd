"""Calls to Telegram that don't give up at the first stumble, and know which refusals don't matter."""

import logging

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.asking import Asking, Wanted
from bot.channels.telegram.attachments import Attachments
from bot.channels.telegram.drawing import keyboard, plain
from bot.channels.telegram.errors import BlockedError, MovedError, UnreachableError
from bot.channels.telegram.pace import Level
from bot.log import place_of
from flows.reply import Message

_log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
_NOT_THERE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_CHAT_GONE = ("chat not found", "peer_id_invalid", "user is deactivated")


class Calls:
    """What the channel asks of Telegram."""

    def __init__(self, bot: Bot, asking: Asking) -> None:
        self._bot = bot
        self._asking = asking
        self._files = Attachments(bot, asking)

    async def answer(self, query: str, toast: str = "") -> None:
        """Stop the spinner on a tapped button; too late is no harm."""
        try:
            await self._asking.ask(
                lambda: self._bot.answer_callback_query(query, text=toast[:200] or None), patience=10.0
            )
        except (BadRequest, BlockedError, UnreachableError) as error:
            _log.debug("event=tap_not_answered error=%s", place_of(error))

    async def send(
        self,
        chat: int,
        message: Message,
        other_keyboard: InlineKeyboardMarkup | None = None,
        *,
        level: Level = Level.ANSWER,
        wanted: Wanted | None = None,
    ) -> int:
        """A new message; its id, 0 when there was nothing to say.

        What Telegram refuses goes out plainer rather than not at all.

        Raises:
            SupersededError: if it is not wanted any more after having waited.
        """
        level = Level.URGENT if message.urgent else level
        if message.attachment:
            sent = await self._files.send(chat, message, message.attachment)
            if sent or not message.attachment.instead:
                return sent
            message = Message(message.attachment.instead, message.rows, stays=True)
        buttons = other_keyboard or keyboard(message.rows)
        shapes = (
            (message.text, ParseMode.HTML, buttons),
            (plain(message), None, buttons),
            (plain(message), None, None),
        )
        for text, mode, under in shapes:
            try:
                return await self._send(chat, text, mode, under, level, wanted)
            except BadRequest as error:
                _check_chat(error)
                _log.error("event=refused what=send error=%s", place_of(error))
                refusal = error
        raise refusal

    async def edit(
        self,
        chat: int,
        message_id: int,
        message: Message,
        *,
        level: Level = Level.ANSWER,
        wanted: Wanted | None = None,
    ) -> bool:
        """The message in the place of an old one; False when that can't be.

        Raises:
            SupersededError: as in `send`.
        """
        try:
            await self._asking.ask(
                lambda: self._bot.edit_message_text(
                    message.text, chat, message_id,
                    parse_mode=ParseMode.HTML, reply_markup=keyboard(message.rows), link_preview_options=_NO_PREVIEW,
                ),
                chat=chat, level=Level.URGENT if message.urgent else level, wanted=wanted,
            )  # fmt: skip
        except BadRequest as error:
            _check_chat(error)
            if _UNCHANGED in str(error).lower():
                return True
            if not any(why in str(error).lower() for why in _NOT_THERE):
                _log.error("event=refused what=edit error=%s", place_of(error))
            return False
        return True

    async def strip(self, chat: int, message_id: int) -> None:
        """Take the buttons off an old message, after all that somebody waits for; if that fails they are only stale."""
        try:
            await self._asking.ask(
                lambda: self._bot.edit_message_reply_markup(chat, message_id), 5.0, chat, Level.UNASKED
            )
        except (TelegramError, BlockedError, MovedError, UnreachableError) as error:
            _log.debug("event=not_stripped error=%s", place_of(error))

    async def erase(self, chat: int, message_id: int) -> None:
        """Delete a message; Telegram refuses those older than two days."""
        try:
            await self._asking.ask(lambda: self._bot.delete_message(chat, message_id), patience=10.0)
        except (BadRequest, BlockedError, UnreachableError) as error:
            _log.info("event=not_erased error=%s", place_of(error))

    async def _send(
        self,
        chat: int,
        text: str,
        mode: str | None,
        buttons: InlineKeyboardMarkup | None,
        level: Level,
        wanted: Wanted | None,
    ) -> int:
        sent = await self._asking.ask(
            lambda: self._bot.send_message(
                chat, text, parse_mode=mode, reply_markup=buttons, link_preview_options=_NO_PREVIEW
            ),
            chat=chat,
            level=level,
            wanted=wanted,
        )
        return sent.message_id


def _check_chat(error: BadRequest) -> None:
    if any(why in str(error).lower() for why in _CHAT_GONE):
        raise BlockedError from error
