"""A question that is answered anew: what was ticked or typed there still is, so that adding never takes away."""

from msgspec.structs import replace

from flows.definition import Flow
from flows.screens import EXCLUSIVE
from flows.session import Answer, Session


def reopened(session: Session, node: str, flow: Flow) -> Session:
    """A question to answer anew."""
    said = session.answer(node)
    kept = tuple(answer for answer in session.answers if answer.node != node)
    anew = replace(session, answers=kept, revisit=node, told="", draft=(), asked=())
    return ticked(anew, said, flow) if said else anew


def ticked(session: Session, said: Answer, flow: Flow) -> Session:
    """The question as it was before it was answered so."""
    node = flow.by_id.get(said.node)
    if node is None or session.simple or node.kind not in {"many", "substances", "grid"}:
        return session
    picks = tuple(pick for pick in said.picks if pick not in EXCLUSIVE)
    return replace(session, draft=picks, draft_taken=said.taken or session.draft_taken)
