"""measurements.yaml: numbers a person can measure, and when they are too high or too low."""

from typing import Any

from msgspec import field

from knowledge.schema.findings import Category
from knowledge.schema.strict import Strict, Text


class Band(Strict, frozen=True):
    """A range of a measurement, both ends included, perhaps only under a condition."""

    from_: float | None = field(name="from", default=None)
    to: float | None = None
    when: dict[str, Any] | None = None


class Measurement(Strict, frozen=True):
    """A number a person can measure, with its mild and severe ranges (clinical.md 2.5).

    Attributes:
        unit: the unit of every number here.
        plausible: the least and the most that is no slip of the finger, both ends included.
        finding: the sign of which it is the measure; null: it stands for no sign.
    """

    label: Text
    unit: Text
    plausible: tuple[float, float]
    category: Category
    mild: list[Band]
    severe: list[Band]
    sources: list[str]
    finding: str | None = None


class MeasurementsFile(Strict, frozen=True):
    """Numbers a person can measure."""

    measurements: dict[str, Measurement]
