"""A talk small enough to see through: it stands in for the engine where the bot room itself is tested."""

from collections.abc import Callable

from msgspec.structs import replace

from bot.sandbox import Screen
from flows.inputs import SOS, Choose, Command, Input, Say, Start, Unreadable
from flows.reply import Button, Message, Reply
from flows.session import Answer, Session

CARD = Message("🆘 Call 112 now.", ((Button("🆘", SOS.data),),), stays=True, urgent=True)


class SmallTalk:
    """Danger first, then one step after the other; "boom" makes it stumble."""

    content_version = "small"

    def __init__(self) -> None:
        self.stumbles = 0

    def step(
        self, session: Session | None, given: Input, now: float, language: str = "en"
    ) -> tuple[Session | None, Reply]:
        before, session = session, replace(session or Session(talk=7), at=now, language=language)
        match given:
            case Choose(node="talk", option="sos") | Command("sos") | Start("sos"):
                return before, Reply((CARD,))
            case Start():
                return session, Reply((_fresh(self._screen(session)),))
            case Choose(7, _, "danger", "yes") if not session.answers:
                session = session.with_answer(Answer("danger", ("yes",)))
                return session, Reply((CARD, self._screen(session)))
            case Choose(7, _, node, option) if node == self._node(session):
                session = session.with_answer(Answer(node, (option,)))
                return session, Reply((self._screen(session),))
            case Choose():
                return session, Reply((self._screen(session),), toast="That button is from an old question.")
            case Say("boom"):
                self.stumbles += 1
                raise ValueError("a text that no log may hold")
            case Say(text):
                session = session.with_answer(Answer("words", (text,)))
                return session, Reply((_fresh(replace(self._screen(session), text=f"Noted: {text}")),))
            case Command("delete"):
                return None, Reply((Message("All is gone.", stays=True),), forget=True)
            case Unreadable(kind):
                return session, Reply((_fresh(Message(f"I cannot read that {kind}.")),))
        return session, Reply((Message(f"About {given}", stays=True),))

    def present(self, session: Session | None, language: str = "en") -> Reply:
        del language
        session = session or Session()
        told = (CARD,) if session.answer("danger") == Answer("danger", ("yes",)) else ()
        return Reply((*told, _fresh(self._screen(session))))

    def _node(self, session: Session) -> str:
        return "danger" if not session.answer("danger") else f"step{len(session.answers)}"

    def _screen(self, session: Session) -> Message:
        node = self._node(session)
        options = ("yes", "no") if node == "danger" else ("next",)
        buttons = tuple(Button(option, Choose(7, "pick", node, option).data) for option in options)
        return Message(f"<b>{node}</b>", (buttons, (Button("🆘", SOS.data, style="danger"),)))


def _fresh(message: Message) -> Message:
    return replace(message, fresh=True)


def says(text: str) -> Callable[[Screen], bool]:
    """True of a screen whose newest message of the bot has this text in it."""

    def look(now: Screen) -> bool:
        said = [message for message in now.messages if message.by_bot]
        return bool(said) and text in said[-1].text

    return look


def shows(wanted: str) -> Callable[[Screen], bool]:
    """True of a screen with a button whose data ends so."""

    def look(now: Screen) -> bool:
        rows = [row for message in now.messages for row in message.buttons]
        return any((button.data or "").endswith(wanted) for row in rows for button in row)

    return look
