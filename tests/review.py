"""The page for reviewers: all that a clinician must read and sign, on one page, made from the content."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from flows.definition import Flow
from flows.drawing import in_words, mermaid
from knowledge import yaml_file
from knowledge.assessed import answer
from knowledge.checks.texts import Text, texts
from knowledge.content import Content
from knowledge.readability import grade
from knowledge.ready_rules import ReadyRule
from knowledge.schema.doubts import Doubt, DoubtsFile
from knowledge.wording import Wording
from tests.review_choices import choices
from tests.vignette_report import differences, rows, table
from tests.vignettes import Vignette, vignettes

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "review.md"
MOST_NAMED = 6  # vignettes a rule
HEAD = """# To be reviewed and signed, release {version}

**No clinician has signed any of this, and SeroCheck is not a certified medical device.** This page holds all that a
reviewer needs: what was chosen without a source, what is in doubt, where our own judgement and the rules part, every
rule with its sources and the cases that exercise it, the talk, and every text with its reading grade. The hazards are
in [safety.md](safety.md), how the rules do on the vignettes in [vignettes.md](vignettes.md).

How to sign: put your name and the day into `reviewed_by` of the rule, class or table, and a new day into `review_by`.
A doubt is decided in `knowledge/doubts.yaml`. A change downwards needs two clinicians. Then `make docs`.
"""


def review(content: Content, flow: Flow, words: Wording) -> str:
    """The page, as Markdown."""
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    parts = [
        HEAD.format(version=version[1] if version else "?"),
        _signatures(content),
        choices(content),
        _doubts(content),
        differences(rows(content)),
        _rules(content),
        f"## The talk\n\n```mermaid\n{mermaid(flow, words)}\n```\n",
        _texts(content),
    ]
    return "\n".join(parts)


def doubts(content: Content) -> list[Doubt]:
    """The open questions."""
    return msgspec.convert(yaml_file.read(content.folder / "doubts.yaml"), DoubtsFile).doubts


def _signatures(content: Content) -> str:
    signed = [
        ["rules", len(content.rules), sum(1 for rule in content.rules if rule.row.reviewed_by)],
        ["classes", len(content.classes), sum(1 for one in content.classes.values() if one.reviewed_by)],
        ["table of pairs", 1, int(bool(content.table.reviewed_by))],
    ]
    return f"## What is signed\n\n{table(['what', 'there are', 'signed'], signed)}"


def _doubts(content: Content) -> str:
    lines = [[one.id, one.question, one.now, ", ".join(one.rules), one.decided or "open"] for one in doubts(content)]
    head = ["doubt", "question", "what happens now", "rules", "decided"]
    return f"## Open doubts\n\nFrom clinical.md 10, and what came up since.\n\n{table(head, lines)}"


def _rules(content: Content) -> str:
    fired = [(case, [one["rule"] for one in answer(case.given, content)["because"]]) for case in vignettes()]
    parts = ["## Every rule", "", "The most urgent rule that holds wins.", ""]
    for rule in content.rules:
        parts += [*_rule(rule, content), _cases(rule.id, fired), ""]
    return "\n".join(parts)


def _rule(rule: ReadyRule, content: Content) -> Iterator[str]:
    row = rule.row
    severity = f"{row.severity.value}, call now" if row.call_now else row.severity.value
    yield f"### {row.id}: {severity}"
    yield ""
    yield f"- **When:** {in_words(row.when)}"
    yield f"- **People read:** {row.says} (grade {grade(row.says):g})"
    yield f"- **Why:** {row.rationale}"
    yield f"- **Status:** {row.status}; signed by {row.reviewed_by or 'nobody'}; to be reviewed by {row.review_by}"
    for ident in row.sources:
        source = content.sources[ident]
        link = f"https://doi.org/{source.doi}" if source.doi else source.url or ""
        cite = f"{source.title}. {source.cite or ''}".strip()
        yield f"- **Source:** {cite} ({source.status}{f', {source.read}' if source.read else ''}) {link}".rstrip()


def _cases(rule: str, fired: list[tuple[Vignette, list[str]]]) -> str:
    """The vignettes in which it holds; first those where no other rule does."""
    held = sorted(((len(rules), case.name) for case, rules in fired if rule in rules), key=lambda one: one[0])
    alone = sum(1 for count, _name in held if count == 1)
    named = "; ".join(name for _count, name in held[:MOST_NAMED])
    if not held:
        return "- **Cases:** no vignette exercises it"
    return f"- **Cases:** {len(held)} vignettes, the only rule in {alone} of them. Such as: {named}."


def _texts(content: Content) -> str:
    """Every text by file, folded, with its grade; a label has none."""
    by_file: dict[str, list[Text]] = {}
    for text in texts(content):
        by_file.setdefault(text.file, []).append(text)
    parts = [
        "## Every text people read, with its US school grade",
        "",
        "A label of a button is no sentence and has no grade.",
        "",
    ]
    for file, some in by_file.items():
        lines = [[one.name, " ".join(one.text.split()), "" if one.is_label else f"{grade(one.text):g}"] for one in some]
        body = table(["text", "words", "grade"], lines)
        parts += [
            f"<details><summary><code>knowledge/{file}</code>, {len(some)} texts</summary>",
            "",
            body,
            "</details>",
            "",
        ]
    return "\n".join(parts)
