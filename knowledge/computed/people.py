"""Computed of the person: less reserve, who must call without a sign, who needs naloxone."""

from typing import TYPE_CHECKING

from knowledge.agents import KRATOM_EXTRACT, UNKNOWN, Agent
from knowledge.computed.registry import computed
from knowledge.computed.taken import HIGH_TIER, KRATOM, any_kind
from knowledge.interactions import NEVER

if TYPE_CHECKING:
    from knowledge.reading import Reading

OPIOIDS = frozenset({"opioid_serotonergic", "opioid_synthetic", "opioid_other"})
DEPRESSANTS_WITH_KRATOM = OPIOIDS | {"benzodiazepine"}


@computed("over_65", "long_illness")
def vulnerable(reading: "Reading") -> int:
    """65 or over, or an illness that leaves less reserve (clinical.md 6.2)."""
    return reading.any_possible(("over_65", "long_illness"))


@computed("taken", "new_or_raised", "pregnant", "age_12_17")
def must_call(reading: "Reading") -> int:
    """A condition that needs a call even with no symptom: clinical.md 6.6 (R17)."""
    return (
        reading.number("highest_level") >= NEVER
        or any(map(_must_call_for, reading.active))
        or _never_prescribed(reading)
        or _kratom_must_call(reading)
        or reading.possible("pregnant")
        or reading.possible("age_12_17")
        or (bool(reading.number("maoi_taken")) and reading.possible("new_or_raised"))
    )


@computed(
    "taken", "unresponsive", "slow_breathing", "trouble_breathing", "severe_drowsiness", "drowsiness", "pinpoint_pupils"
)
def naloxone(reading: "Reading") -> int:
    """Naloxone advice comes first: breathing or waking is in doubt, or sleepiness with something opioid-like."""
    return reading.any_possible(("unresponsive", "slow_breathing", "trouble_breathing", "severe_drowsiness")) or (
        reading.possible("drowsiness") and (bool(reading.number("sedating")) or reading.possible("pinpoint_pupils"))
    )


def _must_call_for(agent: Agent) -> bool:
    return (
        (agent.tier == HIGH_TIER and agent.extra)
        or agent.band >= 2  # noqa: PLR2004  dose band 2
        or agent.kind == UNKNOWN
        or (agent.kind in {KRATOM_EXTRACT, "lithium"} and agent.extra)
    )


def _never_prescribed(reading: "Reading") -> bool:
    """A street opioid: "not prescribed to you" is band 2 of clinical.md 6.3, which asks for a call."""
    substances = reading.content.substances
    return any(one.id in substances and substances[one.id].never_prescribed for one in reading.active)


def _kratom_must_call(reading: "Reading") -> bool:
    substances = reading.content.substances
    return any_kind(reading, KRATOM) and (
        any_kind(reading, DEPRESSANTS_WITH_KRATOM)
        or any(one.id in substances and substances[one.id].must_call_with_kratom for one in reading.active)
    )
