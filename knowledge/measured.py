"""Numbers given in a case, where nobody can be asked to measure again: Fahrenheit, and what can't be."""

from collections.abc import Mapping

from knowledge.schema.measurements import Measurement

FAHRENHEIT_ABOVE, FAHRENHEIT_TO = 45, 115  # clinical.md 2.5: 30-45 is read as C, 45-115 as F


class MeasuredError(ValueError):
    """A number that can't be, of something that no question stands beside."""


def celsius(temperature: float) -> float:
    """A temperature in C; what only F can mean is turned into C."""
    in_f = FAHRENHEIT_ABOVE < temperature <= FAHRENHEIT_TO
    return round((temperature - 32) / 1.8, 2) if in_f else temperature


def doubtful(numbers: Mapping[str, float], known: Mapping[str, Measurement]) -> set[str]:
    """The findings that are not sure because their number can't be (clinical.md 2.5).

    The number itself still counts as it stands: a pulse of 10 or an oxygen of 40 may be a dying person.

    Raises:
        MeasuredError: where no question stands beside the number, and it is too high to be one.
    """
    found = set()
    for name, value in numbers.items():
        measure = known[name]
        low, high = measure.plausible
        if low <= value <= high:
            continue
        if measure.finding:
            found.add(measure.finding)
        elif value > high:
            raise MeasuredError(f"{name}: {value:g} {measure.unit} can't be. Measure again; it ends at {high:g}")
    return found
