"""The words of a flow: every node and option has its message, and every button's data fits Telegram."""

from collections.abc import Iterator

from flows.checks.place import issue, nodes
from flows.definition import Flow, Node
from flows.inputs import Choose
from flows.screens import LEVELS
from knowledge.content import Content
from knowledge.issues import Issue
from knowledge.wording import Wording

MOST_BYTES = 64  # of a button's data, Telegram's limit
LATEST = 9_999_999_999  # the second a talk began, in the year 2286
ACTS = ("pick", "told", "on", "off", "do")


def wordless(flow: Flow, content: Content, words: Wording) -> Iterator[Issue]:
    """Messages that a node needs and the words lack."""
    for keys, node in nodes(flow):
        for message in needed(node, content):
            if not words.has(message):
                yield issue(flow, keys, f"node {node.id} has no message {message}")


def needed(node: Node, content: Content) -> Iterator[str]:
    """The messages of a node."""
    yield f"nodes.{node.id}"
    if not node.home_check or node.measures:
        yield f"questions.{node.id}"
    yield from (f"danger.{line.label}" for line in node.lines)
    check = content.home_checks.get(node.home_check or "")
    for option in node.options:
        if option.id not in content.fact_order and not (check and option.id in check.answers) and not option.leads_to:
            plain = option.id in {"yes", "no", "unsure", "none"}
            yield f"buttons.{option.id}" if plain else f"buttons.{node.id}_{option.id}"


def long_data(flow: Flow) -> Iterator[Issue]:
    """Buttons whose data would not fit."""
    act = max(ACTS, key=len)
    for keys, node in nodes(flow):
        for option in (*(one.id for one in node.options), *(f"{row}={level}" for row in node.rows for level in LEVELS)):
            data = Choose(LATEST, act, node.id, option).data
            if len(data.encode()) > MOST_BYTES:
                yield issue(flow, keys, f"the button {option} of {node.id} has {len(data.encode())} bytes; 64 fit")
