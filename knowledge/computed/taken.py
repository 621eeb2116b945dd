"""Computed from what was taken: pairs, doses, windows."""

from typing import TYPE_CHECKING

from knowledge.agents import KRATOM_EXTRACT, KRATOM_LEAF, MAOI_CLASSES
from knowledge.computed.registry import computed

if TYPE_CHECKING:
    from knowledge.reading import Reading

KRATOM = frozenset({KRATOM_LEAF, KRATOM_EXTRACT})
HIGH_TIER, MIDDLE_TIER = 3, 2
DANGEROUS = 3


@computed("taken")
def any_substance(reading: "Reading") -> int:
    """Anything was taken."""
    return bool(reading.agents)


@computed("taken")
def highest_level(reading: "Reading") -> int:
    """The worst level of any active pair, 0 when there is none (clinical.md 4.12)."""
    return max((level for level, _letters in reading.pairs), default=0)


@computed("taken")
def dangerous_pair(reading: "Reading") -> int:
    """A level 3 or 4 pair for more than breathing, and not for heart or heat (R10)."""
    return any(level >= DANGEROUS and letters.strip("r") and "h" not in letters for level, letters in reading.pairs)


@computed("taken")
def dangerous_heart_pair(reading: "Reading") -> int:
    """A level 3 or 4 pair with a danger for heart or heat (R10 with `cats_x`)."""
    return any(level >= DANGEROUS and "h" in letters for level, letters in reading.pairs)


@computed("taken")
def kratom_with_two_serotonergic(reading: "Reading") -> int:
    """Kratom with two or more other agents of tier 2 or 3 (R10p)."""
    others = sum(1 for one in reading.active if one.tier >= MIDDLE_TIER)
    return others >= 2 and any_kind(reading, KRATOM)  # noqa: PLR2004  two, as in the published cases


@computed("taken")
def highest_band(reading: "Reading") -> int:
    """The highest dose band of any active agent (clinical.md 6.3)."""
    return max((one.band for one in reading.active), default=0)


@computed("taken")
def raised_high_tier(reading: "Reading") -> int:
    """A tier 3 agent, but no MDMA-like one, above its usual dose (R10b)."""
    return any(one.tier == HIGH_TIER and one.band >= 1 and one.kind != "empathogen" for one in reading.active)


@computed("taken")
def raised_empathogen(reading: "Reading") -> int:
    """An MDMA-like agent above its usual dose (R10b with `cats_x`)."""
    return any(one.band >= 1 and one.kind == "empathogen" for one in reading.active)


@computed("taken")
def kratom_raised_or_extract(reading: "Reading") -> int:
    """More than 10 g of kratom leaf, or any extract or 7-OH (R12)."""
    return any(one.kind == KRATOM_EXTRACT or (one.kind == KRATOM_LEAF and one.band >= 1) for one in reading.active)


@computed("taken", "new_or_raised")
def recent_change(reading: "Reading") -> int:
    """A tier 2 or 3 agent started, raised or added in the last 72 h (R12)."""
    return reading.possible("new_or_raised") and any(one.tier >= MIDDLE_TIER for one in reading.active)


@computed("taken")
def sedating(reading: "Reading") -> int:
    """Something taken makes sleepiness a danger: a depressant, an opioid, or much kratom (R11a).

    Alcohol counts only toward two depressants, and the other one of the two is enough by itself.
    """
    slow = [one for one in reading.active if reading.content.classes[one.kind].depressant]
    return bool(slow) or bool(reading.number("kratom_raised_or_extract"))


@computed("taken")
def opioid_like(reading: "Reading") -> int:
    """Kratom, an opioid or something unknown was taken: naloxone may be needed."""
    return any(reading.content.classes[one.kind].opioid for one in reading.agents)


@computed("taken")
def maoi_taken(reading: "Reading") -> int:
    """An MAO inhibitor is in its window."""
    return any(one.kind in MAOI_CLASSES and one.active_for_maoi for one in reading.agents)


@computed("taken")
def fluoxetine_taken(reading: "Reading") -> int:
    """Fluoxetine is in the window in which an MAO inhibitor clashes with it (clinical.md 7.4)."""
    return any(one.id == "fluoxetine" and one.active_for_maoi for one in reading.agents)


@computed("taken")
def long_watch(reading: "Reading") -> int:
    """Something taken needs a watch of more than 8 hours (clinical.md 4.14)."""
    return reading.content.watch_hours(reading.agents) > 8  # noqa: PLR2004  hours


def any_kind(reading: "Reading", kinds: frozenset[str]) -> bool:
    """Whether an active agent is of one of the classes."""
    return any(one.kind in kinds for one in reading.active)
