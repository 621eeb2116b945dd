"""The commands: `python -m bot NAME`, also installed as `serocheck NAME`."""

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType

from bot.settings import SettingsError
from knowledge.issues import ContentError

# Each is a module of bot/commands with add(parser) and run(arguments); only the one that is asked for is imported.
COMMANDS = {
    "run": "run the bot: on Telegram when TELEGRAM_BOT_TOKEN is set, else in the sandbox",
    "assess": "assess cases: JSON lines in, JSON lines out",
    "check": "print the content's issues, one a line",
    "draw": "draw the flow as Mermaid and the rules as a table",
    "interactions": "what two or more substances do together, worst first",
    "preview": "the sandbox with a pane that says why; it follows the YAML files as they are saved",
    "poster": "a page to hang up at an event, with the QR of its link",
    "replay": "what a person saw, from the code on a handoff card",
    "understand": "what typed words say: JSON lines in, JSON lines out",
    "forget": "delete everything that is held of a chat",
    "move-store": "copy everything from one database into another, such as SQLite into PostgreSQL",
    "stats": "numbers about what is held",
    "sandbox": "try the bot on a page of this machine, without Telegram",
    "prove": "prove over the whole answer space that the content is safe",
    "diff": "what a change of the content means for people: two revisions or folders",
}


def main(words: Sequence[str] | None = None) -> int:
    """Do a command; the exit status: 2 for what the operator has to put right first."""
    given = list(sys.argv[1:] if words is None else words)
    parser = argparse.ArgumentParser(prog="serocheck", description="A bot that asks: should I seek help?")
    names = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, help_text in COMMANDS.items():
        described = names.add_parser(name, help=help_text, description=help_text)
        if given[:1] == [name]:
            _module(name).add(described)
    arguments = parser.parse_args(given)
    command = _module(arguments.command)
    try:
        return int(command.run(arguments))
    except (SettingsError, ContentError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _module(name: str) -> ModuleType:
    gc.disable()  # nothing that is loaded is garbage, and looking for some would be a tenth of the start
    try:
        return importlib.import_module(f"bot.commands.{name.replace('-', '_')}")
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
