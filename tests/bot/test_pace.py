"""Whose turn it is: never more than Telegram takes, emergencies first, and a chat that must wait holds up no other."""

import asyncio
import time

from bot.channels.telegram.pace import Level, Pace

FAST = Level.ANSWER


async def _note(pace: Pace, chat: int, level: Level, order: list[tuple[Level, int, float]]) -> None:
    await pace.turn(chat, level)
    order.append((level, chat, time.monotonic()))


async def test_never_more_than_thirty_in_any_second() -> None:
    pace = Pace()
    order: list[tuple[Level, int, float]] = []
    levels = [Level.URGENT if number % 3 else Level.ANSWER for number in range(75)]
    await asyncio.gather(*(_note(pace, number, level, order) for number, level in enumerate(levels, 1)))
    times = [at for _, _, at in order]
    assert max(sum(at <= other < at + 1 for other in times) for at in times) <= 30


async def test_an_emergency_passes_everything_that_waits() -> None:
    pace = Pace()
    order: list[tuple[Level, int, float]] = []
    waiting = [asyncio.create_task(_note(pace, number, Level.UNASKED, order)) for number in range(1, 200)]
    waiting += [asyncio.create_task(_note(pace, 1000 + number, Level.ANSWER, order)) for number in range(100)]
    await asyncio.sleep(0.3)
    begun = time.monotonic()
    await pace.turn(7000, Level.URGENT)
    assert time.monotonic() - begun < 0.1
    begun = time.monotonic()
    await pace.turn(7001, Level.URGENT)
    assert time.monotonic() - begun < 0.1
    for task in waiting:
        task.cancel()


async def test_answers_pass_what_nobody_asked_for() -> None:
    pace = Pace()
    order: list[tuple[Level, int, float]] = []
    unasked = [asyncio.create_task(_note(pace, number, Level.UNASKED, order)) for number in range(1, 200)]
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await asyncio.gather(*(pace.turn(1000 + number, FAST) for number in range(5)))
    assert time.monotonic() - begun < 0.3
    for task in unasked:
        task.cancel()


async def test_a_chat_gets_a_burst_and_then_one_a_second_and_holds_up_nobody() -> None:
    pace = Pace()
    begun = time.monotonic()
    for _ in range(10):
        await pace.turn(1, FAST)
    assert time.monotonic() - begun < 0.1
    next_one = asyncio.create_task(pace.turn(1, FAST))
    await pace.turn(2, FAST)
    assert time.monotonic() - begun < 0.2
    await next_one
    assert 0.9 < time.monotonic() - begun < 1.5


async def test_a_refusal_holds_its_own_chat_only() -> None:
    pace = Pace()
    await pace.turn(1, FAST)
    pace.refused(1, 0.4)
    begun = time.monotonic()
    await pace.turn(2, FAST)
    assert time.monotonic() - begun < 0.1
    await pace.turn(1, Level.URGENT)
    assert 0.35 < time.monotonic() - begun < 0.8


async def test_refusals_of_many_quiet_chats_hold_all_but_emergencies() -> None:
    pace = Pace()
    for chat in (1, 2, 3):
        await pace.turn(chat, FAST)
        pace.refused(chat, 0.4)
    begun = time.monotonic()
    await pace.turn(9, Level.URGENT)
    assert time.monotonic() - begun < 0.1
    await pace.turn(10, FAST)
    assert 0.3 < time.monotonic() - begun < 0.9
    assert pace._rate < 20


async def test_who_gives_up_waiting_leaves_no_trace() -> None:
    pace = Pace()
    pace.refused(1, 5.0)
    task = asyncio.create_task(pace.turn(1, FAST))
    await asyncio.sleep(0.01)
    assert pace.waiting == 1
    task.cancel()
    await pace.turn(2, FAST)
    await asyncio.sleep(0)
