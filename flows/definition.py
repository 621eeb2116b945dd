"""A flow as its YAML says it: nodes in order, their options, and what each answer says."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from knowledge import yaml_file
from knowledge.conditions import Condition, ConditionError
from knowledge.content import Content
from knowledge.issues import ContentError, Issue, nearest, shown
from knowledge.reading import TAKEN
from knowledge.schema.strict import Strict

FOLDER = Path(__file__).parent
Kind = Literal["danger", "one", "many", "grid", "substances"]


class Line(Strict, frozen=True):
    """A line of the danger screen: the finding that names it, and all that it covers."""

    label: str
    findings: list[str]


class Option(Strict, frozen=True):
    """One thing that can be answered.

    Attributes:
        id: a finding or flag id, a substance or class id, or a plain word.
        sets: facts it sets; without it, in a `many` node, the fact of the same id.
        counts_as: the substance or class it stands for.
        leads_to: the node that asks more about it.
        unless_typed: it counts only while nothing was typed.
    """

    id: str
    sets: dict[str, Literal["yes", "no", "unsure"]] = {}
    counts_as: str | None = None
    leads_to: str | None = None
    unless_typed: bool = False


class After(Strict, frozen=True):
    """A node that is asked only after an option was picked elsewhere."""

    node: str
    option: str


class Node(Strict, frozen=True):
    """A place in the talk.

    Attributes:
        id: its name, part of every button's data.
        stage: step 1-6 of the progress line.
        kind: danger, one (of the options), many (toggles), grid (a row a finding) or substances.
        options: what can be answered.
        rows: the findings of a grid.
        lines: the lines of the danger screen.
        asks: facts it sets beyond those its options name.
        beside: the next node, shown on the same screen to save a tap.
        when: a condition without which it is not asked.
        after: an option without which it is not asked.
        unless: a node whose answer makes this one needless.
        measures: measurements that can be typed here.
        home_check: the home check it shows.
    """

    id: str
    stage: int
    kind: Kind
    options: list[Option] = []
    rows: list[str] = []
    lines: list[Line] = []
    asks: list[str] = []
    beside: str | None = None
    when: dict[str, Any] | None = None
    after: After | None = None
    unless: str | None = None
    measures: list[str] = []
    home_check: str | None = None

    def option(self, ident: str) -> Option | None:
        """The option with the id."""
        return next((one for one in self.options if one.id == ident), None)

    def ticks(self, draft: Iterable[str]) -> tuple[str, ...]:
        """What of it is ticked here; what was ticked at another question waits for that one."""
        rows = {f"{row}={level}" for row in self.rows for level in ("yes", "no", "unsure")}
        return tuple(pick for pick in draft if self.option(pick) or pick in rows)

    @property
    def own_facts(self) -> frozenset[str]:
        """The facts its answer may set; TAKEN for what was taken. The danger screen's lines are not among them."""
        facts = {*self.asks, *self.rows}
        for option in self.options:
            facts.update(option.sets)
            if self.kind == "many":
                facts.add(option.id)
        if self.kind == "substances":
            facts.add(TAKEN)
        return frozenset(facts)


class FlowFile(Strict, frozen=True):
    """The whole file of a flow."""

    flow: str
    stages: int
    nodes: list[Node]
    afterwards: list[Node] = []


class Flow:
    """A flow with its conditions read and its names checked.

    Attributes:
        id: the flow's name.
        stages: how many steps the progress line shows.
        nodes: in the order of asking.
        afterwards: nodes asked after the outcome, for the crew.
    """

    def __init__(self, path: Path, content: Content) -> None:
        """Read the flow.

        Raises:
            ContentError: if it can't be read, or names something that does not exist.
        """
        try:
            file = msgspec.convert(yaml_file.read(path), FlowFile)
        except yaml_file.YamlError as error:
            raise ContentError([Issue(shown(path), error.line, error.sentence)]) from error
        except msgspec.ValidationError as error:
            raise ContentError([Issue(shown(path), 1, str(error))]) from error
        self.path = path
        self.id, self.stages = file.flow, file.stages
        self.nodes, self.afterwards = tuple(file.nodes), tuple(file.afterwards)
        self.by_id = {node.id: node for node in (*self.nodes, *self.afterwards)}
        self.gates = self._gates(content)
        issues = [*self._unknown_names(content)]
        if issues:
            raise ContentError(issues)
        own = [node.own_facts for node in self.nodes if node.kind != "danger"]
        asked_again = frozenset().union(*own)
        self.covered = tuple(
            finding
            for node in self.nodes
            for line in node.lines
            for finding in line.findings
            if finding not in asked_again
        )
        self.asks = {
            node.id: node.own_facts | (frozenset(self.covered) if node.lines else frozenset())
            for node in self.by_id.values()
        }

    def node(self, ident: str) -> Node:
        """The node with the id; KeyError when there is none."""
        return self.by_id[ident]

    def _gates(self, content: Content) -> dict[str, Condition]:
        try:
            return {node.id: content.conditions.of(node.when) for node in self.by_id.values() if node.when}
        except ConditionError as error:
            raise ContentError([Issue(shown(self.path), 1, str(error))]) from error

    def _unknown_names(self, content: Content) -> list[Issue]:
        facts, agents = set(content.fact_order), set(content.class_of)
        issues = []
        places = [("nodes", self.nodes), ("afterwards", self.afterwards)]
        for key, nodes in places:
            for index, node in enumerate(nodes):
                named = [
                    *((name, facts | {TAKEN}) for name in node.own_facts),
                    *((finding, facts) for line in node.lines for finding in line.findings),
                    *((one.counts_as, agents) for one in node.options if one.counts_as),
                    *((one.leads_to, set(self.by_id)) for one in node.options if one.leads_to),
                    *((name, set(content.measurements)) for name in node.measures),
                    *((name, set(content.home_checks)) for name in [node.home_check] if name),
                    *((name, set(self.by_id)) for name in [node.beside, node.unless] if name),
                    *((one, facts) for one in self.gates.get(node.id, Condition(bool)).facts),
                    *((one, set(content.computed)) for one in self.gates.get(node.id, Condition(bool)).numbers),
                ]
                wrong = [(name, known) for name, known in named if name not in known]
                line = yaml_file.line_of(self.path, (key, index)) if wrong else 0
                issues += [
                    Issue(
                        shown(self.path),
                        line,
                        f"node {node.id} names “{name}”, which nothing defines{nearest(name, known)}",
                    )
                    for name, known in wrong
                ]
        return issues
