"""`serocheck assess`: cases as JSON lines in, assessments as JSON lines out."""

import argparse
import sys
from typing import IO, Any

import msgspec

from knowledge.case import CaseError, answer
from knowledge.content import Content


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("file", nargs="?", type=argparse.FileType("rb"), help="JSON lines; standard input if left out")


def run(arguments: argparse.Namespace) -> int:
    """Assess every line; 1 if any can't be read."""
    return assess_lines(arguments.file or sys.stdin.buffer, sys.stdout.buffer, Content())


def assess_lines(lines: IO[bytes], out: IO[bytes], content: Content) -> int:
    """Assess line by line; a bad line gets `{"id", "error"}` and the next is read. Returns the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        ident: Any = None
        try:
            value = msgspec.json.decode(line)
            ident = value.get("id") if isinstance(value, dict) else None
            result = answer(value, content)
        except (msgspec.DecodeError, UnicodeDecodeError):
            status, result = 1, {"id": ident, "error": f"line {number} is not JSON"}
        except CaseError as error:
            status, result = 1, {"id": ident, "error": f"line {number}: {error}"}
        out.write(msgspec.json.encode(result) + b"\n")
        out.flush()
    return status
