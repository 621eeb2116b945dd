"""Talks while the store can't be used: they go on from memory, and are saved as soon as that can be."""

from msgspec.structs import replace

from bot.memory import Memory
from bot.notes import noted
from bot.received import Received
from bot.steps import Steps
from bot.storage import Store, Stored
from flows.inputs import Input
from flows.reply import Message, Reply
from flows.session import Session


class FromMemory:
    """Answers without the store."""

    def __init__(self, memory: Memory, steps: Steps, store_down: str) -> None:
        """Keep what is needed to answer; `store_down` is what people are told then."""
        self._memory, self._steps, self._store_down = memory, steps, store_down

    def receive(self, chat: int, update_id: int, given: Input, language: str, now: float) -> Received:
        """Take one update of a chat."""
        if self._memory.knows(update_id):
            return Received(Reply())
        session, reply = self._steps.step(self._before(chat), given, now, language)
        self._memory.note(update_id)
        if session is None or reply.forget:
            self._memory.drop(chat)
            if reply.forget:
                self._memory.to_forget.add(chat)
                return Received(self.cannot_save(Reply()))
        else:
            remembered = self._memory.of(chat)
            self._memory.remember(chat, update_id, session, remembered.base if remembered else 0, now, saved=False)
        return Received(self.cannot_save(reply))

    def is_urgent(self, chat: int, given: Input, language: str, now: float) -> bool:
        """Whether this is answered with an emergency, as far as memory can tell."""
        reply = self._steps.step(self._before(chat), given, now, language)[1]
        return any(message.urgent for message in reply.messages)

    def cannot_save(self, reply: Reply) -> Reply:
        """The reply, with a word that nothing can be saved."""
        if not reply.messages and not reply.toast:
            return Reply((Message(self._store_down),))
        return noted(reply, self._store_down)

    async def save(self, store: Store, now: float) -> None:
        """Save what could not be saved when it came, unless another replica went on.

        Raises:
            StoreDownError: if that still can't be; it is tried again next time.
        """
        for chat, one in self._memory.unsaved():
            stored = await store.load(chat)
            if self._memory.newest(chat, stored) is one.session:
                kept = replace(stored or Stored(one.session), session=one.session)
                if await store.save(chat, kept, one.base, one.update_id, now, unsent=kept.unsent):
                    self._memory.keep(chat, replace(one, saved=True, base=one.base + 1))
            else:
                self._memory.drop(chat)

    def _before(self, chat: int) -> Session | None:
        remembered = self._memory.of(chat)
        return remembered.session if remembered else None
