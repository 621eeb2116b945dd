"""What Telegram shows around the chat: commands, menu and descriptions, written only where they differ."""

import logging
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from telegram import Bot, BotCommand, MenuButtonCommands

from bot.log import place_of
from knowledge.wording import Wording

_log = logging.getLogger(__name__)
_COMMAND = "profile.command_"


class Profile(NamedTuple):
    """The texts of the profile."""

    description: str
    short_description: str
    commands: tuple[tuple[str, str], ...]


def profile_of(words: Wording) -> Profile:
    """The profile as the content has it, commands in its order."""
    commands = tuple((key.removeprefix(_COMMAND), words.say(key)) for key in words.texts if key.startswith(_COMMAND))
    return Profile(words.say("profile.description"), words.say("profile.short_description"), commands)


async def write_profile(bot: Bot, profile: Profile) -> None:
    """Bring the profile up to date, part by part; what fails harms neither the other parts nor the talk."""
    commands = tuple(BotCommand(name, text) for name, text in profile.commands)
    parts: tuple[tuple[str, Callable[[], Awaitable[object]]], ...] = (
        ("commands", lambda: _commands(bot, commands)),
        ("description", lambda: _description(bot, profile.description)),
        ("short_description", lambda: _short_description(bot, profile.short_description)),
        ("menu", lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands())),
    )
    for name, write in parts:
        try:
            await write()
        except Exception as error:  # noqa: BLE001  a Bot API that answers oddly must not keep the bot from starting
            _log.warning("event=profile_not_written part=%s error=%s", name, place_of(error))


async def _commands(bot: Bot, commands: tuple[BotCommand, ...]) -> None:
    if tuple(await bot.get_my_commands()) != commands:
        await bot.set_my_commands(commands)


async def _description(bot: Bot, text: str) -> None:
    if (await bot.get_my_description()).description != text:
        await bot.set_my_description(text)


async def _short_description(bot: Bot, text: str) -> None:
    if (await bot.get_my_short_description()).short_description != text:
        await bot.set_my_short_description(text)
