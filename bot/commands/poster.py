"""`serocheck poster EVENT`: a page to hang up at an event, with the QR that shows the medics' number first."""

import argparse
import re
import sys
from pathlib import Path

from bot.cards.poster import poster
from knowledge.content import FOLDER, Content
from knowledge.wording import Wording


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("event", help="the name of a file in knowledge/events, without .yaml")
    parser.add_argument("--bot", required=True, help="the bot's name on Telegram, without @")
    parser.add_argument("--out", type=Path, help="the file to write (default: EVENT.pdf)")
    parser.add_argument("--knowledge", type=Path, default=FOLDER, help="another folder of knowledge")


def run(arguments: argparse.Namespace) -> int:
    """Write the page; 1 if there is no such event, 2 for a name that is none."""
    bot = arguments.bot.removeprefix("@")
    if not re.fullmatch(r"\w{5,32}", bot):
        print(f"“{bot}” is no name of a bot on Telegram.", file=sys.stderr)
        return 2
    content = Content(arguments.knowledge)
    event = content.event_files.get(arguments.event)
    if event is None:
        known = ", ".join(content.event_files) or "none yet"
        print(f"There is no event “{arguments.event}” in knowledge/events; known: {known}.", file=sys.stderr)
        return 1
    out = arguments.out or Path(f"{arguments.event}.pdf")
    emergency = content.countries[event.country].emergency[0]
    out.write_bytes(poster(event, arguments.event, bot, emergency, Wording()))
    print(out)
    return 0
