"""Runs of words from grammar.yaml, such as "absence of", looked up where they begin."""

from collections.abc import Iterable, Mapping, Sequence

from flows.understanding.phrases.forms import Item

Runs = Mapping[str, Sequence[Sequence[str]]]  # by its first word, each run's words; the longest first


def runs_of(said: Iterable[str]) -> Runs:
    """The runs by their first word."""
    found: dict[str, list[list[str]]] = {}
    for words in sorted((one.split() for one in said), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def length(items: Sequence[Item], at: int, runs: Runs) -> int:
    """How many words the longest run that begins here takes; none goes over a pause."""
    for words in runs.get(items[at].form, ()):
        here = items[at : at + len(words)]
        if [one.form for one in here] == words and not any(one.pause for one in here[1:]):
            return len(words)
    return 0
