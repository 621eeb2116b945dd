"""Computed from numbers that were measured."""

from typing import TYPE_CHECKING

from knowledge.computed.registry import computed
from knowledge.schema.measurements import Band, Measurement

if TYPE_CHECKING:
    from knowledge.reading import Reading


@computed("measurements", "fainting", "dizziness", "taken", "cognitive", "neuromuscular")
def severe_measurement(reading: "Reading") -> int:
    """A number in a severe range of measurements.yaml (R4)."""
    return any(_in_any(reading, measure.severe, value) for measure, value in _measured(reading))


@computed("measurements")
def mild_measurement(reading: "Reading") -> int:
    """A number in a mild or severe range."""
    return any(_in_any(reading, [*one.mild, *one.severe], value) for one, value in _measured(reading))


@computed("measurements", "fever")
def hot(reading: "Reading") -> int:
    """Fever by touch or by thermometer, 38.0 C or more: cooling is advised."""
    return reading.possible("fever") or reading.measurements.get("temperature_c", 0.0) >= 38.0  # noqa: PLR2004  C, clinical.md 2.5


def _measured(reading: "Reading") -> list[tuple[Measurement, float]]:
    known = reading.content.measurements
    return [(known[name], value) for name, value in reading.measurements.items() if name in known]


def _in_any(reading: "Reading", bands: list[Band], value: float) -> bool:
    return any(
        (band.from_ is None or value >= band.from_)
        and (band.to is None or value <= band.to)
        and (band.when is None or reading.content.conditions.of(band.when).holds(reading))
        for band in bands
    )


def mild_numbers(reading: "Reading") -> set[str]:
    """The findings that a number out of its normal range stands for."""
    return {
        measure.finding
        if measure.finding and reading.content.findings[measure.finding].grade == "mild"
        else measure.label
        for measure, value in _measured(reading)
        if _in_any(reading, [*measure.mild, *measure.severe], value)
    }


def categories_by_number(reading: "Reading") -> set[str]:
    """The body systems in which a number is out of its normal range."""
    return {
        measure.category
        for measure, value in _measured(reading)
        if _in_any(reading, [*measure.mild, *measure.severe], value)
    }
