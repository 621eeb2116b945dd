"""What was taken as the rules see it: an agent with its class, dose band and window."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from knowledge.doses import WORST_BAND, band_of_sum, unknown_band
from knowledge.facts import Taken
from knowledge.levels import Level
from knowledge.schema.substances import Substance, SubstanceClass

KRATOM_LEAF, KRATOM_EXTRACT, UNKNOWN = "kratom_leaf", "kratom_extract", "unknown"
MAOI_CLASSES = frozenset({"maoi_irreversible", "maoi_reversible", "maoi_b"})
DAY = 24.0  # hours


class Pharmacy(Protocol):
    """The part of the content that knows substances."""

    @property
    def classes(self) -> Mapping[str, SubstanceClass]:
        """Classes by id."""

    @property
    def substances(self) -> Mapping[str, Substance]:
        """Substances by id."""

    @property
    def class_of(self) -> Mapping[str, str]:
        """The class id of a substance id or class id."""


class Agent(Struct, frozen=True):
    """One substance (or class, where only the class is known) in one person.

    Attributes:
        id: substance id or class id.
        said: the person's word.
        kind: its class id.
        tier: 0-3, the class's (clinical.md 4.0).
        band: dose band 0-3 (clinical.md 6.3).
        extra: more than usual was taken.
        active: inside its own window.
        active_for_maoi: inside the window for a pair with an MAOI.
    """

    id: str
    said: str
    kind: str
    tier: int
    band: int
    extra: bool
    active: bool
    active_for_maoi: bool


def agents_of(taken: Iterable[Taken], flags: Mapping[str, Level], pharmacy: Pharmacy) -> tuple[Agent, ...]:
    """The agents, one an id, with what the flags say of every dose; a bare class is dropped beside a member of it."""
    found: dict[str, Agent] = {}
    for one in _summed(tuple(taken), pharmacy):
        agent = _agent(one, flags, pharmacy)
        before = found.get(agent.id)
        found[agent.id] = agent if before is None else _worse(before, agent)
    return tuple(_without_bare_classes(found.values(), pharmacy))


def every_agent(pharmacy: Pharmacy) -> tuple[Agent, ...]:
    """The worst that can be: one of every class, each at the worst band. The upper reading of "not asked yet"."""
    # some substances carry a flag of their own, so they stand beside the classes
    special = [one.id for one in pharmacy.substances.values() if one.must_call_with_kratom]
    return tuple(
        Agent(
            id=ident,
            said=ident,
            kind=pharmacy.class_of[ident],
            tier=pharmacy.classes[pharmacy.class_of[ident]].tier,
            band=WORST_BAND,
            extra=True,
            active=True,
            active_for_maoi=True,
        )
        for ident in [*pharmacy.classes, *special]
    )


def _summed(taken: tuple[Taken, ...], pharmacy: Pharmacy) -> Iterable[Taken]:
    """What was taken, where doses of one substance within a day are weighed together."""
    for one in taken:
        own = pharmacy.substances.get(one.id)
        doses = [dose.mg for dose in taken if dose.id == one.id and dose.mg and (dose.hours_ago or 0) <= DAY]
        if own is None or len(doses) <= 1:
            yield one
        else:
            together = band_of_sum(sum(doses), pharmacy.classes[pharmacy.class_of[one.id]].bands, own)
            yield replace(one, band=max(one.band or 0, together))


def _agent(one: Taken, flags: Mapping[str, Level], pharmacy: Pharmacy) -> Agent:
    kind = pharmacy.class_of.get(one.id, UNKNOWN)
    ident = one.id if one.id in pharmacy.class_of else one.said
    if kind == KRATOM_LEAF and flags.get("extract", Level.NO) >= Level.UNSURE:
        kind, ident = KRATOM_EXTRACT, KRATOM_EXTRACT
    family, substance = pharmacy.classes[kind], pharmacy.substances.get(one.id)
    said_band = one.band or 0
    if flags.get("more_than_usual", Level.NO) >= Level.UNSURE:
        said_band = max(said_band, family.bands.any_extra or 1)
    if flags.get("unknown_amount", Level.NO) >= Level.UNSURE:
        # one button says both: a whole pack, or not known
        said_band = max(said_band, unknown_band(family.bands, substance), family.bands.whole or 0)
    active_hours = (substance and substance.active_hours) or family.active_hours
    maoi_hours = max(active_hours, (substance and substance.maoi_pair_hours) or family.maoi_pair_hours or 0)
    return Agent(
        id=ident,
        said=one.said,
        kind=kind,
        tier=family.tier,
        band=max(said_band, family.bands.least),
        extra=said_band >= 1,
        active=one.hours_ago is None or one.hours_ago <= active_hours,
        active_for_maoi=one.hours_ago is None or one.hours_ago <= maoi_hours,
    )


def _worse(one: Agent, other: Agent) -> Agent:
    """The same agent named twice: the worse of each; a dose whose window is over does not count beside one in it."""
    counted = [dose for dose in (one, other) if dose.active or not (one.active or other.active)]
    return Agent(
        one.id,
        one.said,
        one.kind,
        one.tier,
        max(dose.band for dose in counted),
        extra=any(dose.extra for dose in counted),
        active=one.active or other.active,
        active_for_maoi=one.active_for_maoi or other.active_for_maoi,
    )


def _without_bare_classes(agents: Iterable[Agent], pharmacy: Pharmacy) -> Iterable[Agent]:
    """Drop "an SSRI" beside "sertraline": one medicine, and the named one takes over what was said of the class."""
    everything = list(agents)
    for agent in everything:
        bare = agent.id in pharmacy.classes and agent.id not in pharmacy.substances
        members = [one for one in everything if one.kind == agent.kind and one.id != agent.id]
        if bare and members and agent.kind != UNKNOWN:
            continue
        twins = [one for one in everything if one.id == agent.kind and one.id != agent.id]
        for twin in twins if agent.kind != UNKNOWN else []:
            agent = _worse(agent, twin)  # noqa: PLW2901  the agent with its twin's dose is still this agent
        yield agent
