"""Words that are a command, typed without a slash: back, stop, again, help."""

from msgspec.structs import replace

from flows.beginnings import new_talk
from flows.reply import Message, Reply
from flows.session import Interruption, Session
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.understanding import Understood
from knowledge.levels import Severity

MOST_WORDS_SHOWN = 60  # characters of a person's words that are shown back


class TypedCommands:
    """Answers them."""

    def __init__(self, talk: Talk, taps: Taps) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps = talk, taps

    def answer(self, session: Session, words: str, said: Understood) -> Step | None:
        """What the command does; None when the words are none."""
        talk = self._talk
        match said.command:
            case "back":
                return self._taps.act(session, "back")
            case "restart":
                return talk.show(new_talk(session), fresh=True)
            case "sos":
                return session, Reply((talk.outcomes.emergency(session, talk.took(session)),))
            case "cry":
                return ask_danger(session, words, talk)
            case "stop":
                return session, Reply((talk.outcomes.could_not_assess(session),))
            case "help":
                return talk.show(session, notice=talk.words.say("talk.help"), fresh=True)
            case "hello":
                return talk.show(session, notice=talk.words.say("talk.hello"), fresh=True)
            case "no_one_comes" | "help_is_here" | "what_now" if session.told == Severity.SEVERE.value:
                return self._in_emergency(session, said.command)
            case "what_now" if talk.node(session):
                number = talk.calls.numbers(session).emergency
                return talk.show(session, notice=talk.words.say("talk.what_now", number=number), fresh=True)
        return None

    def _in_emergency(self, session: Session, command: str) -> Step:
        """The advice again that fits: to call, to find who can, or what to tell those who came."""
        talk = self._talk
        if command == "what_now":
            return session, Reply((talk.outcomes.emergency(session, talk.took(session), talk.assessment(session)),))
        number = talk.calls.numbers(session).emergency
        text = talk.words.say(f"outcomes.{command}", session.subject, number=number)
        return session, Reply((Message(text, (talk.screens.last_row(session)[:1],), stays=True, urgent=True),))


def ask_danger(session: Session, words: str, talk: Talk) -> Step:
    """Words that may mean danger, and may not: asked, in front of all else."""
    asked = Interruption("danger_words", words.strip()[:MOST_WORDS_SHOWN])
    return talk.show(replace(session, waiting=(asked, *session.waiting)), fresh=True)
