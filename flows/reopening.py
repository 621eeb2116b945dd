"""A question that is answered anew: what was ticked or typed there still is, so that adding never takes away."""

from msgspec.structs import replace

from flows.definition import Flow
from flows.held import joined
from flows.screens import EXCLUSIVE
from flows.session import Answer, Session
from flows.summary import with_taken

_LISTS = frozenset({"many", "substances", "grid"})


def reopened(session: Session, node: str, flow: Flow) -> Session:
    """A question to answer anew; till then the answer before stands."""
    session = closed(session)
    said = session.answer(node)
    anew = replace(session, revisit=node, told="", draft=(), asked=())
    return ticked_again(anew, said, flow) if said else anew


def asked_after_all(session: Session, flow: Flow) -> Session:
    """What was only noted beside an emergency is no whole answer, once that is taken back: it is asked about."""
    if [one.node for one in session.answers] != ["substances", "danger"]:
        return session
    named, danger = session.answers
    if danger.picks != ("no",) or not EXCLUSIVE.isdisjoint(named.picks):  # none, or not sure, is a whole answer
        return session
    return ticked_again(replace(session, answers=(danger,)), named, flow)


def closed(session: Session) -> Session:
    """The question left as it was answered, but for what was typed as taken meanwhile."""
    said = next((one for one in session.answers if one.node == session.revisit), None)
    if said is None:  # as an earlier version stored it: the question is asked like any other
        return replace(session, revisit="")
    new = tuple(one for one in session.draft_taken if one not in said.taken) if said.node == "substances" else ()
    session = replace(session, revisit="", draft=(), asked=(), draft_taken=())
    return with_taken(session, new) if new else session


def ticked_again(session: Session, said: Answer, flow: Flow) -> Session:
    """The session with an answer as ticks beside those that are there; /simple asks each option anew, but no name."""
    node = flow.by_id.get(said.node)
    lists = node is not None and node.kind in _LISTS and not session.simple
    there = {pick.partition("=")[0] for pick in session.draft}
    picks = [pick for pick in said.picks if lists and pick not in EXCLUSIVE and pick.partition("=")[0] not in there]
    again = {one.id for one in session.draft_taken if one.id}
    named = joined(said.taken, session.draft_taken, again) if said.taken else session.draft_taken
    return replace(session, draft=(*picks, *session.draft), draft_taken=named)
