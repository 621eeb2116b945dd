"""`serocheck interactions NAME NAME…`: the pairs, worst first, each with its reason and sources."""

import argparse
from collections.abc import Iterable, Sequence

from knowledge.agents import agents_of
from knowledge.content import Content
from knowledge.facts import Taken
from knowledge.interactions import Interaction
from knowledge.meanings import UNKNOWN, Ids, meanings, ways


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("names", nargs="+", metavar="NAME", help="what is taken together; quote names of several words")


def run(arguments: argparse.Namespace) -> int:
    """Print the pairs."""
    for line in interaction_lines(arguments.names, Content()):
        print(line)
    return 0


def interaction_lines(names: Sequence[str], content: Content) -> Iterable[str]:
    """The lines to print; a name with several meanings means the worst, an unknown one the worst plausible."""
    for name in names:
        yield from _doubt(name, content)
    pairs = max(
        (_pairs(names, way, content) for way in ways(names, content)),
        key=lambda one: [pair.level for pair in one],
    )
    for pair in pairs:
        words = content.interactions.level_words[pair.level]
        letters = f" ({pair.letters})" if pair.letters else ""
        both = f"{pair.one.said} + {pair.other.said}"
        yield f"{pair.level} {words}: {both}{letters}. {pair.why} [{', '.join(pair.sources)}]"
    if not pairs:
        yield "I need two different things to compare. One alone can still be a danger: ask the bot."


def _doubt(name: str, content: Content) -> Iterable[str]:
    either = meanings(name, content)
    known = ", ".join(ident for ids in either if ids != UNKNOWN for ident in ids)
    if UNKNOWN in either:
        meant = f" Did you mean {known}?" if known else ""
        yield f"{name}: I do not know it, and can't say it is safe. It counts as unknown.{meant}"
    elif len(either) > 1:
        yield f"{name}: it can mean {known}. The worst of them counts."


def _pairs(names: Sequence[str], way: Sequence[Ids], content: Content) -> list[Interaction]:
    taken = [Taken(name, ident) for name, ids in zip(names, way, strict=True) for ident in ids]
    return content.interactions.among(agents_of(taken, {}, content))
