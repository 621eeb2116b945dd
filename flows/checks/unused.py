"""What nothing uses: messages, computed facts and flags that neither code nor flow nor rule names."""

import ast
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from flows.checks.place import nodes
from flows.definition import Flow
from knowledge import yaml_file
from knowledge.checks.place import warning
from knowledge.conditions import Condition
from knowledge.content import Content
from knowledge.issues import Issue, shown
from knowledge.wording import Wording


class Code(Struct, frozen=True):
    """What the code says in strings.

    Attributes:
        words: every plain string.
        begins: those that messages may begin with, as "profile.command_".
        patterns: every f-string as a pattern, its values as groups.
    """

    words: frozenset[str]
    begins: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


def said_in(sources: Iterable[str]) -> Code:
    """The strings in some Python sources."""
    words, patterns = set(), set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"(\w+)" for one in node.values
                )
                patterns.add("".join(parts))
    begins = tuple(sorted(one for one in words if re.fullmatch(r"\w+\.\w+_", one)))
    keys = sorted(one for one in patterns if re.search(r"\w{2}", one.replace(r"(\w+)", "")) and " " not in one)
    return Code(frozenset(words), begins, tuple(re.compile(one) for one in keys))


def unused_messages(flow: Flow, content: Content, words: Wording, code: Code) -> Iterator[Issue]:
    """Messages that no string of the code can name."""
    fillers = code.words | {*content.fact_order, "you", "them"}
    for _keys, node in nodes(flow):
        options = {option.id for option in node.options} | {line.label for line in node.lines}
        fillers |= {node.id, *options}
        fillers |= {pair for one in options for pair in (f"{node.id}_{one}", f"{one}_{node.id}")}
    # other files beside the flow name messages too
    for path in flow.path.parent.glob("*.yaml"):
        fillers |= set(_strings(yaml_file.read(path)))
    for key, path in words.places.items():
        if not _named(key, fillers, code):
            line = yaml_file.line_of(path, (key.partition(".")[2],))
            yield Issue(shown(path), line, f"no code and no flow uses the message {key}", "warning")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value


def _named(text: str, fillers: frozenset[str], code: Code, depth: int = 2) -> bool:
    """Whether the code can say the text: as it is, or as an f-string whose values it can say."""
    if text in fillers or text.startswith(code.begins):
        return True
    found = (pattern.fullmatch(text) for pattern in code.patterns) if depth else ()
    return any(all(_named(one, fillers, code, depth - 1) for one in match.groups()) for match in found if match)


def unused_facts(flow: Flow, content: Content, code: Code) -> Iterator[Issue]:
    """Flags and computed facts that no rule, advice, gate or code looks at."""
    conditions = [*_conditions(content), *flow.gates.values()]
    looked_at = frozenset().union(*(content.conditions.looks_at(one) for one in conditions))
    named = frozenset().union(*(one.numbers for one in conditions))
    for ident in content.flags:
        if ident not in looked_at:
            yield warning(content, "findings.yaml", ("flags", ident), f"no rule, advice or question looks at {ident}")
    for name in content.computed:
        if name not in named and name not in code.words:
            sentence = f"no rule, advice or question names the computed fact {name}"
            yield Issue(f"{shown(content.folder)}/computed", 1, sentence, "warning")


def _conditions(content: Content) -> Iterator[Condition]:
    yield from (rule.when for rule in content.rules)
    for lines in content.guidance.values():
        yield from (content.conditions.of(line.when) for line in lines)
    for measure in content.measurements.values():
        yield from (content.conditions.of(band.when) for band in (*measure.mild, *measure.severe) if band.when)
