"""Counts of right, missed and wrong, and when an amount or a time is right."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tests.understanding.gold import Amount
from tests.understanding.reading import MILDER

ONE_UNIT = {
    "ug": ("mcg", "µg", "microgram"),
    "mg": ("mgs", "milligram", "mgm"),
    "g": ("gs", "gr", "gram", "gm"),
    "ml": ("mls", "cc", "milliliter", "millilitre"),
    "oz": ("ounce",),
    "tsp": ("teaspoon",),
    "tbsp": ("tablespoon",),
    "tablet": ("pill", "tab", "capsule", "cap", "hit", "strip", "dose", "piece", "blotter", "count", "unit"),
    "drink": ("beer", "pint", "glass", "can", "shot"),
    "pack": ("packet", "box"),
}
MG = {"ug": 0.001, "mg": 1.0, "g": 1000.0, "oz": 28_350.0}
UNIT = {name: unit for unit, names in ONE_UNIT.items() for name in (unit, *names)}


@dataclass
class Tally:
    """Right, missed (there and not said) and wrong (said and not there)."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def add(self, *, right: int = 0, missed: int = 0, wrong: int = 0) -> None:
        self.right, self.missed, self.wrong = self.right + right, self.missed + missed, self.wrong + wrong

    def compare(self, wanted: AbstractSet[object], said: AbstractSet[object]) -> None:
        self.add(right=len(wanted & said), missed=len(wanted - said), wrong=len(said - wanted))

    @property
    def recall(self) -> float:
        return share(self.right, self.right + self.missed)

    @property
    def precision(self) -> float:
        return share(self.right, self.right + self.wrong)

    @property
    def f1(self) -> float:
        return share(2 * self.right, 2 * self.right + self.missed + self.wrong)


def share(part: int, whole: int) -> float:
    """1 when there was nothing to get wrong."""
    return part / whole if whole else 1.0


def same_unit(said: str | None, wanted: str | None) -> bool:
    """Whether the units mean one thing; a bare count says no unit, or that of the thing counted."""
    if said and wanted:
        return _unit(said) == _unit(wanted)
    return _unit(said or wanted or "tablet") in {"tablet", "bar"}


def _unit(name: str) -> str:
    name = name.lower()
    return UNIT.get(name, UNIT.get(name.rstrip("s"), name.rstrip("s")))


def same_amount(said: Amount, wanted: Iterable[Amount]) -> bool:
    said = _weighed(said)
    return any(same_unit(said.unit, one.unit) and _close(said.value, one.value) for one in map(_weighed, wanted))


def _weighed(amount: Amount) -> Amount:
    """A weight in milligrams: half an ounce is 14 g."""
    by = MG.get(_unit(amount.unit)) if amount.unit else None
    if by is None:
        return amount
    value = tuple(by * one for one in amount.value) if isinstance(amount.value, tuple) else by * amount.value
    return Amount(value, "mg")  # type: ignore[arg-type]


def _close(said: float | tuple[float, float], wanted: float | tuple[float, float]) -> bool:
    pairs = [value if isinstance(value, tuple) else (value, value) for value in (said, wanted)]
    return all(abs(one - other) <= 0.02 * max(abs(other), 0.01) for one, other in zip(*pairs, strict=True))


def within(said: tuple[float, float], wanted: tuple[float, float]) -> bool:
    """The middle of what was said lies in the wanted interval, and it is not so wide that it says nothing."""
    low, high = wanted
    return low <= sum(said) / 2 <= high and said[1] - said[0] <= 2 * (high - low) + 1


def mild_beside(findings: Iterable[str]) -> set[str]:
    """The milder findings that may be said beside these."""
    first = {milder for finding in findings for milder in MILDER.get(finding, ())}
    return first | {milder for finding in first for milder in MILDER.get(finding, ())}


def satisfied(finding: str, instead: Mapping[str, list[str]], said: AbstractSet[str]) -> bool:
    return finding in said or any(other in said for other in instead.get(finding, ()))
