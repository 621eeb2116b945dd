"""One substance more, more of it, or nearer in time never lowers the answer."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product

from flows.definition import Flow
from flows.proofs.alike import groups, inner, reads_taken
from flows.proofs.kinds_of_agent import alike, every_kind, sight
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.unknowns import OpenPicture, Unknowns, open_facts, ways
from knowledge.agents import KRATOM_EXTRACT, KRATOM_LEAF, Agent, agents_of
from knowledge.amounts import Amount
from knowledge.content import Content
from knowledge.doses import WORST_BAND, band_of
from knowledge.facts import Taken
from knowledge.levels import Level
from knowledge.reading import TAKEN, Reading
from knowledge.wording import Wording

FLAGS = ("more_than_usual", "unknown_amount", "extract")
FEW = 40  # kinds of agent up to which three together are gone through
Taking = tuple[Agent, ...]


def more_taken(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """One substance more, more of it, or nearer in time never lowers the answer."""
    names = [name for name in content.computed if reads_taken(content, name)]

    def check() -> int:
        covered = sum(_agents(content, name) for name in progress(names, len(names)))
        covered += sum(_said(content, same[0]) * len(same) for same in _said_alike(content))
        covered += sum(_one_class(content, kind, names) for kind in content.classes)
        covered += sum(_amounts(content, ident) for ident in content.substances)
        return covered

    return proved(
        "One substance more, more of it, or nearer in time never lowers the answer",
        "every computed fact with every kind of agent it can tell apart, alone and together (three together where it "
        "tells few apart; a pair is level and letters of two classes, so more than two add pairs and take none away); "
        "every substance with every band, window and dose answer",
        check,
        "sets of things taken",
    )


def _agents(content: Content, name: str) -> int:
    """Adding an agent, a higher band, an open window, or an extract in the place of leaf."""
    kinds = alike(content, name)
    covered = 0
    for before in [(), *((one,) for one in kinds), *(combinations(kinds, 2) if len(kinds) <= FEW else ())]:
        for one in kinds:
            if one.id not in {agent.id for agent in before} or len(kinds) <= FEW:
                _compare(content, name, before, (*before, one))
                covered += 1
    steps = {
        (sight(content, name, one), sight(content, name, other)): (one, other)
        for one, other in _steps(list(every_kind(content)))
    }
    for one, other in steps.values():
        for beside in [(), *((kind,) for kind in kinds)]:
            _compare(content, name, (one, *beside), (other, *beside))
            covered += 1
    return covered


def _steps(everyone: Sequence[Agent]) -> Iterator[tuple[Agent, Agent]]:
    """Pairs of agents of which the second is one step worse."""
    by_kind: dict[str, list[Agent]] = {}
    for one in everyone:
        if one.id == one.kind:
            by_kind.setdefault(one.kind, []).append(one)
    for kind, same in by_kind.items():
        worse = same if kind != KRATOM_LEAF else [*same, *by_kind[KRATOM_EXTRACT]]
        for one, other in product(same, worse):
            steps = (
                (other.band - one.band) + (other.active - one.active) + (other.active_for_maoi - one.active_for_maoi)
            )
            if worse_or_same(one, other) and (steps == 1 or (other.kind != one.kind and steps == 0)):
                yield one, other


def _compare(content: Content, name: str, before: Taking, after: Taking) -> None:
    """The computed fact does not fall, whatever the other answers."""
    compute = content.computed[name].of
    if content.computed[name].looks_at == {TAKEN} and not inner(content, name):
        none: dict[str, Level] = {}
        fell = int(compute(Reading(content, none, before, {}))) > int(compute(Reading(content, none, after, {})))
    else:
        limits = open_facts(content)

        def falls(unknowns: Unknowns) -> bool:
            low = compute(OpenPicture(content, unknowns, before))
            return bool(low) and int(low) > int(compute(OpenPicture(content, unknowns, after)))

        fell = any(way.gave for way in ways(falls, limits, groups(content, name)))
    if fell:
        raise Failure(f"{name} holds with {_told(before)} and no longer with {_told(after)}")


def _told(agents: Taking) -> str:
    return " and ".join(f"{one.id.replace('_', ' ')} (band {one.band}, {_window(one)})" for one in agents) or "nothing"


def _window(one: Agent) -> str:
    return "now" if one.active else "for an MAOI only" if one.active_for_maoi else "long ago"


def worse_or_same(one: Agent, other: Agent) -> bool:
    """Whether the other is at least as bad in every respect."""
    same_kind = one.kind == other.kind or (one.kind, other.kind) == (KRATOM_LEAF, KRATOM_EXTRACT)
    return same_kind and all(
        getattr(one, part) <= getattr(other, part) for part in ("tier", "band", "extra", "active", "active_for_maoi")
    )


def _said_alike(content: Content) -> list[list[str]]:
    """Substances of which all that counts here is the same: class, windows of their own, bands of their own."""
    found: dict[object, list[str]] = {}
    for ident, kind in content.class_of.items():
        own = content.substances.get(ident)
        key = own and (own.active_hours, own.maoi_pair_hours, own.unknown_band, own.street_pill)
        found.setdefault((kind, key), []).append(ident)
    return list(found.values())


def _said(content: Content, ident: str) -> int:
    """What is said of one substance: band, time and the three dose flags, each raised by itself."""
    kind = content.class_of[ident]
    family, own = content.classes[kind], content.substances.get(ident)
    limits = {family.active_hours, family.maoi_pair_hours or 0, (own and own.active_hours) or 0,
              (own and own.maoi_pair_hours) or 0}  # fmt: skip
    hours = sorted({*limits, *(limit + 1 for limit in limits)}, reverse=True)
    times: list[float | None] = [*hours, None]
    bands: list[int | None] = [None, *range(WORST_BAND + 1)]
    found = {
        (band, time, flags): agents_of(
            [Taken(ident, ident, bands[band], times[time])], dict(zip(FLAGS, map(Level, flags), strict=True)), content
        )[0]
        for band in range(len(bands))
        for time in range(len(times))
        for flags in product(range(3), repeat=len(FLAGS))
    }
    for (band, time, flags), agent in found.items():
        steps = [(band + 1, time, flags), (band, time + 1, flags)]
        steps += [(band, time, (*flags[:place], flags[place] + 1, *flags[place + 1 :])) for place in range(len(FLAGS))]
        for step in steps:
            if step in found and not worse_or_same(agent, found[step]):
                raise Failure(
                    f"{ident}: more of it, or later, makes it less: {_told((agent,))}, {_told((found[step],))}"
                )
    return len(found)


def _one_class(content: Content, kind: str, names: Iterable[str]) -> int:
    """Several things of one class, and the class by itself: one more is never less."""
    members = [one.id for one in content.classes[kind].substances][:2]
    things = [
        Taken(ident, ident, band, hours)
        for ident in (kind, *members)
        for band, hours in ((0, None), (WORST_BAND, None), (0, 24.0 * 365))
    ]
    taken_only = [name for name in names if content.computed[name].looks_at == {TAKEN}]
    values: dict[tuple[Taken, ...], list[int]] = {}
    for extract in (Level.NO, Level.YES):
        for several in (some for size in range(4) for some in combinations_with_replacement(things, size)):
            reading = Reading(content, {}, agents_of(several, {"extract": extract}, content), {})
            values[several] = [int(content.computed[name].of(reading)) for name in taken_only]
            for place in range(len(several)):
                fewer = values[several[:place] + several[place + 1 :]]
                if any(low > high for low, high in zip(fewer, values[several], strict=True)):
                    said = ", ".join(f"{one.id} (band {one.band})" for one in several)
                    raise Failure(f"naming {several[place].id} as well lowers something: {said}")
    return 2 * len(values)


def _amounts(content: Content, ident: str) -> int:
    """A larger amount of a substance never has a lower band, and an unknown one is never band 0."""
    own, family = content.substances[ident], content.classes[content.class_of[ident]]
    edges = [limit for limit in (*(own.band_mg or ()), *(own.piece_mg.values())) if limit is not None]
    edges += [times * own.usual_mg for times in family.bands.times_usual if times is not None and own.usual_mg]
    rising = sorted({*edges, *(edge * factor for edge in edges for factor in (0.5, 0.999, 1.001, 2))})
    counts = sorted({0.5, *range(1, 12)})
    for amounts in (
        [Amount(f"{mg:g} mg", mg=mg) for mg in rising],
        [Amount(f"{times:g} times", times=times) for times in counts],
        *([Amount(f"{count:g} {piece}", count=count) for count in counts] for piece in ("pills", *own.piece_mg)),
    ):
        found = [band_of(amount, family.bands, own) for amount in amounts]
        if found != sorted(found):
            raise Failure(
                f"{ident}: a larger amount has a lower band ({amounts[0].words} to {amounts[-1].words}: {found})"
            )
    if band_of(Amount("I don't know", unknown=True), family.bands, own) < 1:
        raise Failure(f"{ident}: an amount that nobody knows counts as a usual one", {"substances": [
            {"name": ident, "amount": "I don't know"}]}, "none")  # fmt: skip
    return len(rising) + 3 * len(counts) + 1
