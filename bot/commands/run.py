"""`run`: the bot, on Telegram when there is a token, else in the sandbox."""

import argparse
import asyncio
import gc
import resource
import signal
import sys

from telegram.error import InvalidToken

from bot import log
from bot.app import App
from bot.settings import SettingsError, read_settings


def add(parser: argparse.ArgumentParser) -> None:
    """It has no arguments: all is set by the environment and `.env`."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Run until told to stop."""
    settings = read_settings()
    log.set_up(settings.log_level)
    if not settings.token:
        sys.stderr.write(
            "No TELEGRAM_BOT_TOKEN is set, so this is the sandbox: the same bot on a page of this machine.\n"
        )
        from bot.commands import sandbox  # noqa: PLC0415  with a token it need not be loaded

        arguments.beside_token, arguments.port = False, None
        return sandbox.run(arguments)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash must not write what people say to a disk
    gc.disable()  # until all is made that stays
    app = App(settings)
    gc.freeze()  # the content stays: looking through it for garbage would hold up an answer by a twentieth of a second
    gc.enable()
    asyncio.run(_serve(app))
    return 0


async def _serve(app: App) -> None:
    """Until SIGTERM or SIGINT."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    starting = asyncio.create_task(app.start())
    stop = asyncio.create_task(told.wait())
    await asyncio.wait({starting, stop}, return_when=asyncio.FIRST_COMPLETED)
    if not starting.done():
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await app.stop()
        return
    await starting
    running = asyncio.create_task(app.run())
    await asyncio.wait({running, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    await app.stop()
    if running.done() and not running.cancelled() and isinstance(running.exception(), InvalidToken):
        raise SettingsError("Telegram does not know this TELEGRAM_BOT_TOKEN any more: get a new one from @BotFather.")
    running.cancel()
