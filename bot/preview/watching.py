"""Watches YAML files by looking at their times and sizes once a second."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from pathlib import Path

Times = dict[Path, tuple[int, int]]


def times(folders: Iterable[Path]) -> Times:
    """When each YAML file below the folders was changed, and its size."""
    found: Times = {}
    for folder in folders:
        for path in folder.rglob("*.yaml"):
            with suppress(OSError):  # an editor may just be replacing it
                about = path.stat()
                found[path] = about.st_mtime_ns, about.st_size
    return found


async def watch(folders: Iterable[Path], changed: Callable[[], Awaitable[None]], every: float = 1.0) -> None:
    """Call `changed` after every change, until cancelled."""
    folders = tuple(folders)
    before = times(folders)
    while True:
        await asyncio.sleep(every)
        now = await asyncio.to_thread(times, folders)
        if now != before:
            before = now
            await changed()
