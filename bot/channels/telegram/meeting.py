"""Meeting Telegram at the start: who we are, and where updates go; being away is waited for, a refusal is not."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.telegram.updates import ALLOWED
from bot.log import place_of
from bot.settings import SettingsError

_log = logging.getLogger(__name__)
_CONNECTIONS = 100  # that Telegram may open to us at once, the most it offers: some are held until a reply is out
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds between tries, each twice as long as the one before


async def learn_who_we_are(bot: Bot) -> None:
    """Ask Telegram whose token this is.

    Raises:
        SettingsError: if it is nobody's.
    """
    try:
        await _patiently(bot.initialize)
    except InvalidToken:
        raise SettingsError("Telegram does not know this TELEGRAM_BOT_TOKEN: copy it from @BotFather.") from None


async def say_where_updates_go(bot: Bot, url: str, secret: str) -> None:
    """To the webhook at this address, with this secret; without an address nowhere, for we ask for them.

    Raises:
        SettingsError: if Telegram refuses the address.
    """
    try:
        if url:
            allowed = list(ALLOWED)
            await _patiently(
                lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=allowed, max_connections=_CONNECTIONS)
            )
        else:
            await _patiently(bot.delete_webhook)
    except BadRequest:
        raise SettingsError("Telegram does not take this WEBHOOK_URL: use a public https:// address.") from None


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Ask Telegram until it answers; being away is waited for, a refusal is not."""
    pause = _FIRST_PAUSE
    while True:
        try:
            await call()
        except (BadRequest, InvalidToken):
            raise
        except TelegramError as error:
            _log.warning("event=telegram_not_reached error=%s", place_of(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        else:
            return
