"""A Telegram that fails every fifth call: 429, 500, lost connections and answers that never come."""

import asyncio
import random

from bot.sandbox import Fault, LocalBotApi
from bot.sandbox.faults import Kind
from flows.engine import Engine
from tests.chaos.crowd import Crowd
from tests.chaos.inside import inside
from tests.chaos.rows import Row, at
from tests.chaos.scripts import scripts

#: Kind, whether it is carried out all the same, and how likely; together a fifth.
FAULTS: tuple[tuple[Kind, bool, float], ...] = (
    ("too_many", False, 0.05),
    ("server_error", False, 0.04),
    ("server_error", True, 0.02),
    ("reset", False, 0.04),
    ("reset", True, 0.02),
    ("timeout", True, 0.03),
)


async def failing(engine: Engine, people: int = 200, *, think: tuple[float, float] = (8.0, 16.0)) -> Row:
    """One trial: each person plays one talk."""
    async with inside(engine) as (app, api):
        crowd = Crowd(api, app.store, scripts(engine, random.Random(5), []), think)
        _spoil(api)
        await asyncio.gather(*(crowd.talk(number, once=True) for number in range(people)))
        api.faults.clear()
        retries = sum(
            sample.value
            for metric in app.service.metrics.retries.collect()
            for sample in metric.samples
            if sample.name.endswith("_total")
        )
    notes = crowd.notes
    wrong = ", ".join(sorted(set(notes.wrong))) or "none wrong"
    return Row(
        "a Bot API that fails 20 % of calls",
        f"{people} people at once; 429, 500, resets and time-outs, a third of them after the call was carried out",
        f"{notes.talks} talks ended, {wrong}; {retries:.0f} calls made again; "
        f"longest wait {at(1.0, notes.waits):.1f} s (99 %: {at(0.99, notes.waits):.1f} s)",
        not notes.wrong and notes.talks == people,
    )


def _spoil(api: LocalBotApi) -> None:
    for kind, after, share in FAULTS:
        api.faults.add(Fault(kind, times=None, chance=share, after=after, retry_after=1, seconds=3.0))
