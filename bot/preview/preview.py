"""Puts the preview together: a sandbox whose bot follows the files, and the pane that says why."""

import asyncio
import contextlib
from functools import partial
from pathlib import Path

from bot.channels.telegram.profile import Profile, profile_of
from bot.commands.sandbox import Sandbox
from bot.content import Content
from bot.preview.live import AGAIN, Live
from bot.preview.pane import Pane
from bot.preview.reading import Read, read
from bot.preview.watching import watch
from bot.preview.witness import Notes, Witness
from bot.settings import Settings
from flows.engine import Engine
from flows.session import Session
from knowledge.issues import ContentError
from knowledge.wording import Wording


class Preview:
    """The sandbox on content that may change at any time; what can't be used is shown and not used."""

    def __init__(
        self, settings: Settings, folder: Path, *, knowledge: Path, flows: Path, keep: Path, every: float = 1.0
    ) -> None:
        self._knowledge, self._flows, self._every, self._country = knowledge, flows, every, settings.country
        self._live, self._notes = Live(), Notes()
        self.pane = Pane(self._notes, keep)
        self.sandbox = Sandbox(
            settings,
            folder,
            Content(self._live, _profile(knowledge)),
            service=partial(Witness, notes=self._notes),
            routes=self.pane.routes(),
        )
        self._watching: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where the page is."""
        return self.sandbox.url

    async def start(self) -> None:
        """Read the content, open the page, and begin to watch."""
        self._watching = asyncio.create_task(watch((self._knowledge, self._flows), self.reload, self._every))
        await self.reload()
        await self.sandbox.start()

    async def stop(self) -> None:
        """Stop watching and close the page."""
        if self._watching:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
        self.pane.close()
        await self.sandbox.stop()

    async def reload(self) -> None:
        """Read the content again; the talks go on with it when it is good."""
        sessions = [*self._sessions().values()]
        found = await asyncio.to_thread(read, self._knowledge, self._flows, sessions, self._country)
        before = self._live.engine
        if found.engine:
            self._live.swap(found.engine)
        self.pane.content_read(found)
        if before and found.engine:
            self._show_again(before, found)

    def _show_again(self, before: Engine, found: Read) -> None:
        """Bring the present screen to every chat that would see another one now."""
        world = self.sandbox.api.world
        for chat_id, session in self._sessions().items():
            chat = world.chats.get(chat_id)
            if chat is None or chat.blocked or found.engine is None:
                continue
            if before.present(session) != found.engine.present(session):
                account = next(iter(chat.accounts.values()))
                body = {**world.new_message(account.as_user()), "chat": chat.as_chat(), "text": f"/{AGAIN.name}"}
                world.updates.add("message", body, chat_id)

    def _sessions(self) -> dict[int, Session]:
        return {chat: one.session for chat, one in self._notes.chats.items() if one.session}


def _profile(knowledge: Path) -> Profile | None:
    """What stands around the chat; it is read once."""
    try:
        return profile_of(Wording(knowledge / "messages"))
    except (ContentError, KeyError):
        return None
