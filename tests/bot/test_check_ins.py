"""A day of check-ins on a clock we turn: two replicas, restarts, and people who stop, delete, block or fall silent."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from bot.followups import FollowUps
from bot.last_resort import LastResort
from bot.received import Received
from bot.sandbox import LocalBotApi
from bot.service import Service
from bot.steps import Steps
from bot.storage import Stored, StoreDownError
from bot.storage.opening import AnyStore, store_at
from bot.storage.sealing import Sealing
from flows.engine import Engine
from flows.inputs import Choose, Command, Input, Say
from flows.session import FollowUp, Session
from tests.bot.conftest import SECRET, Running
from tests.bot.talks import says, shows
from tests.flows.player import Player

BEGUN = 1_800_000_000.0
HOUR, MINUTE = 3600.0, 60.0
PEOPLE = 200
TICK = 60.0
SOON = 3 * TICK  # after a crash another bot delivers what was saved
DOWN = (BEGUN + 7.5 * HOUR, BEGUN + 8.5 * HOUR)  # no bot runs
LEAVE = ("stops", "deletes", "blocks", "says stop")
WAYS = ("answers", "silent", *LEAVE)
MILD = {
    "substances": [{"name": "kratom"}, {"name": "sertraline"}],
    "findings": {"restlessness": "yes", "sweating": "yes"},
}
ASKED, SILENCE, LATE = "How do you feel now?", "No one has answered me", "I was away"


class Clock:
    """Seconds that pass when we say so."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> float:
        return self.now


class Out(NamedTuple):
    """A message that went out."""

    at: float
    chat: int
    text: str


