"""The store as the service sees it: one row a chat, changed only by whoever saw its latest revision."""

from typing import Protocol

from msgspec import Struct

from flows.session import Session

KEPT_UPDATES = 32  # ids of the newest updates, by which a repeat is known
CLAIMED_AT_ONCE = 200  # replies; more than a bot can send before it looks again


class StoreDownError(Exception):
    """The store can't be read or written now; people still get their answers."""


class Stored(Struct, frozen=True):
    """What is held of one chat.

    Attributes:
        session: the talk.
        revision: counts the saves; 0 before the first.
        updates: ids of the newest updates that are part of it, oldest first.
        working: the message that is edited in place, 0 when not known.
        unsent: the reply to the newest update was not seen to go out.
    """

    session: Session
    revision: int = 0
    updates: tuple[int, ...] = ()
    working: int = 0
    unsent: bool = False

    def knows(self, update_id: int) -> bool:
        """Whether this update's effect is part of it."""
        return update_id in self.updates


class Owed(Struct, frozen=True):
    """A chat whose reply was not seen to go out."""

    chat: int
    stored: Stored
    since: float


class Counts(Struct, frozen=True):
    """Numbers for operators.

    Attributes:
        chats: how many are held.
        unsent: of how many the reply was not seen to go out.
        unsent_since: since when the longest of them waits.
    """

    chats: int
    unsent: int
    unsent_since: float | None


class Store(Protocol):
    """The memory of the bot. Everything but `close` may raise StoreDownError.

    Attributes:
        shared: other replicas of the bot may use it at the same time.
    """

    shared: bool

    async def open(self) -> None:
        """Make the tables, or bring them up to date."""

    async def load(self, chat: int) -> Stored | None:
        """What is held of a chat."""

    async def save(
        self, chat: int, stored: Stored, expected_revision: int, update_id: int, now: float, *, unsent: bool = True
    ) -> bool:
        """Keep the session as the next revision, with the update's id and the unsent mark in the same write.

        False, and nothing is changed, when the row is not at the expected revision (0: there is no row).
        Who saves has the claim to deliver the reply.
        """

    async def mark_sent(self, chat: int, revision: int, working: int) -> bool:
        """The reply to this revision is out; `working` is the message to edit next time.

        False, and nothing is changed, when there is a newer revision: its reply is still to come.
        """

    async def revision(self, chat: int) -> int:
        """How often a chat was saved; 0 when nothing is held."""

    async def claim_unsent(self, before: float, now: float) -> list[Owed]:
        """The chats whose reply nobody delivers since this time, longest first; now one bot claims them."""

    async def keep_claims(self, chats: list[int], now: float) -> None:
        """Say of chats that their reply is still being delivered, so that nobody else claims it."""

    async def claim_due(self, now: float, until: float, most: int) -> list[int]:
        """Chats with a follow-up due that nobody else has claimed, longest due first; they are ours until then.

        When a follow-up is due stands in the session, so a save plans, moves or drops it, and ends the claim.
        """

    async def forget(self, chat: int) -> bool:
        """Delete what is held of a chat, beyond recovery; whether there was anything."""

    async def expire(self, before: float) -> int:
        """Delete what was not touched since and has no follow-up to come; how many chats that were."""

    async def counts(self) -> Counts:
        """Numbers for operators."""

    async def check(self) -> None:
        """Raise StoreDownError unless the store can be read."""

    async def close(self) -> None:
        """Let go of it."""
