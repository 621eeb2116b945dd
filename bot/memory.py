"""The little that is remembered without the store: talks before the danger screen is answered, and while it is down."""

from array import array
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from msgspec import Struct

from bot.storage import Stored
from flows.session import Session

_CHATS, _UPDATES = 2_000, 16_384  # what is held at most
_NOTHING = -1  # which is no number's hash
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """The newest entries of a kind, so that memory never grows."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """The entry, or None."""
        return self._entries.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keep an entry as the newest; the oldest goes when there are too many."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        while len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def drop(self, key: Key) -> None:
        """Forget an entry."""
        self._entries.pop(key, None)

    def items(self) -> list[tuple[Key, Value]]:
        """All entries, oldest first."""
        return list(self._entries.items())

    def __len__(self) -> int:
        return len(self._entries)


class Remembered(Struct, frozen=True):
    """A talk in memory.

    Attributes:
        session: the talk as it was last.
        saved: whether the store has it just so.
        at: when that was.
        base: the revision in the store that it goes on from.
        update_id: the newest update that is part of it.
    """

    session: Session
    saved: bool
    at: float
    base: int = 0
    update_id: int = 0


class Memory:
    """Talks, the updates that were taken, and the chats that are still to be forgotten."""

    def __init__(self) -> None:
        self._talks: Recent[int, Remembered] = Recent(_CHATS)
        # Telegram counts updates upwards: each of the newest has a place of its own, and all together take 128 kB
        self._updates = array("q", [_NOTHING]) * _UPDATES
        self.to_forget: set[int] = set()

    def knows(self, update_id: int) -> bool:
        """Whether an update was taken."""
        return self._updates[update_id % _UPDATES] == hash(update_id)

    def note(self, update_id: int) -> None:
        """Know an update from now on."""
        self._updates[update_id % _UPDATES] = hash(update_id)  # a hash fits, whatever the number

    def of(self, chat: int) -> Remembered | None:
        """The talk as we saw it last."""
        return self._talks.get(chat)

    def remember(
        self, chat: int, update_id: int, session: Session | None, base: int, now: float, *, saved: bool
    ) -> None:
        """Know an update (0: none) and the talk it led to, if any."""
        if update_id:
            self.note(update_id)
        if session:
            self.keep(chat, Remembered(session, saved, now, base, update_id))

    def keep(self, chat: int, talk: Remembered) -> None:
        """Remember a talk."""
        self._talks.put(chat, talk)

    def drop(self, chat: int) -> None:
        """Do not remember a talk."""
        self._talks.drop(chat)

    def newest(self, chat: int, stored: Stored | None) -> Session | None:
        """The talk as it was last: the store's, or one that goes on from there and could not or need not be saved."""
        one = self._talks.get(chat)
        if one and not one.saved and one.base == (stored.revision if stored else 0):
            return one.session
        return stored.session if stored else None

    def unsaved(self) -> list[tuple[int, Remembered]]:
        """What should be in the store and is not."""
        return [(chat, one) for chat, one in self._talks.items() if not one.saved and one.session.begun]

    def expire(self, before: float) -> None:
        """Drop talks that were not touched since."""
        for chat, one in self._talks.items():
            if one.at < before:
                self._talks.drop(chat)
