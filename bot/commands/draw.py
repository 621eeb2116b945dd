"""`serocheck draw`: the flow as Mermaid and the rules as a Markdown table."""

import argparse

from flows.definition import FOLDER, Flow
from flows.drawing import mermaid, rule_table
from knowledge.content import Content
from knowledge.wording import Wording


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("what", nargs="?", choices=["all", "flows", "rules"], default="all")


def run(arguments: argparse.Namespace) -> int:
    """Print the drawing, the table, or both."""
    content = Content()
    if arguments.what in {"all", "flows"}:
        print(f"```mermaid\n{mermaid(Flow(FOLDER / 'triage.yaml', content), Wording())}\n```")
    if arguments.what in {"all", "rules"}:
        print(rule_table(content))
    return 0
