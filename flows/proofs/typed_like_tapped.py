"""Typing the words of a button says what tapping it says."""

from flows.definition import Flow, Node
from flows.inputs import Choose, Say
from flows.proofs.crawl import LANGUAGE, NOW, WALKED, Crawl, answers, crawl, told
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.session import Session
from flows.telling import facts_of
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.reading import lower
from knowledge.wording import Wording


def typed(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """An option typed in its own words says what tapping it says."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        talk, compared = walk.engine.talk, set()
        for edge in walk.edges:
            before, given = edge.before, edge.given
            if before is None or edge.after is None or not isinstance(given, Choose) or not answers(edge, flow):
                continue
            node = flow.node(given.node)
            if talk.node(before) is not node or node.option(given.option) is None or given.act == "off":
                continue
            key = (node.id, given.option, bool(before.draft), bool(before.draft_taken), before.subject)
            if key in compared:
                continue
            compared.add(key)
            said = Say(talk.screens.label(node, given.option))
            by_words = walk.engine.step(before, said, NOW, LANGUAGE)[0]
            if by_words is None or not _agree(walk, edge.after, by_words, node):
                raise Failure(f"typing {told(said)} at “{node.id}” is not the same as tapping it")
        return len(compared)

    return proved("Typing the words of a button does what tapping it does", WALKED, check, "buttons")


def _agree(walk: Crawl, tapped: Session, said: Session, node: Node) -> bool:
    """The same facts, whether ticked or sent; a typed name of what was taken may stand beside the buttons."""
    if said.interruption and said.interruption.kind.endswith("_words"):
        return True  # words that mean danger are asked about first, whatever the question
    if node.kind == "substances":
        return said.interruption is not None or _taken(walk, tapped) <= _taken(walk, said)
    return (tapped.answers, tapped.draft, tapped.subject) == (said.answers, said.draft, said.subject)


def _taken(walk: Crawl, session: Session) -> set[str]:
    talk = walk.engine.talk
    node = talk.flow.node("substances")
    drafted = [option.counts_as for pick in session.draft if (option := node.option(pick)) and option.counts_as]
    facts = facts_of(session, talk.flow, talk.content)
    agents = lower(Facts(facts.levels, facts.taken, {}), talk.content).agents
    named = {one.id for one in session.draft_taken} | {one.id for one in agents} | set(drafted)
    return {talk.content.class_of.get(one, "unknown") for one in named}
