"""A service that notes what comes and goes, chat by chat, so that a talk can be explained and kept."""

from typing import Any

from bot.memory import Recent
from bot.preview.live import AGAIN
from bot.received import Received
from bot.sandbox.changes import Bell
from bot.service import Service
from flows.inputs import Input
from flows.recording import Recording

_UPDATES = 10_000


class Notes:
    """The recordings of all chats; they outlive a restart of the bot."""

    def __init__(self) -> None:
        self.bell = Bell()
        self.chats: dict[int, Recording] = {}
        self.updates: Recent[int, bool] = Recent(_UPDATES)

    def of(self, chat: int) -> Recording:
        """The recording of a chat."""
        return self.chats.setdefault(chat, Recording())


class Witness(Service):
    """Does what the service does, and notes it."""

    def __init__(self, *parts: Any, notes: Notes, **more: Any) -> None:  # noqa: ANN401  they are the service's own
        super().__init__(*parts, **more)
        self._notes = notes

    async def receive(self, chat: int, update_id: int, given: Input, language: str = "en") -> Received:
        """Take one update of a chat, and note it once."""
        received = await super().receive(chat, update_id, given, language)
        if not received.again and not self._notes.updates.get(update_id):
            self._notes.updates.put(update_id, value=True)
            remembered = self.memory.of(chat)
            session, recording = remembered.session if remembered else None, self._notes.of(chat)
            if given == AGAIN and session:
                recording.shown_again(session, received.reply)
            elif given != AGAIN:
                recording.note(given, session, received.reply)
            self._notes.bell.ring()
        return received
