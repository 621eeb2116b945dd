"""`serocheck interactions NAME NAME…`: the pairs, worst first, each with its reason and sources."""

import argparse
from collections.abc import Iterable, Sequence

from knowledge.agents import agents_of
from knowledge.case import named
from knowledge.content import Content
from knowledge.facts import Taken


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("names", nargs="+", metavar="NAME", help="what is taken together; quote names of several words")


def run(arguments: argparse.Namespace) -> int:
    """Print the pairs."""
    for line in interaction_lines(arguments.names, Content()):
        print(line)
    return 0


def interaction_lines(names: Sequence[str], content: Content) -> Iterable[str]:
    """The lines to print; an unknown name is said to be unknown, and counts as the worst plausible."""
    taken = [Taken(name, ident) for name in names for ident in named(name, content)]
    for one in taken:
        if not one.id:
            suggestions = ", ".join(content.names.find(one.said).maybe)
            meant = f" Did you mean {suggestions}?" if suggestions else ""
            yield f"{one.said}: I do not know it, and can't say it is safe. It counts as unknown.{meant}"
    pairs = content.interactions.among(agents_of(taken, {}, content))
    for pair in pairs:
        words = content.interactions.level_words[pair.level]
        letters = f" ({pair.letters})" if pair.letters else ""
        both = f"{pair.one.said} + {pair.other.said}"
        yield f"{pair.level} {words}: {both}{letters}. {pair.why} [{', '.join(pair.sources)}]"
    if not pairs:
        yield "I need two different things to compare. One alone can still be a danger: ask the bot."
