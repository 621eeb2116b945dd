"""A question that is not asked could not have changed the answer."""

from collections.abc import Iterator

from flows.definition import Flow, Node
from flows.proofs.alike import groups, named_facts, points, reads_numbers
from flows.proofs.monotone import counts, situations
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.unknowns import OpenPicture, Unknowns, open_facts, ways
from flows.relevance import Outlook
from flows.session import Answer, Session
from flows.telling import facts_of
from knowledge.agents import KRATOM_LEAF, Agent, every_agent
from knowledge.conditions import Condition
from knowledge.content import Content
from knowledge.levels import Level, Severity
from knowledge.reading import TAKEN, Reading
from knowledge.ready_rules import ReadyRule
from knowledge.wording import Wording

Agents = tuple[Agent, ...]
MILD = 2  # the urgency of a mild outcome
DOSES = frozenset({"more_than_usual", "unknown_amount", "extract"})


def skipped(content: Content, flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """Asked everything or asked only what matters: the same severity."""
    numbered = [node for node in flow.nodes if node.kind != "danger"]

    def check() -> int:
        for name in content.computed:
            _looks_only_where_it_says(content, name)
        for node in progress(numbered, len(numbered)):
            for gated in flow.nodes:
                if gated is not node and _may_open(content, flow, node, gated):
                    _must_be_asked(content, flow, node, gated)
        return int(3 ** len(content.fact_order))

    left_out = sorted(_left_out(flow))
    known = f"; the quick check after signs in words asks less: it leaves out {', '.join(left_out)}" if left_out else ""
    return proved(
        f"A question that is not asked could not have raised the answer, in a talk by buttons{known}",
        "a question is skipped only while no more urgent rule that can still hold looks at it; every computed fact was "
        "seen to look only where it says; every question that can open another is always asked before it",
        check,
        "sets of signs and flags",
    )


def _left_out(flow: Flow) -> frozenset[str]:
    """The facts that a question asks which another one, standing for it, does not ask."""
    stands_for: dict[str, set[str]] = {}
    for node in flow.nodes:
        if node.unless:
            stands_for.setdefault(node.unless, set()).update(flow.asks[node.id])
    left = {name: facts - flow.asks[name] for name, facts in stands_for.items()}
    return frozenset[str]().union(*left.values())


def _looks_only_where_it_says(content: Content, name: str) -> None:
    """A computed fact depends on nothing but what it is declared to look at."""
    declared = _declared(content, name)
    if counts(content, name):
        return
    numbers = points(content) if reads_numbers(content, name) else {}
    limits = open_facts(content) | {measure: (0, len(values) - 1) for measure, values in numbers.items()}
    del limits[f"#{name}"]
    compute = content.computed[name].of
    for agents in situations(content, name):

        def run(unknowns: Unknowns, agents: Agents = agents) -> int:
            return int(compute(OpenPicture(content, unknowns, agents, numbers)))

        for way in ways(run, limits, groups(content, name)):
            asked = {"measurements" if one in numbers else one for one in way.bounds}
            inside = {one.removeprefix("#") for one in asked if one.startswith("#")}
            looked = {one for one in asked if not one.startswith("#")}.union(
                *(_declared(content, one) for one in inside)
            )
            if not looked <= declared:
                raise Failure(f"{name} looks at {', '.join(sorted(looked - declared))}, and does not say so")


def _declared(content: Content, name: str) -> frozenset[str]:
    """The facts that a computed fact says it looks at."""
    return content.conditions.looks_at(Condition(bool, numbers=frozenset({name})))


def _may_open(content: Content, flow: Flow, node: Node, gated: Node) -> bool:
    """Whether an answer to the node can make the other be asked: by its gate, or by the option that leads to it."""
    if gated.after is not None:
        return gated.after.node == node.id
    gate = flow.gates.get(gated.id)
    if gate is None:
        return False
    facts = flow.asks[node.id] & content.conditions.looks_at(gate)
    if TAKEN in facts or facts - DOSES:
        return True
    return bool(facts) and _doses_open(content, gate)


def _doses_open(content: Content, gate: Condition) -> bool:
    """Whether more of something, or an extract of it, opens a gate that the thing itself leaves shut."""
    extract = [one for one in every_agent(content) if one.kind == "kratom_extract"]
    for levels in ({}, dict.fromkeys(content.findings, Level.YES)):
        for agent in every_agent(content):
            least = Reading(content, levels, (agent.__class__(agent.id, agent.said, agent.kind, agent.tier, 0,
                            extra=False, active=True, active_for_maoi=True),), {})  # fmt: skip
            worst = Reading(content, levels, (agent, *(extract if agent.kind == KRATOM_LEAF else ())), {})
            if gate.holds(worst) and not gate.holds(least):
                return True
    return False


def _must_be_asked(content: Content, flow: Flow, node: Node, gated: Node) -> None:
    """Raise a Failure unless the node is asked before anything after it, however the talk went.

    The talk that gives the least reason to ask is the one in which all before it was answered *no*: answers that raise
    more rules only give more reasons, until the talk is severe. So it is looked at alone, for each urgency so far.
    """
    for session in _least(flow, node):
        outlook = Outlook(session, facts_of(session, flow, content), flow, content)
        reasons = [rule for rule, waits in outlook.undecided if waits & flow.asks[node.id]]
        for urgency in (0, MILD):
            if not _can_open(content, flow, node, gated, urgency):
                continue
            if not any(_lasting(rule, flow, node, urgency) for rule in reasons):
                told = f"“{node.id}” may be skipped, and with it “{gated.id}”, which its answer would have opened"
                raise Failure(told)


def _least(flow: Flow, node: Node) -> Iterator[Session]:
    """The talk just before the node, all answered *no*; where an option leads to the node, that option."""
    answers = []
    for before in flow.nodes[: flow.nodes.index(node)]:
        if before.after is not None and not (node.after and before.id == node.after.node):
            continue
        picks: tuple[str, ...] = ()
        if node.after is not None and node.after.node == before.id:
            picks = (node.after.option,)
        elif before.kind == "grid":
            picks = tuple(f"{row}=no" for row in before.rows)
        elif before.option("no"):
            picks = ("no",)
        answers.append(Answer(before.id, picks))
    yield Session(answers=tuple(answers))


def _can_open(content: Content, flow: Flow, node: Node, gated: Node, urgency: int) -> bool:
    """Whether the node can be asked and then open a shut gate, in a talk that is mild so far, or not even that."""
    gate, own = flow.gates.get(gated.id), flow.gates.get(node.id)
    if gate is None:
        return True
    mild = [rule.when for rule in content.rules if rule.severity == Severity.MILD]
    asked = flow.asks[node.id] - {TAKEN}
    none, worst = dict.fromkeys(asked, Level.NO), dict.fromkeys(asked, Level.YES)
    numbers = points(content)
    limits: dict[str, tuple[int, int]] = dict.fromkeys(content.fact_order, (0, 2))
    limits |= {measure: (0, len(values) - 1) for measure, values in numbers.items()}
    known = [
        (),
        *(agents for name in (*gate.numbers, *(own.numbers if own else ())) for agents in situations(content, name)),
    ]
    for before in dict.fromkeys(known):
        after = every_agent(content) if TAKEN in flow.asks[node.id] else before

        def opens(unknowns: Unknowns, before: Agents = before, after: Agents = after) -> bool:
            low = OpenPicture(content, unknowns, before, numbers, none)
            if gate.holds(low) or (own is not None and not own.holds(low)):
                return False
            if any(one.holds(low) for one in mild) != (urgency == MILD):
                return False
            return gate.holds(OpenPicture(content, unknowns, after, numbers, worst))

        if any(way.gave for way in ways(opens, limits, _alike(content, gate))):
            return True
    return False


def _alike(content: Content, *gates: Condition | None) -> list[tuple[str, ...]]:
    """Findings that neither the gates nor "any symptom" can tell apart."""
    known = [gate for gate in gates if gate]
    names = {*(name for gate in known for name in gate.numbers), "any_symptom", "mild_measurement"} & set(
        content.computed
    )
    named = frozenset[str]().union(*(gate.facts for gate in known), *(named_facts(content, name) for name in names))
    found: dict[object, list[str]] = {}
    for ident, finding in content.findings.items():
        found.setdefault(ident if ident in named else (finding.category, finding.grade), []).append(ident)
    return [tuple(group) for group in found.values()]


def _lasting(rule: ReadyRule, flow: Flow, node: Node, urgency: int) -> bool:
    """Whether the rule stays a reason to ask the node in every talk that is no more urgent and has not asked it."""
    if rule.urgency <= urgency:
        return False
    if not rule.when.parts:
        return True  # its only condition can't hold, or the talk would be as urgent as the rule
    asked_elsewhere = {fact for other in flow.nodes if other is not node for fact in flow.asks[other.id]}
    own = flow.asks[node.id] - asked_elsewhere - {TAKEN}
    return any(not leaf.numbers and leaf.facts and leaf.facts <= own for leaf, _looks_at in rule.leaves)
