"""`serocheck check`: the content's issues and warnings, one a line; exit status 1 if there is an issue."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace

from flows.checks import flow_issues, flow_warnings
from flows.definition import FOLDER as FLOWS
from flows.definition import Flow
from flows.schedule import Schedule
from knowledge.checks import content_issues, content_warnings
from knowledge.checks.reviews import OVERDUE
from knowledge.content import FOLDER, Content
from knowledge.issues import ContentError, Issue
from knowledge.wording import Wording

ROOT = FOLDER.parent
ROOMS = ("knowledge", "flows", "bot")


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("--knowledge", type=Path, default=FOLDER, help="another folder of knowledge to check")
    parser.add_argument("--flows", type=Path, default=FLOWS, help="another folder of flows to check")
    parser.add_argument(
        "--today",
        type=day,
        default=datetime.now(UTC).date(),
        metavar="YYYY-MM-DD",
        help="the day as of which reviews are overdue",
    )
    parser.add_argument("--strict", action="store_true", help="an overdue review is an issue, not a warning")
    parser.add_argument("--quiet", action="store_true", help="issues only")


def day(text: str) -> date:
    """A day as it is given; ValueError otherwise, which argparse tells with this function's name."""
    return date.fromisoformat(text)


def run(arguments: argparse.Namespace) -> int:
    """Print every issue, then every warning."""
    issues = all_issues(arguments.knowledge, arguments.flows)
    warnings = [] if issues else all_warnings(arguments.knowledge, arguments.flows, arguments.today.isoformat())
    late = [one for one in warnings if arguments.strict and one.sentence.startswith(OVERDUE)]
    issues += [replace(one, level="issue") for one in late]
    shown = [] if arguments.quiet else [one for one in warnings if one not in late]
    for one in (*issues, *shown):
        print(one)
    said = f" ({len(shown)} warnings to look at)" if shown else ""
    some = "1 issue" if len(issues) == 1 else f"{len(issues)} issues"
    print(f"{some} to put right." if issues else f"The content has no issues{said}.")
    return 1 if issues else 0


def all_issues(knowledge: Path, flows: Path) -> list[Issue]:
    """Every issue; what can't be read hides what depends on it."""
    try:
        content = Content(knowledge)
        words = Wording(knowledge / "messages")
        flow = Flow(flows / "triage.yaml", content)
        if (check_ins := flows / "check_in.yaml").exists():
            Schedule(check_ins, content, words)
    except ContentError as error:
        return error.issues
    return sorted([*content_issues(content), *flow_issues(flow, content, words)])


def all_warnings(knowledge: Path, flows: Path, today: str) -> list[Issue]:
    """Every warning of content without issues; reviews are overdue as of today (YYYY-MM-DD)."""
    content = Content(knowledge)
    words = Wording(knowledge / "messages")
    flow = Flow(flows / "triage.yaml", content)
    code = (path.read_text(encoding="utf-8") for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return sorted([*content_warnings(content, today), *flow_warnings(flow, content, words, code)])
