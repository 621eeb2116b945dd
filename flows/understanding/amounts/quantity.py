"""An amount at a place in a text."""

from typing import NamedTuple

from flows.understanding.amounts.units import converted


class Quantity(NamedTuple):
    """An amount at a place in the text; the unit is empty for a bare number."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    words: str

    @property
    def value(self) -> float | list[float]:
        """The number, or both ends of a range."""
        return self.low if self.low == self.high else [self.low, self.high]


def quantity(span: tuple[int, int], low: float, high: float, unit: str, text: str) -> Quantity:
    """What stands at a place, in a unit that we keep."""
    by, unit = converted(unit)
    return Quantity(*span, round(low * by, 4), round(high * by, 4), unit, text[slice(*span)].strip())