class World:
    """Telegram's side: what went out, and who can't be written to any more."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.out: list[Out] = []
        self.blocked: set[int] = set()
        self.crashes: random.Random | None = None
        self.crashed = 0
        self.numbers = iter(range(1_000, 10_000_000))

    def texts(self, chat: int, words: str) -> list[float]:
        return [one.at for one in self.out if one.chat == chat and words in one.text]


class Replica:
    """One bot: its own connection, its own memory; only the store and the world are shared."""

    def __init__(self, address: str, engine: Engine, world: World) -> None:
        self.store = store_at(address, Sealing((SECRET,)))
        self.world = world
        self.service = Service(engine, self.store, clock=world.clock)
        self.follow_ups = FollowUps(self.service.claim_due, self.follow_up, at_once=50)

    async def give(self, chat: int, given: Input) -> None:
        await self._deliver(chat, await self.service.receive(chat, next(self.world.numbers), given))

    async def follow_up(self, chat: int) -> None:
        if received := await self.service.follow_up(chat):
            if self.world.crashes and self.world.crashes.random() < 0.02:
                self.world.crashed += 1
                return  # killed between saving and sending
            await self._deliver(chat, received)

    async def look(self) -> None:
        """What is due now, and what another replica left unsent."""
        while await self.follow_ups.look():
            await self.follow_ups.settled()
        await self.follow_ups.settled()
        for owed in await self.service.owed(60.0, []):
            await self._deliver(owed.chat, owed.received)

    async def _deliver(self, chat: int, received: Received) -> None:
        if chat in self.world.blocked:
            await self.service.forget(chat)
            return
        for message in received.reply.messages:
            self.world.out.append(Out(self.world.clock.now, chat, message.text))
        await self.service.sent(chat, received.revision, received.working)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock)


@pytest.fixture
async def replica(address: str, engine: Engine, world: World) -> AsyncIterator[Callable[[], Awaitable[Replica]]]:
    """Starts a bot at the shared store."""
    started: list[Replica] = []

    async def start() -> Replica:
        one = Replica(address, engine, world)
        await one.store.open()
        started.append(one)
        return one

    yield start
    for one in started:
        await one.store.close()


Start = Callable[[], Awaitable[Replica]]


@pytest.fixture(scope="module")
def mild(engine: Engine) -> Session:
    """Somebody who was told mild and asked to be checked on at BEGUN."""
    player = Player(engine)
    player.now = BEGUN - 100
    assert player.play(MILD) == "mild"
    player.now = BEGUN - 1
    player.tap("check:begin")
    assert player.session
    assert player.session.planned[0].at == BEGUN + 30 * MINUTE
    return player.session


def shifted(session: Session, seconds: float) -> Session:
    """The same, some seconds later."""
    assert session.watch
    return replace(
        session,
        at=session.at + seconds,
        watch=replace(session.watch, since=session.watch.since + seconds),
        planned=tuple(FollowUp(one.kind, one.at + seconds) for one in session.planned),
    )


async def hold(store: AnyStore, chat: int, session: Session) -> None:
    assert await store.save(chat, Stored(session), 0, chat, BEGUN, unsent=False)


def button(session: Session, option: str) -> Choose:
    return Choose(session.talk, "do", "check", option)


@pytest.mark.slow
async def test_a_day_of_two_hundred_chats(replica: Start, world: World, clock: Clock, mild: Session) -> None:
    """Every check-in once, in order and in time, but for the hour when no bot ran; nothing after stop and delete."""
    chance = random.Random(6)
    bots = [await replica(), await replica()]
    begun = {chat: shifted(mild, chance.uniform(0, HOUR)) for chat in range(1, PEOPLE + 1)}
    for chat, session in begun.items():
        await hold(bots[0].store, chat, session)
    ways = {chat: chance.choice(WAYS) for chat in begun}
    leaving = {chat: BEGUN + HOUR + chance.uniform(0, 8 * HOUR) for chat in begun if ways[chat] in LEAVE}
    gone: dict[int, float] = {}
    world.crashes = random.Random(7)
    while clock.now < BEGUN + 26 * HOUR:
        clock.now += TICK
        if DOWN[0] <= clock.now < DOWN[1]:
            continue
        if chance.random() < 0.02:  # one of them is killed and starts again, with nothing in memory
            which = chance.randrange(2)
            await bots[which].store.close()
            bots[which] = await replica()
        before = len(world.out)
        await asyncio.gather(*(bot.look() for bot in bots))
        for out in world.out[before:]:
            if ways[out.chat] == "answers" and ASKED in out.text:
                await chance.choice(bots).give(out.chat, button(mild, chance.choice(("better", "same"))))
        for chat in [one for one, at in leaving.items() if at <= clock.now and one not in gone]:
            gone[chat] = clock.now
            await leave(chance.choice(bots), chat, ways[chat], mild)
    for chat, session in begun.items():
        left = gone.get(chat, clock.now)
        check(world, chat, ways[chat], [one.at for one in session.planned if one.at <= left], left)
    while clock.now < BEGUN + 51 * HOUR:
        clock.now += 10 * TICK
        await asyncio.gather(*(bot.look() for bot in bots))
    looks_back = {chat: len(world.texts(chat, "A look back")) for chat in begun}
    assert looks_back == {chat: int(ways[chat] == "answers") for chat in begun}, "day 2: once, to who answers"
    assert not [out for out in world.out if out.at > gone.get(out.chat, clock.now)], "something after they left"
    assert world.crashed > 5


def check(world: World, chat: int, way: str, planned: list[float], left: float) -> None:
    """What went out to one chat is what was planned for it; who leaves just after a crash may miss the last."""
    asked = world.texts(chat, ASKED)
    wanted = [DOWN[1] if DOWN[0] - TICK < at < DOWN[1] else at for at in planned]
    surely = [at for at in wanted if at <= left - SOON]
    assert len(surely) <= len(asked) <= len(wanted), (chat, way, asked, planned)
    assert all(0 <= at - when <= SOON for at, when in zip(asked, wanted, strict=False)), (chat, way)
    late = [at for at, when, plan in zip(asked, wanted, planned, strict=False) if when - plan >= 2 * MINUTE]
    assert world.texts(chat, LATE) == late, (chat, way)
    silences = world.texts(chat, SILENCE)
    if way == "answers":
        assert not silences
    elif way == "silent":
        assert silences == pytest.approx([asked[0] + 10 * MINUTE], abs=SOON)


async def leave(bot: Replica, chat: int, way: str, session: Session) -> None:
    match way:
        case "stops":
            await bot.give(chat, button(session, "stop"))
        case "says stop":
            await bot.give(chat, Command("stop"))
        case "deletes":
            await bot.give(chat, Command("delete"))
            await bot.give(chat, Choose(session.talk, "do", "talk", "delete_yes"))
        case "blocks":
            bot.world.blocked.add(chat)
            await bot.service.forget(chat)


async def test_each_chat_that_is_due_is_claimed_by_one_bot(replica: Start, clock: Clock, mild: Session) -> None:
    bots = [await replica(), await replica()]
    for chat in range(1, 31):
        await hold(bots[0].store, chat, mild)
    clock.now = BEGUN + HOUR
    claimed = await asyncio.gather(*(bot.service.claim_due(4) for bot in bots * 6))
    chats = [chat for some in claimed for chat in some]
    assert sorted(chats) == list(range(1, 31))
    clock.now += 29
    assert await bots[0].service.claim_due(50) == [], "they are in somebody's hands"
    clock.now += 2
    assert len(await bots[1].service.claim_due(50)) == 30, "who had them is gone: they are claimed anew"


async def test_two_bots_that_hold_the_same_chat_ask_once(
    replica: Start, world: World, clock: Clock, mild: Session
) -> None:
    one, two = await replica(), await replica()
    await hold(one.store, 1, mild)
    clock.now = BEGUN + 30 * MINUTE
    await asyncio.gather(one.follow_up(1), two.follow_up(1), one.follow_up(1))
    assert len(world.texts(1, ASKED)) == 1


async def test_the_longest_due_come_first(replica: Start, clock: Clock, mild: Session) -> None:
    bot = await replica()
    for chat in (3, 1, 2):
        await hold(bot.store, chat, shifted(mild, chat * 60.0))
    clock.now = BEGUN + 40 * MINUTE
    assert await bot.service.claim_due(2) == [1, 2]
    assert await bot.service.claim_due(2) == [3]


@pytest.mark.parametrize("option", ["worse", "need_help"])
async def test_worse_begins_the_checks_of_an_emergency(
    replica: Start, world: World, clock: Clock, mild: Session, option: str
) -> None:
    bot = await replica()
    await hold(bot.store, 1, mild)
    clock.now = BEGUN + 30 * MINUTE
    await bot.look()
    await bot.give(1, button(mild, option))
    assert "Call for help now" in world.out[-2].text + world.out[-1].text
    clock.now += 3 * MINUTE
    await bot.look()
    assert "Did you call" in world.out[-1].text


async def test_what_is_planned_keeps_the_talk_until_a_day_after_the_last_check(
    replica: Start, clock: Clock, mild: Session
) -> None:
    bot = await replica()
    last = replace(mild, planned=tuple(one for one in mild.planned if one.kind == "check_in")[-1:])
    await hold(bot.store, 1, last)
    await hold(bot.store, 2, replace(mild, watch=None, planned=()))
    clock.now = last.planned[0].at + 1 * MINUTE  # 24 hours and a minute
    await bot.service.tidy()
    assert await bot.store.load(2) is None
    await bot.look()
    clock.now += 20 * MINUTE
    await bot.look()
    assert await bot.store.load(1)
    clock.now += 23 * HOUR
    await bot.service.tidy()
    assert await bot.store.load(1)
    clock.now += 2 * HOUR
    await bot.service.tidy()
    assert await bot.store.load(1) is None


async def test_a_check_that_nobody_ever_took_keeps_nothing(replica: Start, clock: Clock, mild: Session) -> None:
    bot = await replica()
    await hold(bot.store, 1, mild)
    clock.now = BEGUN + 30 * MINUTE + 25 * HOUR
    await bot.service.tidy()
    assert await bot.store.load(1) is None


async def test_a_chat_that_is_deleted_while_it_is_asked_gets_nothing(
    replica: Start, world: World, clock: Clock, mild: Session
) -> None:
    one, two = await replica(), await replica()
    await hold(one.store, 1, mild)
    clock.now = BEGUN + HOUR
    assert await one.service.claim_due(5) == [1]
    await two.service.forget(1)
    await one.follow_up(1)
    assert world.out == []


async def test_what_the_code_stumbles_over_is_answered_once_with_the_numbers(
    replica: Start, world: World, clock: Clock, mild: Session
) -> None:
    bot = await replica()
    bot.service._steps = Steps(LastResort(), LastResort(), bot.service.metrics)
    await hold(bot.store, 1, mild)
    clock.now = BEGUN + HOUR + 1
    await bot.look()
    await bot.look()
    [out] = world.out
    assert "112" in out.text
    stored = await bot.store.load(1)
    assert stored
    assert stored.session.due == BEGUN + 2 * HOUR


async def test_stop_said_while_the_store_was_away_is_kept(
    replica: Start, world: World, clock: Clock, mild: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = await replica()
    await hold(bot.store, 1, mild)
    clock.now += 60
    save = bot.store.save

    async def away(*_args: object, **_kinds: object) -> bool:
        raise StoreDownError("away")

    monkeypatch.setattr(bot.store, "save", away)
    await bot.give(1, button(mild, "stop"))
    monkeypatch.setattr(bot.store, "save", save)
    clock.now = BEGUN + HOUR
    await bot.look()
    assert not world.texts(1, ASKED)
    stored = await bot.store.load(1)
    assert stored
    assert stored.session.planned == ()


async def test_the_end_of_a_count_is_said_once_by_whichever_bot_is_there(
    replica: Start, world: World, clock: Clock, mild: Session
) -> None:
    one, two = await replica(), await replica()
    await one.give(1, Choose(0, "do", "count", "breathing"))
    await hold(one.store, 2, replace(mild, watch=None, planned=()))
    await two.give(2, Choose(0, "do", "count", "pulse"))
    await one.store.close()
    one = await replica()  # it was killed, and nothing is in its memory
    clock.now += 31
    await asyncio.gather(one.look(), two.look())
    clock.now += 30
    await asyncio.gather(one.look(), two.look())
    await asyncio.gather(one.look(), two.look())
    assert [(out.at - BEGUN, out.chat) for out in world.out if "How many" in out.text] == [(31, 2), (61, 1)]
    await two.give(1, Say("8"))
    assert any("Call for help now" in out.text for out in world.out)


async def test_the_end_of_a_count_that_nobody_could_say_in_time_is_no_good(
    replica: Start, world: World, clock: Clock
) -> None:
    bot = await replica()
    await bot.give(1, Choose(0, "do", "count", "breathing"))
    clock.now += 75
    await bot.look()
    assert "I am late" in world.out[-1].text


async def test_the_real_bot_asks_and_is_answered(
    running: Running, api: LocalBotApi, engine: Engine, mild: Session
) -> None:
    person = api.person("Ann")
    async with running(engine=engine) as app:
        await person.start()
        await person.wait_until(shows("danger:no"), 10)
        now = time.time()
        since = replace(shifted(mild, now - BEGUN - 31 * MINUTE), at=now)
        assert await app.store.save(person.chat.id, Stored(since), 0, 1, now, unsent=False)
        await person.wait_until(says(ASKED), 10)
        await person.press("check:better")
        await person.wait_until(says("I ask again in 29 minutes"), 10)
        await person.press("check:stop")
        await person.wait_until(says("I will not ask again"), 10)
        stored = await app.store.load(person.chat.id)
        assert stored
        assert stored.session.due is None
    refused = [call.refusal for call in api.refusals]
    assert not refused
