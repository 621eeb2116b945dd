"""Writes what is generated, by `make docs`: pages, schemas, and the line that names a file's schema."""

from pathlib import Path

from flows.definition import FOLDER, Flow
from flows.drawing import mermaid, rule_table
from knowledge.content import Content
from knowledge.wording import Wording
from tests import review, vignette_report
from tests.schemas import FIRST_LINE, first_line, schemas, shaped

DOCS = Path(__file__).parent.parent / "docs"
MADE = "<!-- Made by `make docs` from the content. Change the YAML, not this page. -->\n\n"


def pages() -> dict[Path, str]:
    """Each generated file and what it must say."""
    content, words = Content(), Wording()
    flow = Flow(FOLDER / "triage.yaml", content)
    drawing = f"{MADE}# The triage talk\n\n```mermaid\n{mermaid(flow, words)}\n```\n"
    intro = "The most urgent rule that holds wins. No clinician has signed them yet."
    rules = f"{MADE}# The rules\n\n{intro}\n\n{rule_table(content)}\n"
    return {
        DOCS / "flows" / "triage.md": drawing,
        DOCS / "rules.md": rules,
        review.PAGE: MADE + review.review(content, flow, words),
        vignette_report.PAGE: vignette_report.report(),
        **schemas(content),
    }


def name_schemas() -> list[Path]:
    """Put the line that names its schema on top of every YAML file that lacks it; the files changed."""
    changed = []
    for path, kind in shaped():
        text = path.read_text(encoding="utf-8")
        line = first_line(path, kind)
        if not text.startswith(line + "\n"):
            rest = text.partition("\n")[2] if text.startswith(FIRST_LINE) else text
            path.write_text(f"{line}\n{rest}", encoding="utf-8")
            changed.append(path)
    return changed


def main() -> None:
    """Write everything; the line comes first, because places in files are told by line."""
    changed = name_schemas()
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        changed.append(path)
    for path in changed:
        print(path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
