"""`serocheck assess`: cases as JSON lines in, assessments as JSON lines out."""

import argparse
import sys
from typing import IO

from bot.commands.json_lines import answer_lines
from knowledge.assessed import answer
from knowledge.content import Content


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("file", nargs="?", type=argparse.FileType("rb"), help="JSON lines; standard input if left out")


def run(arguments: argparse.Namespace) -> int:
    """Assess every line; 1 if any can't be read."""
    return assess_lines(arguments.file or sys.stdin.buffer, sys.stdout.buffer, Content())


def assess_lines(lines: IO[bytes], out: IO[bytes], content: Content) -> int:
    """Assess line by line. Returns the exit status."""
    return answer_lines(lines, out, lambda value: answer(value, content))
