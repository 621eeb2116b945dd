"""`serocheck replay CARD`: what a person saw, from the code on a handoff card."""

import argparse
import sys
from pathlib import Path

from flows.cards.code import CardCodeError
from flows.cards.replay import replayed
from flows.engine import load


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("card", help="the code, the text of the card, a file with it, or - for standard input")


def run(arguments: argparse.Namespace) -> int:
    """Print the talk; 1 if the code can't be read."""
    try:
        for line in replayed(load(), _text(arguments.card)):
            print(line)
    except CardCodeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    try:
        return Path(given).read_text(encoding="utf-8") if Path(given).is_file() else given
    except (OSError, ValueError):  # too long for a name, or no text: then it is the card itself
        return given
