"""Seals what is stored: the database file alone tells no chat, no word and no outcome."""

import hmac
import os
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NAME = 4  # bytes that say which key sealed
_NONCE = 12


class UnsealableError(Exception):
    """None of our keys opens this, or somebody changed it."""


class _Key(NamedTuple):
    name: bytes
    cipher: AESGCM
    rows: bytes


class Sealing:
    """Seals with the first secret, opens with all: put a new secret in front to rotate."""

    def __init__(self, secrets: Sequence[str]) -> None:
        if not secrets:
            raise ValueError("sealing needs a secret")
        self._keys = [_key(secret) for secret in secrets]

    def rows(self, chat: int) -> list[bytes]:
        """The names of a chat's row, newest key first; without the secret they lead to no chat."""
        return [hmac.digest(key.rows, str(chat).encode(), sha256) for key in self._keys]

    def seal(self, plain: bytes, row: bytes, column: str) -> bytes:
        """Sealed for one place: moved to another row or column it does not open."""
        key = self._keys[0]
        nonce = os.urandom(_NONCE)
        return key.name + nonce + key.cipher.encrypt(nonce, plain, row + column.encode())

    def open(self, sealed: bytes, row: bytes, column: str) -> bytes:
        """What was sealed for this place.

        Raises:
            UnsealableError: if it can't be.
        """
        name, nonce, rest = sealed[:_NAME], sealed[_NAME : _NAME + _NONCE], sealed[_NAME + _NONCE :]
        for key in self._keys:
            if key.name == name:
                try:
                    return key.cipher.decrypt(nonce, rest, row + column.encode())
                except (InvalidTag, ValueError):
                    break
        raise UnsealableError("no key opens this")


def derived(secret: str, use: str, length: int = 32) -> bytes:
    """A key for one use only, made of the secret."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=f"serocheck {use}".encode()).derive(secret.encode())


def _key(secret: str) -> _Key:
    return _Key(derived(secret, "name", _NAME), AESGCM(derived(secret, "seal")), derived(secret, "rows"))
