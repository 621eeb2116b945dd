"""What a tap does: it goes to the question, the interruption or the talk it belongs to; an old one only says so."""

from msgspec.structs import replace

from flows.inputs import Choose
from flows.reply import Reply
from flows.session import Session
from flows.talk import Step, Talk
from flows.taps import interruption as interruption_taps
from flows.taps.interruption import InterruptionTaps
from flows.taps.question import QuestionTaps, with_drafted
from flows.taps.talk import TalkTaps

DANGER = "danger"


class Taps:
    """Answers taps."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self._questions, self._interruptions = QuestionTaps(talk), InterruptionTaps(talk)
        self._acts = {**TalkTaps(talk).acts, **self._interruptions.acts}

    def tap(self, session: Session, choice: Choose) -> Step:
        """What a tap does; one that belongs to an old question only says so and shows the present screen."""
        talk = self._talk
        if choice.talk != session.talk:
            return self._tap_elsewhere(session, choice)
        if choice.node == "talk":
            return self.act(session, choice.option)
        if choice.node in interruption_taps.NODES:
            return self._interruptions.pick(session, choice)
        node = talk.node(session)
        if node is None or session.interruption:
            return talk.stale(session)
        if choice.node == node.beside and not session.answer(choice.node):
            session = with_drafted(session, node)
            node = talk.flow.node(choice.node)
        if choice.node != node.id:
            return talk.stale(session)
        return self._questions.tap(session, node, choice)

    def act(self, session: Session, name: str) -> Step:
        """A button of the talk itself, such as back."""
        act = self._acts.get(name)
        return act(session) if act else self._talk.stale(session)

    def _tap_elsewhere(self, session: Session, choice: Choose) -> Step:
        """A tap on a screen of another talk: it is old, unless it is the danger screen.

        A first one may be sent twice, for nothing is held before it is answered; and its "yes" is never too late.
        A "no" that may have been about another person is old.
        """
        talk = self._talk
        first = session.number == 1 and not session.begun and not session.interruption
        if choice.node == DANGER and first:
            return self.tap(session, replace(choice, talk=session.talk))
        if (choice.node, choice.option) == (DANGER, "yes"):
            return session, Reply((talk.outcomes.emergency(session, talk.took(session)),))
        return talk.stale(session)
