"""The talk itself: it ends, and every screen has the way out."""

from flows.definition import Flow, Node
from flows.inputs import SOS, Choose
from flows.proofs.crawl import LANGUAGE, NOW, STEPS, WALKED, answers, crawl, told
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.session import Session
from knowledge.content import Content
from knowledge.wording import Wording


def ends(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Every talk ends, within so many taps."""
    most = sum(map(_taps, flow.nodes))

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        talk = walk.engine.talk
        for edge in walk.edges:
            after = edge.after
            if after is None or edge.before is None or after.revisit or after.talk != edge.before.talk:
                continue
            place = talk.place(after)
            if after.answer(place) is not None:
                raise Failure(f"“{place}” is asked again after {told(edge.given)}, though it was answered")
            if answers(edge, flow) and len(after.answers) < len(edge.before.answers):
                raise Failure(f"the answer {told(edge.given)} loses an earlier one")
            if (
                _said(after) == _said(edge.before)
                and answers(edge, flow)
                and isinstance(edge.given, Choose)
                and edge.given.option not in after.draft
            ):
                raise Failure(f"the answer {told(edge.given)} does nothing")
        return len(walk.edges)

    return proved(
        f"Every talk ends after at most {len(flow.nodes)} questions, {most} taps and one for each name typed, "
        "no button tapped twice",
        f"no question comes again once it is answered, and each tap answers one or ticks an option; {WALKED}",
        check,
        STEPS,
    )


def _said(session: Session) -> object:
    """All that a tap on a question can change."""
    return session.answers, session.revisit, sorted(session.draft), session.draft_taken, session.subject


def _taps(node: Node) -> int:
    if node.kind == "grid":
        return len(node.rows)
    return len(node.options) + 1 if node.kind in {"many", "substances"} else 1


def way_out(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Every screen has the button for help, and it works."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        screens = 0
        for edge in walk.edges:
            for message in edge.reply.messages:
                if message.stays:
                    continue
                screens += 1
                if edge.after is not None and not any(one.data == SOS.data for row in message.rows for one in row):
                    raise Failure(f"there is no “Help now” on the screen after {told(edge.given)}: {message.text[:80]}")
        for session in [None, *walk.sessions]:
            after, reply = walk.engine.step(session, SOS, NOW, LANGUAGE)
            number = walk.engine.talk.calls.numbers(session or Session()).emergency
            if after != session or not any(number in one.text and one.urgent for one in reply.messages):
                raise Failure("“Help now” does not show the number to call, or it changes the talk")
        return screens

    return proved(
        "Every screen has “Help now”, and it shows the number to call and changes nothing", WALKED, check, "screens"
    )
