"""Turns: what concerns one chat happens one after the other, what concerns different chats at the same time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """A lock for each chat, kept only while somebody wants it; first come, first served."""

    def __init__(self) -> None:
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, chat: int) -> AsyncIterator[None]:
        """Wait for this chat's turn, and have it."""
        lock, wanted = self._locks.get(chat, (asyncio.Lock(), 0))
        self._locks[chat] = lock, wanted + 1
        try:
            async with lock:
                yield
        finally:
            lock, wanted = self._locks[chat]
            if wanted > 1:
                self._locks[chat] = lock, wanted - 1
            else:
                del self._locks[chat]
