"""kill -9 at random moments under a crowd, by polling and by webhook, one bot or two on one database."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.sandbox import LocalBotApi
from bot.storage.opening import AnyStore, store_at
from bot.storage.sealing import Sealing
from flows.engine import Engine
from tests.bot.conftest import free_port
from tests.chaos.balancer import Balancer
from tests.chaos.crowd import Crowd, Notes
from tests.chaos.process import SECRET, BotProcess
from tests.chaos.rows import Row, at
from tests.chaos.scripts import scripts
from tests.chaos.thief import traces

THINK = (6.0, 20.0)  # seconds on a screen: 200 people are then about 15 taps a second, of 25 that Telegram takes
WAIT = 10.0  # seconds, the most that is promised after a restart


async def killed(
    engine: Engine, database: str, *, webhook: bool, people: int = 200, kills: int = 20, bots: int = 1,
    think: tuple[float, float] = THINK, seed: int = 1,
) -> Row:  # fmt: skip
    """One trial; `database` may have {folder} in it."""
    with TemporaryDirectory(prefix="serocheck-chaos-") as name:
        folder = Path(name)
        address = database.format(folder=folder)
        marks: list[str] = []
        store = store_at(address, Sealing([SECRET]))
        await store.open()
        async with LocalBotApi(webhook_retry_seconds=0.2) as api, _bots(api, folder, address, webhook, bots) as running:
            crowd = Crowd(api, store, scripts(engine, random.Random(seed), marks), think)
            for bot in running:
                crowd.notes.up_since = await bot.start()
            talks = [asyncio.create_task(crowd.talk(number)) for number in range(people)]
            await _kill(running, crowd.notes, kills, random.Random(seed))
            crowd.notes.over = True
            await asyncio.gather(*talks)
            for bot in running:
                await bot.stop()
        found = await _leaks(store, address, running, marks, crowd.notes)
        await store.close()
    kind = "PostgreSQL" if address.startswith("postgres") else "SQLite"
    many = f"{bots} bots, " if bots > 1 else ""
    return _row(f"kill −9: {many}{'webhook' if webhook else 'polling'}, {kind}", crowd.notes, people, kills, found)


@contextlib.asynccontextmanager
async def _bots(
    api: LocalBotApi, folder: Path, address: str, webhook: bool, bots: int
) -> AsyncIterator[list[BotProcess]]:
    ports = [free_port() for _ in range(bots)]
    async with Balancer(ports) as balancer:
        url = f"http://127.0.0.1:{balancer.port}" if webhook else ""
        running = [
            BotProcess(folder, TELEGRAM_API_URL=api.url, DATABASE_URL=address, WEBHOOK_URL=url, PORT=str(port))
            for port in ports
        ]
        try:
            yield running
        finally:
            for bot in running:
                await bot.kill()


async def _kill(running: Sequence[BotProcess], notes: Notes, kills: int, chance: random.Random) -> None:
    """Kill and start again; with one bot, who waits is counted from when it is back."""
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(0.2, 2.0))
        bot = chance.choice(running)
        await bot.kill()
        up = await bot.start()
        if len(running) == 1:
            notes.up_since = up


async def _leaks(
    store: AnyStore, address: str, running: Sequence[BotProcess], marks: list[str], notes: Notes
) -> list[str]:
    words = [*marks, *map(str, notes.chats), "SANDBOX"]
    return await asyncio.to_thread(traces, [bot.log for bot in running], words) + await _in_store(store, address, words)


async def _in_store(store: AnyStore, address: str, words: list[str]) -> list[str]:
    if address.startswith("sqlite:"):
        folder = Path(address.removeprefix("sqlite:///")).parent
        return await asyncio.to_thread(traces, list(folder.glob("*.db*")), words)
    await store.run("CHECKPOINT")
    found = await store.run("SELECT pg_read_binary_file(pg_relation_filepath('chats')) AS content")
    logs = await store.run(
        "SELECT pg_read_binary_file('pg_wal/' || name) AS content FROM pg_ls_waldir()"
        " WHERE name ~ '^[0-9A-F]{24}$' ORDER BY modification DESC LIMIT 4"
    )
    content = b"".join(row["content"] for row in (*found, *logs))
    return [word for word in words if word.encode() in content]


def _row(trial: str, notes: Notes, people: int, kills: int, found: list[str]) -> Row:
    worst, usual = at(1.0, notes.waits), at(0.99, notes.waits)
    wrong = ", ".join(f"{notes.wrong.count(one)}× {one}" for one in sorted(set(notes.wrong))) or "none wrong"
    well = not notes.wrong and worst <= WAIT and not found
    leaks = f"{len(found)} traces" if found else "no trace of a word, an id or the token"
    return Row(
        trial,
        f"{people} people at once, {kills} kills, {len(notes.waits)} waits for a reply",
        f"{notes.talks} talks ended, {wrong}; longest wait {worst:.1f} s (99 %: {usual:.1f} s); {leaks}",
        well,
    )
