"""What is asked, and what never is: signs without a question, questions that no rule needs."""

from collections.abc import Iterator

from flows.checks.place import issue, nodes, warning
from flows.definition import Flow
from flows.summary import WORDS
from knowledge.content import Content
from knowledge.issues import Issue, nearest


def unasked(flow: Flow, content: Content) -> Iterator[Issue]:
    """Every red flag and severe sign is asked somewhere: what nobody asks can't be told."""
    asked = frozenset().union(*flow.asks.values())
    for grade in ("red_flag", "severe"):
        for finding in content.graded[grade]:
            if finding not in asked:
                yield issue(flow, (), f"no node asks for {finding}, which is {grade}")


def only_typed(flow: Flow, content: Content) -> Iterator[Issue]:
    """Mild signs and flags that no node asks, so that only typed words can tell them."""
    asked = frozenset().union(*flow.asks.values())
    matters = frozenset().union(*(rule.looks_at for rule in content.rules))
    for ident in content.fact_order:
        if ident not in asked and ident in matters:
            yield warning(flow, (), f"no node asks for {ident}; only typed words can tell it")


def leads_elsewhere(flow: Flow, _content: Content) -> Iterator[Issue]:
    """Options that say nothing by themselves and lead to a node that follows another option."""
    for keys, node in nodes(flow):
        for index, option in enumerate(node.options):
            target = flow.by_id.get(option.leads_to or "")
            if target and (target.after is None or (target.after.node, target.after.option) != (node.id, option.id)):
                sentence = (
                    f"“{option.id}” leads to {target.id}, which does not follow it: its `after` names something else"
                )
                yield issue(flow, (*keys, "options", index), sentence)


def unreachable(flow: Flow, content: Content) -> Iterator[Issue]:
    """Nodes that are never asked: what leads there does not exist, or no rule needs what they ask."""
    matters = frozenset().union(*(rule.looks_at for rule in content.rules))
    for keys, node in nodes(flow):
        if node.after and node.after.node != WORDS:  # what was typed and confirmed is no node
            before = flow.by_id.get(node.after.node)
            if before is None:
                sentence = f"node {node.id} follows “{node.after.node}”{nearest(node.after.node, flow.by_id)}"
                yield issue(flow, keys, sentence)
            elif not before.option(node.after.option):
                options = [one.id for one in before.options]
                sentence = f"node {node.id} follows {before.id}'s “{node.after.option}”"
                yield issue(flow, keys, sentence + nearest(node.after.option, options))
        if node not in flow.afterwards and not flow.asks[node.id] & matters:
            yield issue(flow, keys, f"node {node.id} is never asked: no rule looks at what it asks")
