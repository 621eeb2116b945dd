"""What is asked or understood less than before: signs, answers, and words that meant danger."""

import re
from collections.abc import Iterator

from msgspec import Struct

from flows.definition import Flow
from flows.difference.version import Version
from flows.understanding import Reader
from knowledge.content import Content
from knowledge.levels import Level

_PATTERN = re.compile(r"[{$]|\.\.\.")


class Lost(Struct, frozen=True):
    """One thing that is asked or understood less."""

    what: str


def asked_less(old: Version, new: Version) -> Iterator[Lost]:
    """Signs and facts that a talk by buttons asked and does not ask any more, and answers that say less."""
    before, after = _asked(old.flow), _asked(new.flow)
    for fact in sorted(before - after):
        known = old.content.findings.get(fact)
        name = known.short if known else fact.replace("_", " ")
        yield Lost(f"nobody asks about {name} any more" + (f" ({known.grade.replace('_', ' ')})" if known else ""))
    says = _says(new.flow)
    for key, level in _says(old.flow).items():
        if key in says and says[key] < level:
            node, option, fact = key
            yield Lost(f"“{option}” at “{node}” says {says[key].name.lower()} for {fact}, not {level.name.lower()}")
    gates = {name: repr(node.when) for name, node in new.flow.by_id.items()}
    for ident, asked in old.flow.by_id.items():
        if ident in gates and gates[ident] != repr(asked.when):
            yield Lost(f"“{ident}” is asked under another condition")


def words_lost(old: Content, new: Content) -> Iterator[Lost]:
    """Phrases that meant danger, or a sign that needs help now, and are not read as danger any more."""
    missing = sorted(_dangerous(old) - _dangerous(new))
    if not missing:
        return
    reader = Reader(new)
    for phrase in missing:
        said = reader.read(phrase)
        if not (said.danger or said.self_harm or said.denied_harm):
            yield Lost(f"“{phrase}” is no longer understood as danger")


def _dangerous(content: Content) -> set[str]:
    """The phrases that can be read as they stand: plain ones, without choices and gaps."""
    grave = (*content.graded["red_flag"], *content.graded["severe"])
    every = [phrase for words in content.danger_words for phrase in words.phrases]
    every += [phrase for ident, one in content.phrases.said() if ident in grave for phrase in one.phrases]
    return {phrase for phrase in every if not _PATTERN.search(phrase)}


def _asked(flow: Flow) -> frozenset[str]:
    by_buttons = [node for node in flow.nodes if node.after is None or node.after.node in flow.by_id]
    return frozenset().union(*(flow.asks[node.id] for node in by_buttons))


def _says(flow: Flow) -> dict[tuple[str, str, str], Level]:
    return {
        (node.id, option.id, fact): Level.named(word)
        for node in flow.nodes
        for option in node.options
        for fact, word in option.sets.items()
    }
