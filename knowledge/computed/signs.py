"""Computed from signs: how many, how bad, in how many of the three body systems."""

from typing import TYPE_CHECKING

from knowledge.computed.measurements import categories_by_number, mild_numbers
from knowledge.computed.registry import computed
from knowledge.schema.findings import CATEGORIES

if TYPE_CHECKING:
    from knowledge.reading import Reading

HIGH_TIER, MIDDLE_TIER = 3, 2


@computed("red_flag", "danger_sign")
def red_flag(reading: "Reading") -> int:
    """A red flag is yes or not sure: clinical.md 3, "any yes or not sure = SEVERE"."""
    return reading.any_possible(reading.content.graded["red_flag"]) or reading.possible("danger_sign")


@computed("severe")
def severe_sign(reading: "Reading") -> int:
    """A severe sign is a clear yes (R3)."""
    return reading.any_yes(reading.content.graded["severe"])


@computed("mild", "severe", "red_flag", "measurements")
def any_symptom(reading: "Reading") -> int:
    """Any sign is yes or not sure, or a number is out of its normal range."""
    return reading.any_possible(reading.content.findings) or bool(reading.number("mild_measurement"))


@computed("mild", "measurements")
def mild_items(reading: "Reading") -> int:
    """How many mild signs are a clear yes; a mild number counts in the place of its question."""
    signs = {one for one in reading.content.graded["mild"] if reading.yes(one)}
    return len(signs | mild_numbers(reading))


@computed("mild", "measurements")
def mild_categories(reading: "Reading") -> int:
    """In how many of the three body systems a mild sign is a clear yes: `cats` of clinical.md 6.4."""
    return _categories(reading, expected_too=True)


@computed("mild", "measurements")
def unexpected_categories(reading: "Reading") -> int:
    """The same, but for signs a stimulant is expected to cause: `cats_x` of clinical.md 6.4."""
    return _categories(reading, expected_too=False)


@computed("mild", "measurements")
def all_three_categories(reading: "Reading") -> int:
    """Mild signs in all three body systems."""
    return _categories(reading, expected_too=True) == len(CATEGORIES)


@computed("cognitive", "neuromuscular")
def mind_or_muscle_sign(reading: "Reading") -> int:
    """Any cognitive or neuromuscular sign is yes or not sure (low sugar, clinical.md 2.5)."""
    return any(
        reading.possible(one) for one, finding in reading.content.findings.items() if finding.category != "autonomic"
    )


@computed("neuromuscular")
def muscle_sign(reading: "Reading") -> int:
    """Any neuromuscular sign is yes or not sure."""
    return any(
        reading.possible(one)
        for one, finding in reading.content.findings.items()
        if finding.category == "neuromuscular"
    )


@computed("mild", "severe", "red_flag", "measurements", "taken")
def home_checks_needed(reading: "Reading") -> int:
    """The home checks are required: a muscle sign, or a tier 2-3 agent with any sign (clinical.md 2.6)."""
    serotonergic = any(one.tier >= MIDDLE_TIER for one in reading.active)
    return bool(reading.number("muscle_sign")) or (serotonergic and bool(reading.number("any_symptom")))


@computed("severe", "mild", "red_flag", "measurements", "taken")
def severe_sign_unsure_with_more(reading: "Reading") -> int:
    """A severe sign is not sure, and anything else is there, or a tier 3 agent (R14a).

    A clear yes counts like *not sure*, so that becoming sure never lowers the answer.
    """
    unsure = [one for one in reading.content.graded["severe"] if reading.possible(one)]
    if not unsure:
        return False
    others = any(reading.possible(one) for one in reading.content.findings if one not in unsure) or len(unsure) > 1
    return others or bool(reading.number("mild_measurement")) or any(one.tier == HIGH_TIER for one in reading.active)


@computed("tremor", "hyperreflexia", "mild", "severe", "red_flag", "measurements")
def tremor_and_reflexes_unsure(reading: "Reading") -> int:
    """Hunter's tremor with jumpy reflexes can't be excluded (R14c)."""
    both = ("tremor", "hyperreflexia")
    if not all(reading.possible(one) for one in both):
        return False
    others = any(reading.possible(one) for one in reading.content.findings if one not in both)
    return reading.any_yes(both) or others or bool(reading.number("mild_measurement"))


def _categories(reading: "Reading", *, expected_too: bool) -> int:
    findings = reading.content.findings
    by_sign = {
        findings[one].category
        for one in reading.content.graded["mild"]
        if reading.yes(one) and (expected_too or not findings[one].expected_effect)
    }
    return len(by_sign | categories_by_number(reading))
