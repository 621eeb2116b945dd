"""A question that is answered anew: what was ticked or typed there still is, so that adding never takes away."""

from msgspec.structs import replace

from flows.definition import Flow
from flows.screens import EXCLUSIVE
from flows.session import Answer, Session
from flows.summary import with_taken


def reopened(session: Session, node: str, flow: Flow) -> Session:
    """A question to answer anew; till then the answer before stands."""
    session = closed(session)
    said = session.answer(node)
    anew = replace(session, revisit=node, told="", draft=(), asked=())
    return ticked(anew, said, flow) if said else anew


def asked_after_all(session: Session, flow: Flow) -> Session:
    """What was only noted beside an emergency is no whole answer, once that is taken back: it is asked about."""
    return reopened(session, "substances", flow) if _is_only_noted(session) else session


def _is_only_noted(session: Session) -> bool:
    if [one.node for one in session.answers] != ["substances", "danger"]:
        return False
    named, danger = session.answers
    return danger.picks == ("no",) and EXCLUSIVE.isdisjoint(named.picks)  # none, or not sure, is a whole answer


def left(session: Session) -> Session:
    """Back from a question that is answered anew: to what was on the screen before it, with its answer as it was."""
    if session.revisit != "substances" or not _is_only_noted(session):
        return closed(session)
    noted = Answer("substances", session.draft, session.draft_taken)
    return replace(session.back(), answers=(noted,))


def closed(session: Session) -> Session:
    """The question left as it was answered, but for what was typed as taken meanwhile."""
    said = next((one for one in session.answers if one.node == session.revisit), None)
    if said is None:  # as an earlier version stored it: the question is asked like any other
        return replace(session, revisit="")
    new = tuple(one for one in session.draft_taken if one not in said.taken) if said.node == "substances" else ()
    session = replace(session, revisit="", draft=(), asked=(), draft_taken=())
    return with_taken(session, new) if new else session


def ticked(session: Session, said: Answer, flow: Flow) -> Session:
    """The question as it was before it was answered so."""
    node = flow.by_id.get(said.node)
    if node is None or node.kind not in {"many", "substances", "grid"}:
        return session
    # /simple asks each option anew, but never what was typed
    picks = () if session.simple else tuple(pick for pick in said.picks if pick not in EXCLUSIVE)
    return replace(session, draft=picks, draft_taken=said.taken or session.draft_taken)
