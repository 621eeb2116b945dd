"""A thousand check-ins wait to go out at Telegram's speed limit, and people tap that there is danger."""

import asyncio
import random
import time

from bot.sandbox import Person, Rates
from flows.engine import Engine
from flows.inputs import SOS
from flows.reply import Button, Message
from tests.chaos.inside import inside
from tests.chaos.rows import Row, at

CHECK_IN = Message("How are you now?", ((Button("🆘", SOS.data),),), fresh=True)


async def flooded(engine: Engine, backlog: int = 1000, taps: int = 150, seconds: float = 25.0) -> Row:
    """One trial: the taps fall into the time in which the backlog goes out."""
    async with inside(engine) as (app, api):
        people = [api.person(f"P{number}") for number in range(taps)]
        for person in people:
            await person.start()
            await person.wait_reply(60)
        await asyncio.sleep(1.5)
        api.faults.rates = Rates()
        for number in range(backlog):
            quiet = api.person(f"Q{number}")
            quiet.chat.started = True
            app.channel._sending.add(quiet.chat.id, (CHECK_IN,), unasked=True)
        begun = time.monotonic()
        chance = random.Random(8)
        waits = await asyncio.gather(*(_tap(person, chance.uniform(0.5, seconds)) for person in people))
        left = app.channel.asking.pace.waiting
        while app.channel.asking.pace.waiting:  # noqa: ASYNC110  the queue has no bell
            await asyncio.sleep(0.1)
        drained = time.monotonic() - begun
        refused = sum(call.refusal.code == 429 for call in api.refusals if call.refusal)
    return Row(
        "emergency behind a crowd",
        f"30/s and 1/s a chat, {backlog} check-ins waiting, {left} of them still after {taps} danger taps",
        f"tap to emergency card: median {at(0.5, waits) * 1000:.0f} ms, 99 % {at(0.99, waits) * 1000:.0f} ms, "
        f"longest {max(waits) * 1000:.0f} ms; all out after {drained:.0f} s; {refused} calls refused with 429",
        at(0.99, waits) < 1.0,
    )


async def _tap(person: Person, after: float) -> float:
    await asyncio.sleep(after)
    before = len(person.screen().messages)
    begun = time.monotonic()
    await person.press("danger:yes")
    await person.wait_until(lambda now: any("Call for help now" in one.text for one in now.messages[before:]), 60)
    return time.monotonic() - begun
