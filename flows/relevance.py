"""Which questions can still change the outcome; the others are not asked."""

from flows.definition import Flow, Node
from flows.session import Session
from knowledge.assess import urgency
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.reading import Reading, lower, upper
from knowledge.ready_rules import ReadyRule


class Outlook:
    """The talk as it stands: the outcome so far, and what is still possible.

    Attributes:
        lower: the picture as if all the rest were *no*.
        above: the picture as if all that can still be asked were *worst*.
        urgency: the outcome of the lower picture, 0-3.
        undecided: the more urgent rules that do not hold but are still possible, each with the facts it waits for.
    """

    def __init__(self, session: Session, facts: Facts, flow: Flow, content: Content) -> None:
        """Work out both readings of the facts."""
        self._session, self._flow = session, flow
        self._answered = {answer.node for answer in session.answers}
        self.lower: Reading = lower(facts, content)
        self.urgency = urgency(self.lower, content)
        self.above: Reading = self._above(facts, content)
        self.undecided: tuple[tuple[ReadyRule, frozenset[str]], ...] = tuple(
            (rule, self._waits_for(rule))
            for rule in content.rules
            if rule.urgency > self.urgency and rule.when.holds(self.above)
        )

    def needs(self, node: Node) -> bool:
        """Whether the node is to be asked: it is open, its gate is open, and an undecided rule depends on it."""
        if self._session.revisit:
            return node.id == self._session.revisit
        if not self.open(node):
            return False
        if node.kind == "danger":
            return True  # nothing ends before the danger screen is answered (R19)
        gate = self._flow.gates.get(node.id)
        if gate is not None and not gate.holds(self.lower):
            return False
        asks = self._flow.asks[node.id]
        return any(waits_for & asks for _rule, waits_for in self.undecided)

    def node(self, ident: str) -> Node:
        """The node with the id."""
        return self._flow.node(ident)

    def open(self, node: Node) -> bool:
        """Whether the node is not answered yet, and was not left out by an answer before it."""
        if node.id in self._answered or node.unless in self._answered:
            return False
        if node.after is None:
            return True
        answer = self._session.answer(node.after.node)
        return answer is not None and node.after.option in answer.picks

    def _waits_for(self, rule: ReadyRule) -> frozenset[str]:
        """The facts that its conditions look at which are neither settled true nor impossible."""
        return frozenset().union(
            *(looks_at for leaf, looks_at in rule.leaves if leaf.holds(self.above) and not leaf.holds(self.lower))
        )

    def _above(self, facts: Facts, content: Content) -> Reading:
        """The picture as if all that can still be asked were *worst*.

        A node behind a gate counts only once its gate can be opened by what is asked before it.
        """
        waiting = [node for node in self._flow.nodes if self.open(node)]
        asked = [node for node in waiting if node.id not in self._flow.gates]
        while True:
            still_open = frozenset().union(*(self._flow.asks[node.id] for node in asked))
            above = upper(facts, content, still_open)
            opened = [node for node in waiting if node not in asked and self._flow.gates[node.id].holds(above)]
            if not opened:
                return above
            asked += opened
