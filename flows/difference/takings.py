"""What can have been taken, as a person says it, and which of that two versions tell apart."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from flows.difference.version import Version
from knowledge.agents import Agent, agents_of
from knowledge.case import facts_of, read
from knowledge.content import Content
from knowledge.facts import Taken
from knowledge.levels import Level
from knowledge.reading import TAKEN, Reading

KRATOM = "kratom"
FIRST = ("kratom", "sertraline", "tramadol", "mdma")  # what people know best stands for others like it
DOSES = ("more_than_usual", "unknown_amount", "extract")
WORST = dict.fromkeys(("new_or_raised", "drowsiness"), Level.YES) | {"rigidity": Level.UNSURE}
SERIAL = 2  # the tier from which an agent counts as serotonergic


class Taking(Struct, frozen=True):
    """Something, or several things, taken.

    Attributes:
        said: as `assess` takes it.
        old, new: how each version reads it.
        weight: how many ways to have taken something it stands for.
        changed: the versions see it differently.
    """

    said: tuple[dict[str, Any], ...]
    old: tuple[Taken, ...]
    new: tuple[Taken, ...]
    weight: int
    changed: bool


def takings(old: Version, new: Version) -> list[Taking]:
    """One for all that neither version tells apart, simple ones first."""
    same = taken_alike(old.content, new.content)
    readers = [_Reader(old.content), _Reader(new.content)]
    eyes = [_Eyes(old.content), _Eyes(new.content)]
    found: dict[Hashable, Taking] = {}
    for said in _said(old.content, new.content):
        before, after = (reader.taken(said) for reader in readers)
        sight = eyes[1].sight(after)
        seen_before = sight if same else eyes[0].sight(before)
        known = found.get((seen_before, sight))
        weight = known.weight + 1 if known else 1
        first = known or Taking(said, before, after, 1, changed=seen_before != sight)
        found[seen_before, sight] = replace(first, weight=weight)
    return list(found.values())


def taken_alike(old: Content, new: Content) -> bool:
    """Whether both versions know the same of all that can be taken."""
    return (old.classes, old.products, old.table) == (new.classes, new.products, new.table)


def how_many(old: Version, new: Version) -> int:
    """How many takings there are, each counted by itself."""
    return sum(1 for _ in _said(old.content, new.content))


class _Reader:
    """Reads what was taken with one version's names, amounts and times; each saying once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._known: dict[str, tuple[Taken, ...]] = {}

    def taken(self, said: tuple[dict[str, Any], ...]) -> tuple[Taken, ...]:
        """The things taken."""
        return tuple(one for each in said for one in self._one(each))

    def _one(self, said: dict[str, Any]) -> tuple[Taken, ...]:
        key = repr(said)
        if key not in self._known:
            self._known[key] = facts_of(read({"substances": [said]}), self._content).taken or ()
        return self._known[key]


def _said(*contents: Content) -> Iterator[tuple[dict[str, Any], ...]]:
    """Nothing, each substance in each amount and at each time that matters, each two classes, and kratom with two."""
    yield ()
    known = dict.fromkeys([*FIRST, *(ident for content in reversed(contents) for ident in content.substances)])
    for ident in known:
        yield ({"name": ident},)
        for amount in _amounts(ident, contents):
            yield ({"name": ident, "amount": amount},)
        for hours in _hours(ident, contents):
            yield ({"name": ident, "when": hours},)
    members = {kind: family.substances[0].id for kind, family in contents[-1].classes.items() if family.substances}
    yield from (({"name": one}, {"name": other}) for one, other in combinations(members.values(), 2))
    for family in contents[-1].classes.values():
        two = [{"name": one.id} for one in family.substances[:2]]
        yield tuple(two)
    serotonergic = [
        members[kind] for kind, family in contents[-1].classes.items() if family.tier >= SERIAL and kind in members
    ]
    for one, other in combinations(serotonergic, 2):
        yield {"name": KRATOM}, {"name": one}, {"name": other}


def _amounts(ident: str, contents: Iterable[Content]) -> list[str]:
    """Amounts at and around every limit of either version."""
    found: list[str] = ["I don't know how much"]
    limits: set[float] = set()
    for content in contents:
        if ident in content.substances:
            own, bands = content.substances[ident], content.classes[content.class_of[ident]].bands
            limits.update(one for one in own.band_mg or () if one is not None)
            times = [one for one in bands.times_usual if one is not None]
            limits.update(one * own.usual_mg for one in times if own.usual_mg)
            found += [f"{one + 1:g} times" for one in times]
    return [*dict.fromkeys(found), *(f"{mg:g} mg" for limit in sorted(limits) for mg in (limit, round(limit * 1.1, 3)))]


def _hours(ident: str, contents: Iterable[Content]) -> list[float]:
    """Hours at the end of every window of either version, and after it."""
    found: set[float] = set()
    for content in contents:
        if ident in content.substances:
            own, family = content.substances[ident], content.classes[content.class_of[ident]]
            windows = (own.active_hours, own.maoi_pair_hours, family.active_hours, family.maoi_pair_hours)
            found.update(hours for one in windows if one for hours in (one, one + 1))
    return sorted(found)


class _Eyes:
    """All that one version's computed facts see of what was taken; agents of one make are looked at once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._names = [name for name, computed in content.computed.items() if TAKEN in computed.looks_at]
        self._classes = sorted({kind for rule in content.rules for kind in rule.when.classes})
        self._known: dict[Hashable, tuple[int, ...]] = {}

    def sight(self, taken: tuple[Taken, ...]) -> Hashable:
        """What is seen, whatever is said of the dose beside it, with no sign and with doubts."""
        flags = ("", *DOSES) if len(taken) == 1 else ("",)
        return tuple(self._seen(agents_of(taken, {flag: Level.YES}, self._content)) for flag in flags)

    def _seen(self, agents: tuple[Agent, ...]) -> tuple[int, ...]:
        make = tuple(self._make(agent) for agent in agents)
        if make not in self._known:
            pictures = [Reading(self._content, levels, agents, {}) for levels in ({}, WORST)]
            numbers = [int(self._content.computed[name].of(one)) for one in pictures for name in self._names]
            self._known[make] = (*numbers, *(pictures[0].has_class(kind) for kind in self._classes))
        return self._known[make]

    def _make(self, agent: Agent) -> Hashable:
        """An agent without its name, but for what its substance says by itself."""
        own = self._content.substances.get(agent.id)
        special = own and (own.must_call_with_kratom, own.never_prescribed, own.watch_hours)
        return agent.kind, agent.tier, agent.band, agent.extra, agent.active, agent.active_for_maoi, special
