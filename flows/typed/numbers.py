"""Numbers typed as measurements: with their name anywhere, a bare temperature where heat is asked about."""

from msgspec.structs import replace

from flows.definition import Node
from flows.measured import noted
from flows.session import Answer, Session
from flows.talk import Step, Talk
from flows.understanding import Understood
from flows.understanding.numbers.measurements import bare_temperature

MOST_DIGITS = 6  # that are shown back


class TypedNumbers:
    """Notes measurements that were typed."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def answer(self, session: Session, node: Node | None, text: str, said: Understood) -> Step | None:
        """What the numbers, or words for heat, do; None when there are none."""
        numbers = dict(said.measurements)
        asked = self._asks_heat(session, node)
        if asked and not numbers and said.heat:
            answered = session.with_answer(Answer(asked.id, (said.heat,)))  # what is ticked beside it stays so
            notice = self._talk.words.say("talk.noted", name=self._talk.screens.label(asked, said.heat))
            return self._talk.show(replace(answered, draft=session.draft), notice=notice, fresh=True)
        if asked and not numbers:
            degrees = bare_temperature(text, self._talk.content.measurements)
            if asked is not node and text.strip().isdecimal() and not _looks_celsius(text):
                notice = self._talk.words.say("talk.number_which", number=text.strip()[:MOST_DIGITS])
                return self._talk.show(session, notice=notice, fresh=True)
            if degrees is None:
                return None
            numbers = {"temperature_c": degrees}
        if not numbers:
            return None
        draft = session.draft
        session, notice = noted(session, numbers, self._talk)
        if asked and "temperature_c" in numbers:
            # the number stands in the place of the question; R4 weighs it
            session = replace(session.with_answer(Answer(asked.id, ("no",))), draft=draft)
        return self._talk.show(session, notice=notice, fresh=True)

    def _asks_heat(self, session: Session, node: Node | None) -> Node | None:
        """The node on the screen that asks for heat: the present one, or the one beside it."""
        beside = self._talk.flow.node(node.beside) if node and node.beside and not session.answer(node.beside) else None
        return next((one for one in (node, beside) if one and "temperature_c" in one.measures), None)


def _looks_celsius(text: str) -> bool:
    """Whether a bare number beside other questions can only be a temperature: 39.2 or 38, but not a pulse of 102."""
    return "." in text or "," in text or len(text.strip()) == 2  # noqa: PLR2004  two digits
