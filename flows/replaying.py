"""Plays a kept conversation against an engine, and says where it goes another way."""

from collections.abc import Iterable

from flows.conversations import Conversation, Step
from flows.engine import Engine
from flows.inputs import Choose, Command, Input, Say, Start, Unreadable
from flows.machine import DONE
from flows.reply import Button, Message, Reply, unmarked
from flows.session import Session

BEGUN_AT = 1_800_000_000.0


class Sight:
    """What a person has before their eyes: the working message, what stays, and what was said last."""

    def __init__(self) -> None:
        self.screen = Message("")
        self.stays: list[Message] = []
        self.last: tuple[Message, ...] = ()
        self.toast = ""

    def take(self, reply: Reply) -> None:
        """Something came."""
        for message in reply.messages:
            if message.stays:
                self.stays.append(message)
            else:
                self.screen = message
        self.last, self.toast = reply.messages, reply.toast

    def button(self, ending: str) -> Button | None:
        """The button whose data ends in `:<ending>`."""
        buttons = (button for message in (self.screen, *self.stays) for row in message.rows for button in row)
        return next((one for one in buttons if one.data.endswith(f":{ending}")), None)

    @property
    def text(self) -> str:
        """All that is to be read now: the screen, the newest message that stays, and what was said last."""
        return "\n".join([plain(self.screen), *map(plain, (*self.stays[-1:], *self.last)), self.toast])


def plain(message: Message) -> str:
    """The text of a message as it is read."""
    return unmarked(message.text)


def complaints(conversation: Conversation, engine: Engine) -> list[str]:
    """Where playing the conversation differs from what it says; empty when all is as it was kept."""
    player = _Player(conversation, engine)
    return [*player.play(), *player.ending()]


class _Player:
    def __init__(self, conversation: Conversation, engine: Engine) -> None:
        self._conversation, self._engine = conversation, engine
        self._session: Session | None = None
        self._sight = Sight()
        self._now = BEGUN_AT

    def play(self) -> Iterable[str]:
        steps = self._conversation.steps
        if not steps or steps[0].start is None:
            self._give(Start())
        for number, step in enumerate(steps, start=1):
            complaint = self._do(step)
            if complaint:
                yield f"step {number}: {complaint}"

    def ending(self) -> Iterable[str]:
        wanted, talk = self._conversation, self._engine.talk
        session = self._session or Session()
        ended = talk.place(session) == DONE
        found = talk.assessment(session)
        outcome = found.severity.value if ended else None
        if outcome != wanted.ends:
            yield f"it ends {outcome or 'without an outcome'}, not {wanted.ends or 'without one'}"
        reasons = [one.rule for one in found.because] if ended else []
        lost = [rule for rule in wanted.because if rule not in reasons]
        if lost:
            yield f"{', '.join(lost)} is not among the reasons, which are {', '.join(reasons) or 'none'}"
        node = talk.node(session)
        if wanted.asks and (node is None or node.id != wanted.asks):
            yield f"it asks {node.id if node else 'nothing'} at the end, not {wanted.asks}"

    def _do(self, step: Step) -> str:
        [(name, value)] = step.given
        match name:
            case "sees" if _one_line(value) not in _one_line(self._sight.text):
                return f"“{value}” is not to be seen; there is:\n{self._sight.text}"
            case "never_sees" if _one_line(value) in _one_line(self._sight.text):
                return f"“{value}” is to be seen"
            case "tap":
                button = self._sight.button(value)
                choice = Choose.read(button.data) if button else None
                if choice is None:
                    return f"there is no button {value}; the screen says:\n{plain(self._sight.screen)}"
                self._give(choice)
            case "old":
                choice = Choose.read(f"{self._session.talk if self._session else 0}:{value}")
                self._give(choice or Choose(0, "pick", "", ""))
            case "sees" | "never_sees":
                pass
            case _:
                self._give(_input(name, value))
        return ""

    def _give(self, given: Input) -> None:
        self._now += 1
        self._session, reply = self._engine.step(self._session, given, self._now, self._conversation.language)
        self._sight.take(reply)


def _input(name: str, value: str) -> Input:
    match name:
        case "say" | "edit":
            return Say(value, edited=name == "edit")
        case "start":
            return Start(value)
        case "command":
            command, _, argument = value.partition(" ")
            return Command(command, argument)
    return Unreadable(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
