"""Texts that read otherwise, each with how hard it was and is to read."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict

from flows.difference.version import Version
from knowledge.content import Content
from knowledge.readability import grade


class TextChange(Struct, frozen=True):
    """One text that changed; empty where there was none, or is none any more."""

    key: str
    before: str
    after: str
    grade_before: float
    grade_after: float


def text_changes(old: Version, new: Version) -> Iterator[TextChange]:
    """Every text that differs, by key."""
    before, after = dict(_texts(old)), dict(_texts(new))
    for key in sorted({*before, *after}):
        one, other = before.get(key, ""), after.get(key, "")
        if one != other:
            yield TextChange(key, one, other, grade(one), grade(other))


def _texts(version: Version) -> Iterator[tuple[str, str]]:
    """Every text that people read, by key."""
    for key, text in version.words.texts.items():
        yield from _both(key, text) if isinstance(text, Mapping) else [(key, text)]
    content = version.content
    for ident, fact in {**content.findings, **content.flags}.items():
        yield from ((f"{ident}.{part}", getattr(fact, part)) for part in ("label", "you", "them", "short"))
    for ident, finding in content.findings.items():
        if finding.first_action:
            yield from _both(f"{ident}.first_action", asdict(finding.first_action))
    for ident, check in content.home_checks.items():
        yield from ((f"{ident}.{part}", getattr(check, part)) for part in ("title", "you", "them"))
    yield from _advice(content)


def _advice(content: Content) -> Iterator[tuple[str, str]]:
    for kind, lines in content.guidance.items():
        for line in lines:
            yield from ((f"{kind}.{line.id}.you", line.you), (f"{kind}.{line.id}.them", line.them))
    yield from ((f"{rule.id}.says", rule.says) for rule in content.rules)
    for kind, family in content.classes.items():
        yield from ((f"{kind}.label", family.label), (f"{kind}.name", family.name))
    yield from ((f"{' '.join(one.between)} + {' '.join(one.and_)}", one.why) for one in content.table.reasons)


def _both(key: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{key}.{subject}", text) for subject, text in texts.items())
