"""A chat's row as bytes: what is sealed, and how it is opened again; the same for every database."""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from bot.storage import KEPT_UPDATES, Owed, Stored
from bot.storage.sealing import Sealing, UnsealableError
from flows.session import Session

_log = logging.getLogger(__name__)


class _Body(Struct, frozen=True):
    session: Session
    updates: tuple[int, ...]


_read_body = msgspec.msgpack.Decoder(_Body)
_read_number = msgspec.msgpack.Decoder(int)


class Rows:
    """Seals and opens the columns of rows."""

    def __init__(self, sealing: Sealing) -> None:
        self._sealing = sealing

    def names(self, chat: int) -> list[bytes]:
        """The keys a chat's row may have, newest first; it is always written under the first."""
        return self._sealing.rows(chat)

    def body(self, row: bytes, stored: Stored, update_id: int) -> bytes:
        """The session and the newest update ids, this one included."""
        updates = (*(one for one in stored.updates if one != update_id), update_id)[-KEPT_UPDATES:]
        return self._sealing.seal(msgspec.msgpack.encode(_Body(stored.session, updates)), row, "body")

    def number(self, row: bytes, column: str, number: int) -> bytes:
        """A chat's or a message's id."""
        return self._sealing.seal(msgspec.msgpack.encode(number), row, column)

    def open_body(self, row: bytes, revision: int, body: bytes, working: bytes | None, *, unsent: bool) -> Stored:
        """What was stored.

        Raises:
            UnsealableError: if it can't be opened, or is not what we write.
        """
        try:
            opened = _read_body.decode(self._sealing.open(body, row, "body"))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UnsealableError("this is not a session of ours") from error
        place = self.open_number(row, "working", working) if working else 0
        return Stored(opened.session, revision, opened.updates, place, unsent)

    def open_chat(self, found: Iterable[Sequence[Any]]) -> tuple[Stored | None, list[bytes]]:
        """What is held, from a chat's rows (key, revision, body, working, owed), newest key first.

        A row that can't be opened is nothing to us: the keys of those before it stand beside it.
        """
        broken: list[bytes] = []
        for key, revision, body, working, owed in found:
            try:
                return self.open_body(key, revision, body, working, unsent=bool(owed)), broken
            except UnsealableError:
                _log.warning("event=row_unsealable")
                broken.append(key)
        return None, broken

    def open_number(self, row: bytes, column: str, sealed: bytes) -> int:
        """The id.

        Raises:
            UnsealableError: if it can't be opened.
        """
        try:
            return _read_number.decode(self._sealing.open(sealed, row, column))
        except msgspec.DecodeError as error:
            raise UnsealableError("this is not a number of ours") from error

    def due_chat(self, row: bytes, chat: int, stored: Stored) -> bytes | None:
        """The chat's id, while a follow-up is planned."""
        return None if stored.session.due is None else self.number(row, "due_chat", chat)

    def open_due(self, found: Iterable[Sequence[Any]]) -> list[int]:
        """The chats of rows (key, due, due_chat), longest due first."""
        chats = []
        for key, _, chat in sorted(found, key=lambda row: row[1]):
            try:
                chats.append(self.open_number(key, "due_chat", chat))
            except UnsealableError:
                _log.warning("event=row_unsealable")
        return chats

    def open_owed(self, found: Iterable[Sequence[Any]]) -> list[Owed]:
        """The chats of rows (key, revision, body, working, owed, touched), longest untouched first."""
        waiting = []
        for key, revision, body, working, owed, touched in sorted(found, key=lambda row: row[5]):
            try:
                stored = self.open_body(key, revision, body, working, unsent=True)
                waiting.append(Owed(self.open_number(key, "owed", owed), stored, touched))
            except UnsealableError:
                _log.warning("event=row_unsealable")
        return waiting
