"""Where rules, nodes and questions stand in the content's files, so that whoever reads can go and change them."""

from collections.abc import Sequence
from pathlib import Path

import yaml
from msgspec import Struct

from flows.definition import Flow, Node
from knowledge.content import Content
from knowledge.issues import shown
from knowledge.wording import Wording


class Place(Struct, frozen=True):
    """A line of a file, counted from 1; written as issues write it."""

    file: str
    line: int


class Places:
    """Looked up once, when the content is loaded: the files may change under a running talk."""

    def __init__(self, content: Content, flow: Flow, words: Wording) -> None:
        self._open: dict[Path, yaml.Node | None] = {}
        self.rules = {
            rule.id: self._of(content.folder / name, ("rules", index))
            for name in dict.fromkeys(content.rule_files.values())
            for index, rule in enumerate(one for one in content.rules if content.rule_files[one.id] == name)
        }
        self.nodes = {
            node.id: self._of(flow.path, (key, index))
            for key, nodes in (("nodes", flow.nodes), ("afterwards", flow.afterwards))
            for index, node in enumerate(nodes)
        }
        self.questions = {node.id: self._question(node, content, words) for node in flow.by_id.values()}
        self._open.clear()

    def _question(self, node: Node, content: Content, words: Wording) -> Place | None:
        """Where the words of its question stand."""
        key = f"questions.{node.id}"
        if node.home_check and not node.measures:
            return self._of(content.folder / "findings.yaml", ("home_checks", node.home_check))
        return self._of(words.places[key], (node.id,)) if key in words.places else None

    def _of(self, path: Path, keys: Sequence[str | int]) -> Place:
        if path not in self._open:
            self._open[path] = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        node, line = self._open[path], 1
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in node.value if pair[0].value == str(key)), None)
                if found is None:
                    break
                line, node = found[0].start_mark.line + 1, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = node.start_mark.line + 1
        return Place(shown(path), line)
