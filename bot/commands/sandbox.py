"""`sandbox`: the real bot behind a chat page on this machine; a local Bot API stands in for Telegram."""

import argparse
import asyncio
import secrets
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from aiohttp import web
from msgspec.structs import replace

from bot import log
from bot.app import App
from bot.content import Content, load_content
from bot.loopback import LOOPBACK
from bot.sandbox import TOKEN, LocalBotApi
from bot.service import Service
from bot.settings import Settings, SettingsError, read_settings


def add(parser: argparse.ArgumentParser) -> None:
    """The port, and a way to insist."""
    parser.add_argument("--port", type=int, help="where the page is (default: the setting PORT, 8080; 0: any free one)")
    parser.add_argument("--beside-token", action="store_true", help="start although a real token is set")


def run(arguments: argparse.Namespace) -> int:
    """Run until told to stop; nothing of it stays."""
    settings = sandbox_settings(arguments)
    with tempfile.TemporaryDirectory(prefix="serocheck-") as folder:
        asyncio.run(serve(Sandbox(settings, Path(folder))))
    return 0


def sandbox_settings(arguments: argparse.Namespace) -> Settings:
    """The settings, for a page of this machine.

    Raises:
        SettingsError: if a real token is set and nobody insists.
    """
    settings = read_settings()
    log.set_up(settings.log_level)
    if settings.token and not arguments.beside_token:
        raise SettingsError(
            "A real TELEGRAM_BOT_TOKEN is set, and the sandbox is for trying things: unset it, or add --beside-token."
        )
    return settings if arguments.port is None else replace(settings, port=arguments.port)


class Sandbox:
    """The local Bot API with the real bot in front of it, which can be restarted."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        content: Content | None = None,
        *,
        service: Callable[..., Service] = Service,
        routes: Iterable[web.RouteDef] = (),
    ) -> None:
        host = settings.host if settings.host in LOOPBACK else "127.0.0.1"
        self.api = LocalBotApi(host=host, port=settings.port, restart=self.restart, routes=routes)
        self.app: App | None = None
        self._service = service
        self._settings = replace(
            settings,
            token=TOKEN,
            webhook_url="",
            database_url=f"sqlite:///{folder / 'sandbox.db'}",
            secret_keys=(secrets.token_urlsafe(48),),
        )
        self._content = content or load_content(settings.country)

    @property
    def url(self) -> str:
        """Where the page is."""
        return self.api.url

    async def start(self) -> None:
        """Open the page, then start the bot.

        Raises:
            SettingsError: if the port is taken.
        """
        try:
            await self.api.start()
        except OSError:
            raise SettingsError(f"PORT {self._settings.port} is taken: set another, or use --port 0 for any.") from None
        await self._start_bot()

    async def stop(self) -> None:
        """Stop the bot, then close the page."""
        if self.app:
            await self.app.stop()
        await self.api.stop()

    async def restart(self) -> None:
        """Play a crash: the bot goes without finishing anything, and comes back."""
        if self.app:
            await self.app.kill()
        await self._start_bot()

    async def _start_bot(self) -> None:
        self.app = App(replace(self._settings, api_url=self.api.url), self._content, self._service)
        await self.app.start(serve=False)


class Served(Protocol):
    """A page that can be opened and closed."""

    @property
    def url(self) -> str:
        """Where it is."""

    async def start(self) -> None:
        """Open it."""

    async def stop(self) -> None:
        """Close it."""


async def serve(page: Served, name: str = "The chat page") -> None:
    """Until SIGTERM or SIGINT."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    await page.start()
    sys.stdout.write(f"{name} is at {page.url}  (stop with Ctrl+C)\n")
    sys.stdout.flush()
    await told.wait()
    await page.stop()
