"""What a session's answers say as facts."""

from flows.definition import Flow, Node
from flows.session import Answer, Said, Session
from knowledge.ago import read_hours_ago
from knowledge.amounts import read_amount
from knowledge.content import Content
from knowledge.doses import band_of
from knowledge.facts import Facts, Taken
from knowledge.levels import Level

MEASURED = "measured"


def facts_of(session: Session, flow: Flow, content: Content) -> Facts:
    """The facts the answers say; a later node's word on a fact stands in the place of an earlier one's."""
    levels: dict[str, Level] = {}
    taken: list[Said] | None = None
    answers = {answer.node: answer for answer in session.answers}
    for node in (*flow.nodes, *flow.afterwards):
        answer = answers.get(node.id)
        if answer is None:
            continue
        levels |= _levels(node, answer, flow)
        said = _said(node, answer)
        if node.kind == "substances" or said:
            taken = [*(taken or []), *said]
    for answer in session.answers:
        if answer.node == "words":
            # what was said in words and confirmed stays a yes, whatever "no to the rest" says later
            levels |= {pick: Level.YES for pick in answer.picks if pick in content.findings}
    return Facts(levels, None if taken is None else tuple(told(one, content) for one in taken), _measurements(session))


def told(said: Said, content: Content) -> Taken:
    """What was said to be taken, with its dose band and hours."""
    family = content.classes[content.class_of.get(said.id, "unknown")]
    amount = read_amount(said.amount) if said.amount else None
    return Taken(
        said=said.said,
        id=said.id,
        band=band_of(amount, family.bands, content.substances.get(said.id)) if amount else None,
        hours_ago=read_hours_ago(said.when) if said.when else None,
        amount=said.amount,
        when=said.when,
        mg=amount.mg if amount else None,
        said_at=said.at,
    )


def _levels(node: Node, answer: Answer, flow: Flow) -> dict[str, Level]:
    if node.kind == "grid":
        return {row: Level.named(level) for row, _, level in map(_parted, answer.picks)}
    found: dict[str, Level] = {}
    if node.kind == "many" and node not in flow.afterwards:
        found |= {option.id: Level.NO for option in node.options}
    if node.kind == "danger" and "no" in answer.picks:
        found |= dict.fromkeys(flow.covered, Level.NO)
    for pick in answer.picks:
        option = node.option(pick)
        if option and option.sets:
            found |= {fact: Level.named(word) for fact, word in option.sets.items()}
        elif (node.kind == "many") if option else node.kind == "danger":  # there it is the sign itself, as it was typed
            found[pick] = Level.YES
    return found


def _said(node: Node, answer: Answer) -> list[Said]:
    typed = list(answer.taken)
    for pick in answer.picks:
        option = node.option(pick)
        if option and option.counts_as and not (option.unless_typed and typed):
            typed.append(Said(said=f"button:{node.id}.{pick}", id=option.counts_as))
    return typed


def _measurements(session: Session) -> dict[str, float]:
    """The newest number of each measurement; the worse counts beside a sign, which the rules see to."""
    found = {}
    for answer in session.answers:
        if answer.node == MEASURED:
            for pick in answer.picks:
                name, _, value = pick.partition("=")
                found[name] = float(value)
    return found


def _parted(pick: str) -> tuple[str, str, str]:
    return pick.partition("=")
