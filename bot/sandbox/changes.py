"""What has changed in the sandbox: told to open pages, and to whoever waits for one particular thing."""

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

Found = TypeVar("Found")


class Bell:
    """Rung at every change of one thing; people wait at it until they see what they wait for."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Let everybody who waits look again."""
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    async def until(self, look: Callable[[], Found | None], seconds: float | None) -> Found:
        """Wait until `look` finds something; TimeoutError when it does not in time."""
        async with asyncio.timeout(seconds):
            while (found := look()) is None:
                await self._rung.wait()
        return found


class Change(NamedTuple):
    """One thing that happened: what kind, in which chat (if any), and the details."""

    kind: str
    chat_id: int | None
    detail: dict[str, Any]


class Changes:
    """A stream of changes that any number of open pages can follow."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Change | None]] = set()

    def publish(self, kind: str, chat_id: int | None = None, **detail: object) -> None:
        """Tell every watcher."""
        for watcher in self._watchers:
            watcher.put_nowait(Change(kind, chat_id, detail))

    def watch(self) -> asyncio.Queue[Change | None]:
        """A queue that gets every change from now on; None at the end."""
        watcher: asyncio.Queue[Change | None] = asyncio.Queue()
        self._watchers.add(watcher)
        return watcher

    def leave(self, watcher: asyncio.Queue[Change | None]) -> None:
        """Stop following."""
        self._watchers.discard(watcher)

    def close(self) -> None:
        """Send every watcher home."""
        for watcher in self._watchers:
            watcher.put_nowait(None)
