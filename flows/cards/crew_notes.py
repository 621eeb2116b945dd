"""What was taken, for the crew: noted beside an emergency, so that what else was answered stays as it is."""

from msgspec.structs import replace

from flows.definition import Node
from flows.held import joined
from flows.session import Answer, Said, Session
from flows.summary import with_taken


def note(session: Session, taken: tuple[Said, ...], picks: tuple[str, ...] = ()) -> Session:
    """The session with what was taken before the answer that made it an emergency: "a mistake" takes back that one."""
    if session.answer("substances"):
        return with_taken(session, taken)
    named = joined(session.draft_taken, taken, {one.id for one in taken if one.id})
    others = tuple(one for one in session.answers if one.node != "substances")
    return replace(
        session,
        answers=(Answer("substances", picks, named), *others),
        draft=tuple(one for one in session.draft if one not in picks),
        draft_taken=(),
        revisit="" if session.revisit == "substances" else session.revisit,
        told="",
    )


def note_unsent(session: Session, substances: Node) -> Session:
    """The session with what is ticked and typed as taken, which nobody sends any more once it is an emergency."""
    picks = tuple(one for one in session.draft if substances.option(one))
    if session.answer("substances") or not (picks or session.draft_taken):
        return session
    return note(session, (), picks)
