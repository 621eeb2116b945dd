"""A number that somebody measured: noted as an answer, and said back; a severe one is an emergency at once."""

from collections.abc import Mapping

from msgspec.structs import replace

from flows.session import Answer, Session
from flows.talk import Talk
from flows.telling import MEASURED
from knowledge.levels import Severity


def noted(session: Session, numbers: Mapping[str, float], talk: Talk) -> tuple[Session, str]:
    """The session with the numbers, and the words that say them back; what was being answered stays as it is."""
    known = talk.content.measurements
    notice = ", ".join(
        talk.words.say("talk.number_noted", label=known[name].label, value=f"{value:g}", unit=known[name].unit)
        for name, value in numbers.items()
    )
    after = session.with_answer(Answer(MEASURED, tuple(f"{name}={value:g}" for name, value in numbers.items())))
    if not session.answer("danger") and talk.assessment(after).severity == Severity.SEVERE:
        after = after.with_answer(Answer("danger", ("yes",)))  # the danger screen asks for no more than this
    return standing(session, replace(after, draft=session.draft), talk), notice


def standing(before: Session, after: Session, talk: Talk) -> Session:
    """An emergency stands until the person takes it back: a calmer number is noted as if it came before it."""
    if before.told != Severity.SEVERE.value or talk.assessment(after).severity == Severity.SEVERE:
        return after
    numbers = [one for one in after.answers if one.node == MEASURED][-1:]
    return replace(after, answers=(*numbers, *(one for one in after.answers if one not in numbers)), told=before.told)
