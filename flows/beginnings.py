"""Where a talk begins again: the danger questions once more about the same person, or a talk of its own."""

from msgspec.structs import replace

from flows.interruptions import IDLE_SECONDS
from flows.session import Session
from knowledge.levels import Severity

KEPT = ("substances", "mood_medicine", "taken", "person")


def asked_anew(session: Session) -> Session:
    """The danger screen first, with what was taken kept."""
    kept = tuple(one for one in session.answers if one.node in KEPT)
    return replace(session, waiting=(), answers=kept, draft=(), asked=(), revisit="", told="")


def renewed(session: Session) -> Session:
    """Asked anew when something is added long after a result: how it was half an hour ago says little.

    An emergency stands until the person takes it back.
    """
    calmer = session.told in {Severity.MILD.value, Severity.NONE.value}
    return asked_anew(session) if calmer and session.at - session.told_at > IDLE_SECONDS else session


def new_talk(session: Session) -> Session:
    """A new talk, perhaps about another person; the country stays."""
    return Session(
        talk=max(int(session.at), session.talk + 1),
        number=session.number + 1,
        country=session.country,
        language=session.language,
        at=session.at,
        simple=session.simple,
        event=session.event,
    )
