"""What came of an update: the reply, and what to mark once it is out."""

from msgspec import Struct

from flows.reply import Reply


class Received(Struct, frozen=True):
    """What came of an update.

    Attributes:
        reply: what goes out.
        revision: what to mark as sent afterwards; 0 when nothing was saved, so that the update
            may come again until the reply is out.
        working: the message that is edited in place, as far as the store knows.
        again: it is made again, for an update that was taken before.
    """

    reply: Reply
    revision: int = 0
    working: int = 0
    again: bool = False


class Owed(Struct, frozen=True):
    """A reply that is made again."""

    chat: int
    received: Received
