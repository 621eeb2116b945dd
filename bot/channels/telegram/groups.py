"""In a group: where help is, and the way to the private chat; nothing is held and nobody is named."""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.drawing import link_keyboard
from bot.channels.telegram.errors import BlockedError, MovedError, UnreachableError
from bot.channels.telegram.updates import InGroup
from bot.log import place_of
from flows.reply import Reply

_log = logging.getLogger(__name__)


async def answer_in_group(bot: Bot, calls: Calls, came: InGroup, reply: Reply, label: str) -> None:
    """Say the reply in the group, each message with a link of this label; a group that does not take it is no harm."""
    buttons = link_keyboard(label, f"https://t.me/{bot.username}?start={'sos' if came.sos else 'group'}")
    try:
        for message in reply.messages:
            try:
                await calls.send(came.chat, message, buttons)
            except MovedError as moved:
                await calls.send(moved.chat, message, buttons)
    except (BlockedError, UnreachableError, TelegramError) as error:
        _log.info("event=group_not_answered error=%s", place_of(error))
