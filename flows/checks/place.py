"""Where a flow's value stands, and its nodes with their keys."""

from collections.abc import Iterable, Iterator

from flows.definition import Flow, Node
from knowledge import yaml_file
from knowledge.issues import Issue, shown

Keys = tuple[str | int, ...]


def issue(flow: Flow, keys: Iterable[str | int], sentence: str) -> Issue:
    """An issue at the value under the keys of the flow's file."""
    return Issue(shown(flow.path), yaml_file.line_of(flow.path, tuple(keys)), sentence)


def warning(flow: Flow, keys: Iterable[str | int], sentence: str) -> Issue:
    """The same as a warning: somebody should look, and nothing is broken."""
    return Issue(shown(flow.path), yaml_file.line_of(flow.path, tuple(keys)), sentence, "warning")


def nodes(flow: Flow) -> Iterator[tuple[Keys, Node]]:
    """Every node with its keys."""
    for key, some in (("nodes", flow.nodes), ("afterwards", flow.afterwards)):
        yield from (((key, index), node) for index, node in enumerate(some))
