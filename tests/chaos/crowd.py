"""A crowd of people: each plays one talk after the other, taps once, waits, and notes what went wrong."""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.sandbox import LocalBotApi, Person
from bot.sandbox.screen import Screen
from bot.storage import Store, Stored, StoreDownError
from tests.chaos.scripts import Face, Script, Step, face_of, undated

_GIVES_UP = 90.0  # seconds in which the bot was up
_PATIENCE = 5.0
_TRIES = 10


@dataclass
class Notes:
    """What a crowd has seen.

    Attributes:
        talks: played to their end.
        wrong: what was not as it has to be, a sentence each.
        waits: seconds from a tap, or from the moment the bot was back, to the reply.
        up_since: when the bot was last ready.
    """

    talks: int = 0
    wrong: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    chats: list[int] = field(default_factory=list)
    up_since: float = 0.0
    over: bool = False


class Crowd:
    """People at one local Bot API; `think` is how long they look at a screen, at least and at most."""

    def __init__(self, api: LocalBotApi, store: Store, scripts: Iterator[Script], think: tuple[float, float]) -> None:
        self.notes = Notes()
        self._api = api
        self._store = store
        self._scripts = scripts
        self._think = think

    async def talk(self, seed: int, *, once: bool = False) -> None:
        """Play talks until told that it is over, or only one; the last one is finished."""
        chance = random.Random(seed)
        await asyncio.sleep(chance.uniform(0, self._think[1]))
        while True:
            await self._play(self._api.person(f"P{seed}"), next(self._scripts), chance)
            if once or self.notes.over:
                return

    async def _play(self, person: Person, script: Script, chance: random.Random) -> None:
        self.notes.chats.append(person.chat.id)
        await person.start()
        if not await self._sees(person, script.first, below=0):
            return
        for step in script.steps:
            await asyncio.sleep(chance.uniform(*self._think) * (0.3 if self.notes.over else 1))
            if not await self._do(person, step):
                return
        if not await self._until(person, lambda now: any(script.headline in one.text for one in now.messages)):
            self.notes.wrong.append("the outcome was not told")
        await self._check(person.chat.id, script)
        self.notes.talks += 1

    async def _do(self, person: Person, step: Step) -> bool:
        if step.words:
            said = await person.send(step.words)
            return await self._sees(person, step.face, below=said.id)
        try:
            await person.press(step.tap)
        except LookupError:
            self.notes.wrong.append(f"the button {step.tap} was gone")
            return False
        return await self._sees(person, step.face, below=0)

    async def _sees(self, person: Person, face: Face, below: int) -> bool:
        def look(now: Screen) -> bool:
            shown = [one for one in now.messages if one.by_bot and one.id > below and one.buttons]
            return bool(shown) and face_of([one.data or "" for row in shown[-1].buttons for one in row]) == face

        return await self._until(person, look)

    async def _until(self, person: Person, look: Callable[[Screen], bool]) -> bool:
        begun = time.monotonic()
        while True:
            try:
                await person.wait_until(look, _PATIENCE)
                break
            except TimeoutError:
                if time.monotonic() - max(begun, self.notes.up_since) > _GIVES_UP:
                    self.notes.wrong.append("no answer")
                    return False
        self.notes.waits.append(time.monotonic() - max(begun, self.notes.up_since))
        return True

    async def _held(self, chat: int) -> Stored | None:
        """What the store holds; a database under a crowd may be slow to say."""
        for _ in range(_TRIES):
            with contextlib.suppress(StoreDownError):
                return await self._store.load(chat)
            await asyncio.sleep(1)
        return await self._store.load(chat)

    async def _check(self, chat: int, script: Script) -> None:
        """What is held has to be what was answered, each answer once."""
        stored = await self._held(chat)
        if stored is None or undated(stored.session.answers) != script.answers:
            self.notes.wrong.append("an answer was lost or counted twice")
        elif stored.session.told != script.told:
            self.notes.wrong.append("the outcome is another one")
