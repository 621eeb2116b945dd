"""A flow as a Mermaid drawing, and the rules as a Markdown table: made from the content, so never stale."""

from collections.abc import Iterable, Mapping
from typing import Any

from flows.definition import Flow, Node
from knowledge.content import Content
from knowledge.wording import Wording

OUTCOMES = {"severe": "🆘 severe", "mild": "mild", "none": "no signs now"}


def mermaid(flow: Flow, words: Wording) -> str:
    """The flow from top to bottom: solid for the order of asking, dotted for what is asked only at times."""
    lines = ["flowchart TD", "  start([start])"]
    lines += [f'  {node.id}["{words.say(f"nodes.{node.id}")}<br/><small>{_asks(node)}</small>"]' for node in flow.nodes]
    lines += [f'  {ident}(["{label}"])' for ident, label in OUTCOMES.items()]
    stops = ["start", *(node.id for node in flow.nodes)]
    for before, node in zip(stops, flow.nodes, strict=False):
        gate = _gate(node)
        lines.append(f"  {before} -.->|{gate}| {node.id}" if gate else f"  {before} --> {node.id}")
    lines.append(f"  {stops[-1]} --> mild")
    lines.append(f"  {stops[-1]} --> none")
    lines += [f"  {node.id} ==>|any severe rule holds| severe" for node in flow.nodes if node.kind == "danger"]
    lines += ["  every[any question] ==>|any severe rule holds| severe"]
    lines += [f"  severe -.-> {node.id}[{words.say(f'nodes.{node.id}')}]" for node in flow.afterwards]
    return "\n".join(lines)


def rule_table(content: Content) -> str:
    """The rules as a Markdown table."""
    rows = ["| rule | severity | when | says | why | sources | status |", "|---|---|---|---|---|---|---|"]
    for rule in content.rules:
        row = rule.row
        severity = f"{row.severity.value} + call now" if row.call_now else row.severity.value
        cells = [row.id, severity, in_words(row.when), row.says, row.rationale, ", ".join(row.sources), row.status]
        rows.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return "\n".join(rows)


def in_words(when: Mapping[str, Any]) -> str:
    """A condition as a reader says it."""
    match dict(when):
        case {"yes": fact}:
            return f"{fact} = yes"
        case {"possible": fact}:
            return f"{fact} = yes or not sure"
        case {"fact": name}:
            return str(name)
        case {"number": name, "at_least": least}:
            return f"{name} ≥ {least}"
        case {"class": name}:
            return f"{name} taken"
        case {"all": parts}:
            return "(" + " and ".join(map(in_words, parts)) + ")"
        case {"any": parts}:
            return "(" + " or ".join(map(in_words, parts)) + ")"
    return "always"


def _asks(node: Node) -> str:
    asked: Iterable[str] = node.rows or [option.id for option in node.options]
    return ", ".join(one.replace("_", " ") for one in asked)


def _gate(node: Node) -> str:
    if node.after:
        return f"{node.after.option} picked"
    return in_words(node.when).strip("()") if node.when else ""
