"""A hundred thousand broken, huge, hostile and nonsensical updates, through the whole bot but the network."""

import asyncio
import gc
import json
import logging
import random
import time
from array import array
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from telegram import Bot, Update
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import Came, read
from bot.last_resort import read_texts
from bot.sandbox import TOKEN
from bot.service import Service
from bot.storage.sealing import Sealing
from bot.storage.sqlite import SqliteStore
from flows.engine import Engine, load
from flows.inputs import Input
from flows.reply import Reply
from flows.session import Session
from tests.bot.conftest import Unpaced
from tests.chaos.nonsense import Nonsense
from tests.chaos.process import SECRET
from tests.chaos.rows import Row, at

_SLOW = 0.050
_SHARE_FOR_WARMING_UP = 0.2
_GROWTH = 0.10


class Deaf(BaseRequest):
    """Takes every call and answers as Telegram does when all is well; counts who was answered."""

    def __init__(self) -> None:
        self.answered: Counter[int] = Counter()
        self.queries: set[str] = set()
        self._messages = 0

    @property
    def read_timeout(self) -> float | None:
        """None is needed."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  the names and the order are python-telegram-bot's
        request_data: RequestData | None = None,
        read_timeout: Any = None,  # noqa: ARG002
        write_timeout: Any = None,  # noqa: ARG002
        connect_timeout: Any = None,  # noqa: ARG002
        pool_timeout: Any = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Note and agree."""
        name, asked = url.rpartition("/")[2], request_data.parameters if request_data else {}
        if name == "getMe":
            return _ok({"id": 1, "is_bot": True, "first_name": "S", "username": "serocheck_sandbox_bot"})
        chat = int(str(asked.get("chat_id", 0)))
        if not name.startswith(("send", "edit")):
            return _ok(True)
        self.answered[chat] += 1
        self._messages += 1
        kind = "private" if chat > 0 else "group"
        return _ok({"message_id": self._messages, "date": 1, "chat": {"id": chat, "type": kind}, "text": "x"})


class Timed:
    """The engine, with a watch on every step."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.content_version = engine.content_version
        self.seconds = array("d")  # small, for the memory is measured too
        self.slowest: dict[str, float] = {}

    def step(
        self, session: Session | None, given: Input, now: float, language: str = "en"
    ) -> tuple[Session | None, Reply]:
        """A step; the processor's time for it, for others use this machine too."""
        begun = time.thread_time()
        try:
            return self._engine.step(session, given, now, language)
        finally:
            took = time.thread_time() - begun
            self.seconds.append(took)
            kind = type(given).__name__
            self.slowest[kind] = max(self.slowest.get(kind, 0.0), took)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


@dataclass(frozen=True)
class Found:
    """What a run found."""

    crashes: int
    set_aside: int
    unanswered: int
    seconds: "array[float]"
    grown: float


async def fuzzed(engine: Engine, updates: int = 100_000, runs: int = 2, *, measured: bool = True) -> Row:
    """One trial, in so many processes; time and memory are promised only where they are measured."""
    begun = time.monotonic()
    if runs == 1:
        found = [await _run(engine, updates, 1)]
    else:
        with ProcessPoolExecutor(runs) as pool:
            loop = asyncio.get_running_loop()
            jobs = [loop.run_in_executor(pool, _alone, updates // runs, seed) for seed in range(runs)]
            found = await asyncio.gather(*jobs)
    steps = [one for run in found for one in run.seconds]
    slow = sum(one > _SLOW for one in steps)
    crashes, unanswered = sum(one.crashes for one in found), sum(one.unanswered for one in found)
    grown = max(one.grown for one in found)
    return Row(
        "fuzzed updates",
        f"{updates:,} updates, {len(steps):,} steps of the engine, {time.monotonic() - begun:.0f} s",
        f"{crashes} crashes, {sum(one.set_aside for one in found):,} set aside, {unanswered} private chats "
        f"unanswered; engine: median {at(0.5, steps) * 1000:.2f} ms, 99.9 % {at(0.999, steps) * 1000:.1f} ms, longest "
        f"{max(steps) * 1000:.1f} ms, {slow} over 50 ms; memory {grown:+.1%} after the first fifth",
        not (crashes or unanswered or (measured and (slow or grown > _GROWTH))),
    )


def _alone(updates: int, seed: int) -> Found:
    engine = load()
    gc.freeze()  # as `run` does
    return asyncio.run(_run(engine, updates, seed))


async def _run(engine: Engine, updates: int, seed: int) -> Found:
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    with TemporaryDirectory(prefix="serocheck-chaos-") as folder:
        store = SqliteStore(Path(folder) / "bot.db", Sealing([SECRET]))
        await store.open()
        ears, timed = Deaf(), Timed(engine)
        bot = Bot(TOKEN, request=ears, get_updates_request=Deaf())
        await bot.initialize()
        service = Service(timed, store)
        channel = Telegram(bot, service, read_texts())
        channel.asking.pace = Unpaced()
        nonsense, crashes, unanswered, warm = Nonsense(random.Random(seed)), 0, 0, 0
        for number in range(1, updates + 1):
            raw = nonsense.update(number)
            chat = _owed(raw, bot)
            before = ears.answered[chat]
            try:
                await channel.take(raw)
                while channel._sending.busy(chat):  # noqa: ASYNC110  there is nothing else to wait for
                    await asyncio.sleep(0)
            except Exception:  # noqa: BLE001  that is what is counted
                crashes += 1
            unanswered += bool(chat) and ears.answered[chat] == before
            if number == int(updates * _SHARE_FOR_WARMING_UP):
                warm = _memory()
        grown = _memory() / warm - 1
        await channel.finish(1)
        await store.close()
    samples = [one for metric in service.metrics.set_aside.collect() for one in metric.samples]
    set_aside = int(sum(one.value for one in samples if one.name.endswith("_total")))
    return Found(crashes, set_aside, unanswered, timed.seconds, grown)


def _owed(raw: dict[str, Any], bot: Bot) -> int:
    """The private chat that has to be answered, 0 if there is none."""
    try:
        came = read(Update.de_json(raw, bot), "serocheck_sandbox_bot")
    except Exception:  # noqa: BLE001  then the channel can't read it either, and answers if it finds a chat
        return 0
    return came.chat if isinstance(came, Came) else 0


def _memory() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


def _ok(result: object) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()
