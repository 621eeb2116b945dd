"""Notes what is done in one chat while the talk goes on, so that it can be kept as a conversation."""

import re

from flows.conversations import Conversation, Step
from flows.engine import Engine
from flows.inputs import Choose, Command, Input, Say, Start, Unreadable
from flows.machine import DONE
from flows.replaying import Sight
from flows.reply import Message, Reply, unmarked
from flows.session import Session

_BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)


class Recording:
    """One chat, as far back as its present talk began.

    Attributes:
        session: the talk as it is now; None before it began and after it was deleted.
        steps: what the person did since.
    """

    def __init__(self) -> None:
        self.session: Session | None = None
        self.steps: list[Step] = []
        self._sight = Sight()

    def note(self, given: Input, after: Session | None, reply: Reply) -> None:
        """Something came in, this was the session after it, and this went out."""
        before = self.session
        self.session = after
        if after is None:
            self.steps, self._sight = [], Sight()
        elif before is None or before.talk != after.talk:
            # What led to a new talk is not part of it, but for how it was begun and what was kept.
            self.steps, self._sight = _beginning(given, after, new=before is not None), Sight()
        elif step := self._step(given, before):
            self.steps.append(step)
        self._sight.take(reply)

    def shown_again(self, after: Session, reply: Reply) -> None:
        """The present screen came once more, for a reason that is not the person's."""
        self.session = after
        self._sight.take(reply)

    def conversation(self, name: str, engine: Engine) -> Conversation:
        """The present talk, to be kept: what was done, what is on the screen, how it ended."""
        session = self.session or Session()
        talk = engine.talk
        found, node, ended = talk.assessment(session), talk.node(session), talk.place(session) == DONE
        seen = Step(sees=_headline(self._sight.stays[-1] if ended and self._sight.stays else self._sight.screen))
        return Conversation(
            name=name,
            steps=[*self.steps, *([seen] if seen.sees else [])],
            ends=found.severity.value if ended else None,
            because=[one.rule for one in found.because] if ended else [],
            asks=node.id if node and not session.interruption else None,
            language=session.language,
        )

    def _step(self, given: Input, session: Session) -> Step | None:
        match given:
            case Choose():
                ending = f"{given.node}:{given.option}"
                if (button := self._sight.button(ending)) and button.data == given.data:
                    return Step(tap=ending)
                # A button of another talk only says that it is old.
                return Step(old=f"{given.act}:{ending}") if given.talk == session.talk else None
            case Say(text, edited):
                return Step(edit=text) if edited else Step(say=text)
            case Command(name, argument):
                return Step(command=f"{name} {argument}".strip())
            case Start(payload):
                return Step(start=payload)
            case Unreadable(kind):
                return Step(send=kind)
            case _:  # not a person's doing: a time that has come
                return None


def _beginning(given: Input, after: Session, *, new: bool) -> list[Step]:
    """The steps that bring a fresh chat to where the talk began."""
    steps = [Step(start=given.payload)] if isinstance(given, Start) and given.payload else []
    if new and after.country:
        steps.append(Step(command=f"country {after.country}"))
    if isinstance(given, Say | Command) and not new:
        steps.append(Step(say=given.text) if isinstance(given, Say) else Step(command=given.name))
    return steps


def _headline(message: Message) -> str:
    """The first bold words of a message, or its first line."""
    found = _BOLD.search(message.text)
    text = found[1] if found else message.text.strip().split("\n", 1)[0]
    return unmarked(text).strip()
