"""Names people type that are everyday words, or that a slip turns into each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from rapidfuzz.distance import OSA

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.english import ranked
from knowledge.issues import Issue
from knowledge.spelling import repairable
from knowledge.text import normal

COMMON = 20_000  # the words of English that nobody should mean a drug by
GENERIC_EDITS, NAME_EDITS = 2, 1  # within which two generic names, and any two names, are neighbours

Owners = Mapping[str, tuple[str, ...]]


def lexicon(content: Content) -> Iterator[Issue]:
    """Everyday words and neighbours."""
    yield from _everyday(content)
    yield from _neighbours(content)


def _everyday(content: Content) -> Iterator[Issue]:
    """A common English word stands under `ask`, unless it is listed as plain."""
    plain = set(content.confusables.get("plain", ()))
    common = set(islice(ranked(), COMMON))
    for kind, family in content.classes.items():
        for index, one in enumerate(family.substances):
            for name in map(normal, (one.id, *one.names)):
                if name in common and name not in plain:
                    place = (f"substances/{kind}.yaml", ("substances", index))
                    sentence = (
                        f"{one.id}: “{name}” is an everyday word; put it under ask (or plain in confusables.yaml)"
                    )
                    yield issue(content, *place, sentence)


def _neighbours(content: Content) -> Iterator[Issue]:
    """Every two names of different substances that a slip turns into each other are listed: somebody has seen them."""
    listed = {frozenset(pair) for pair in content.confusables.get("near", ())}
    for group in content.confusables.get("confusable", ()):
        listed |= {frozenset((one, other)) for one in group for other in group if one != other}
    generic = {one: (one,) for one in content.substances if repairable(one)}
    names = {name: ids for name, ids in content.names.sure.items() if repairable(name)}
    for one, other in sorted({*neighbours(generic, GENERIC_EDITS), *neighbours(names, NAME_EDITS)}):
        if frozenset((one, other)) not in listed:
            sentence = f"“{one}” and “{other}” are {OSA.distance(one, other)} edits apart; look at them and list them"
            yield issue(content, "confusables.yaml", ("near",), sentence)


def neighbours(owners: Owners, edits: int) -> set[tuple[str, str]]:
    """The pairs of names of different owners within so many edits, by what is left when letters are dropped."""
    left: dict[str, set[str]] = defaultdict(set)
    for name in owners:
        shorter = {name}
        for _ in range(edits):
            shorter |= {one[:at] + one[at + 1 :] for one in shorter for at in range(len(one))}
        for one in shorter:
            left[one].add(name)
    pairs = {
        (one, other)
        for together in left.values()
        if len(together) > 1
        for one in together
        for other in together
        if one < other and owners[one] != owners[other]
    }
    return {(one, other) for one, other in pairs if OSA.distance(one, other) <= edits}
