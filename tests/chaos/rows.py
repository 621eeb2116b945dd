"""What a trial found, as a row of the table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One trial: its name, what was done, what came of it, and whether that is as promised."""

    trial: str
    done: str
    found: str
    well: bool


def table(rows: Sequence[Row]) -> str:
    """All rows as Markdown."""
    lines = ["| trial | what was done | what came of it | as promised |", "|---|---|---|---|"]
    lines += [f"| {row.trial} | {row.done} | {row.found} | {'yes' if row.well else '**no**'} |" for row in rows]
    return "\n".join(lines)


def at(share: float, numbers: Sequence[float]) -> float:
    """The number below which that share of them lies."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered), max(1, math.ceil(share * len(ordered)))) - 1] if ordered else math.nan
