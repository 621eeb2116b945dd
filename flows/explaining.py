"""Explains why a talk stands where it does; engine-level and pure, so that any tool may show it."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows.definition import Node
from flows.drawing import in_words
from flows.leaves import missing
from flows.machine import DONE
from flows.places import Places
from flows.relevance import Outlook
from flows.session import Session
from flows.talk import Talk
from flows.telling import facts_of
from flows.why import FactNow, NodeNow, NumberNow, RuleNow, SourceNow, Standing, State, TakenNow, Why
from knowledge.assess import urgency
from knowledge.facts import Facts
from knowledge.levels import URGENCIES
from knowledge.ready_rules import ReadyRule


def explain(session: Session, talk: Talk) -> Why:
    """Why the talk stands where it does; for many sessions of one talk keep an `Explainer`."""
    return Explainer(talk).why(session)


class Explainer:
    """Explains sessions with the content of one talk."""

    def __init__(self, talk: Talk) -> None:
        """Look up once where all things stand."""
        self._talk = talk
        self._places = Places(talk.content, talk.flow, talk.words)

    def why(self, session: Session) -> Why:
        """The session explained."""
        talk = self._talk
        facts = facts_of(session, talk.flow, talk.content)
        outlook = Outlook(replace(session, revisit=""), facts, talk.flow, talk.content)
        node = talk.node(session)
        return Why(
            outcome=URGENCIES[outlook.urgency],
            could_become=URGENCIES[urgency(outlook.above, talk.content)],
            done=talk.place(session) == DONE,
            node=node.id if node else "",
            interruption=session.interruption.kind if session.interruption else "",
            subject=session.subject,
            facts=tuple(self._facts(facts, outlook)),
            numbers=tuple(self._numbers(outlook)),
            taken=tuple(TakenNow(one.said, one.kind, one.band, one.active) for one in outlook.lower.agents),
            measurements=dict(facts.measurements),
            rules=tuple(self._rule(rule, outlook) for rule in talk.content.rules),
            nodes=tuple(self._nodes(session, outlook, node)),
        )

    def _facts(self, facts: Facts, outlook: Outlook) -> Iterator[FactNow]:
        content, flow = self._talk.content, self._talk.flow
        for ident in content.fact_order:
            yield FactNow(
                ident,
                content.fact(ident).label,
                int(outlook.lower.level(ident)),
                int(outlook.above.level(ident)),
                ident in facts.levels,
                tuple(node.id for node in flow.nodes if ident in flow.asks[node.id]),
            )

    def _numbers(self, outlook: Outlook) -> Iterator[NumberNow]:
        for name, computed in self._talk.content.computed.items():
            says = (computed.of.__doc__ or "").strip().split("\n", 1)[0]
            yield NumberNow(name, says, outlook.lower.number(name), outlook.above.number(name))

    def _rule(self, rule: ReadyRule, outlook: Outlook) -> RuleNow:
        content = self._talk.content
        lacks = missing(rule.row.when, content, outlook.lower, outlook.above)
        standing: Standing = "possible"
        if lacks.count == 0:
            standing = "holds"
        elif lacks.impossible:
            standing = "impossible"
        elif lacks.count == 1:
            standing = "nearly"
        return RuleNow(
            id=rule.id,
            outcome=URGENCIES[rule.urgency],
            urgency=rule.urgency,
            says=rule.says,
            when=in_words(rule.row.when),
            standing=standing,
            missing=lacks.leaves,
            matters=rule.urgency > outlook.urgency,
            place=self._places.rules[rule.id],
            sources=tuple(self._source(ident) for ident in rule.sources),
            status=rule.row.status,
        )

    def _source(self, ident: str) -> SourceNow:
        source = self._talk.content.sources.get(ident)
        if source is None:
            return SourceNow(ident, ident, "", "")
        doi = f"https://doi.org/{source.doi}" if source.doi else ""
        pmid = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else ""
        return SourceNow(ident, source.title, doi or pmid or source.url or "", source.status)

    def _nodes(self, session: Session, outlook: Outlook, shown: Node | None) -> Iterator[NodeNow]:
        talk = self._talk
        for node in (*talk.flow.nodes, *talk.flow.afterwards):
            answer, gate = session.answer(node.id), talk.flow.gates.get(node.id)
            lacks = missing(node.when, talk.content, outlook.lower, outlook.above) if node.when else None
            waiting = [rule.id for rule, waits_for in outlook.undecided if waits_for & talk.flow.asks[node.id]]
            state: State = "cannot_change"
            if shown is not None and node.id == shown.id:
                state = "now"
            elif answer:
                state = "answered"
            elif not outlook.open(node) or node in talk.flow.afterwards:
                state = "not_opened"
            elif gate is not None and not gate.holds(outlook.lower):
                state = "gate_closed"
            elif outlook.needs(node):
                state = "later"
            yield NodeNow(
                id=node.id,
                title=talk.words.say(f"nodes.{node.id}"),
                state=state,
                place=self._places.nodes[node.id],
                words=self._places.questions[node.id],
                answer=talk.screens.picked(node, answer) if answer else "",
                gate=in_words(node.when).strip("()") if node.when else "",
                gate_missing=lacks.leaves if lacks else (),
                gate_can_open=lacks is not None and not lacks.impossible,
                opens_by=f"{node.after.node}:{node.after.option}" if node.after else "",
                rules=tuple(waiting),
            )
