"""Scripts of whole talks: what to tap and type, what is to be seen after it, and how it has to end."""

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from bot.channels.telegram.drawing import plain
from flows.engine import Engine
from flows.inputs import Choose, Input, Say, Start
from flows.reply import Message
from flows.session import Answer, Session

_LONGEST = 10
_CALM = ("no", "none", "next")  # a tap that brings a talk on
Face = tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One thing a person does: a tap on a button (`node:option`), or typed words; then the buttons change to a face."""

    tap: str
    words: str
    face: Face


@dataclass(frozen=True)
class Script:
    """A talk: its steps after /start, and what has to be held and told at its end."""

    first: Face
    steps: tuple[Step, ...]
    answers: tuple[Answer, ...]
    told: str
    headline: str


def scripts(engine: Engine, chance: random.Random, marks: list[str]) -> Iterator[Script]:
    """Random talks that end with an outcome, without end; every mark in them is a word nobody may find later."""
    while True:
        script = _walk(engine, chance, marks)
        if script:
            yield script


def face_of(data: list[str]) -> Face:
    """Buttons by what they mean, whichever talk they belong to."""
    choices = [Choose.read(one) for one in data]
    return tuple(f"{one.act}:{one.node}:{one.option}" for one in choices if one)


def undated(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers without the times at which something was named: the crowd's clock is another one."""
    return tuple(replace(one, taken=tuple(replace(said, at=0) for said in one.taken)) for one in answers)


def _walk(engine: Engine, chance: random.Random, marks: list[str]) -> Script | None:
    session, screen, _ = _give(engine, None, Start())
    first, headline, marked = _face(screen), "", False
    steps: list[Step] = []
    while len(steps) < _LONGEST:
        before = _face(screen)
        if "do:substances:next" in before and not marked and chance.random() < 0.5:
            mark = "zzq" + "".join(chance.choices(string.ascii_lowercase, k=9))
            given: Input = Say(mark)
            step = "", mark
            marks.append(mark)
            marked = True
        else:
            choice = _choice(screen, chance)
            given, step = choice, (f"{choice.node}:{choice.option}", "")
        session, new, told = _give(engine, session, given)
        if new is None or (step[0] and _face(new) == before):
            return None
        screen = new
        steps.append(Step(*step, _face(screen)))
        if told:
            headline = plain(told).split("\n")[0]
        if session and session.told:
            return Script(first, tuple(steps), undated(session.answers), session.told, headline)
    return None


def _choice(screen: Message | None, chance: random.Random) -> Choose:
    read = [Choose.read(one.data) for row in (screen.rows if screen else ()) for one in row if one.data]
    choices = [one for one in read if one and one.node != "talk" and one.act != "off"]
    calm = [one for one in choices if one.option.startswith(_CALM)]
    return chance.choice(calm if calm and chance.random() < 0.7 else choices)


def _give(
    engine: Engine, session: Session | None, given: Input
) -> tuple[Session | None, Message | None, Message | None]:
    session, reply = engine.step(session, given, 1_800_000_000.0)
    screens = [one for one in reply.messages if not one.stays]
    told = [one for one in reply.messages if one.stays]
    return session, screens[-1] if screens else None, told[-1] if told else None


def _face(screen: Message | None) -> Face:
    return face_of([one.data for row in (screen.rows if screen else ()) for one in row if one.data])
