"""Limits that contradict each other: bands that do not rise, ranges with a gap, windows the wrong way round."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.checks.place import Keys, issue
from knowledge.content import Content
from knowledge.issues import Issue
from knowledge.schema.measurements import Band, Measurement
from knowledge.schema.substances import DoseBands, Substance

A_LITTLE = 0.001  # beside a limit, on either side


def bands(content: Content) -> Iterator[Issue]:
    """Every dose band, window and range."""
    for kind, family in content.classes.items():
        name = f"substances/{kind}.yaml"
        for key in ("times_usual", "count"):
            yield from _rising(content, name, ("bands", key), getattr(family.bands, key) or ())
        yield from _band_numbers(content, name, ("bands",), family.bands)
        yield from _windows(content, name, (), family.active_hours, family.maoi_pair_hours)
        for index, one in enumerate(family.substances):
            place = ("substances", index)
            yield from _substance(content, name, place, one)
            # its own hours, or its class's where it has none
            active = one.active_hours or family.active_hours
            if one.active_hours or one.maoi_pair_hours:
                yield from _windows(content, name, place, active, one.maoi_pair_hours or family.maoi_pair_hours)
    for ident, measure in content.measurements.items():
        for sentence in ranges(measure):
            yield issue(content, "measurements.yaml", ("measurements", ident), f"{ident}: {sentence}")


def ranges(measure: Measurement) -> Iterator[str]:
    """What is wrong with the ranges of one measurement."""
    every = [*measure.mild, *measure.severe]
    for band in every:
        limits = [limit for limit in (band.from_, band.to) if limit is not None]
        if not limits:
            yield "a range without limits is always true"
        if limits != sorted(limits):
            yield f"the range from {band.from_} to {band.to} is empty"
        if any(not measure.plausible[0] <= limit <= measure.plausible[1] for limit in limits):
            yield "a limit is outside the plausible numbers"
    if measure.plausible[0] >= measure.plausible[1]:
        yield "the plausible numbers are empty"
    always = [one for one in measure.severe if one.when is None]
    yield from dict.fromkeys([*_valley(measure.mild, always), *_valley(measure.mild, measure.severe)])
    for band in measure.mild:
        if any(_covers(severe, band) for severe in always):
            yield f"the mild range from {band.from_} to {band.to} is inside a severe one"


def _valley(mild: Sequence[Band], severe: Sequence[Band]) -> Iterator[str]:
    """From the middle outwards it only gets worse: normal, mild, severe; else there is a gap or a wrong overlap."""
    limits = {limit for band in (*mild, *severe) for limit in (band.from_, band.to) if limit is not None}
    values = sorted(value for limit in limits for value in (limit - A_LITTLE, limit, limit + A_LITTLE))
    levels = [2 if _in(severe, value) else int(_in(mild, value)) for value in values]
    turned = False
    for before, after, value in zip(levels, levels[1:], values[1:], strict=False):
        if after < before and turned:
            yield f"it turns calmer again at {value:.4g}: a gap, or mild and severe overlap the wrong way"
        turned = turned or after > before


def _covers(one: Band, other: Band) -> bool:
    """Whether every number of the other range is in this one."""
    lowest, highest = float("-inf"), float("inf")
    begins = (lowest if one.from_ is None else one.from_) <= (lowest if other.from_ is None else other.from_)
    return begins and (highest if one.to is None else one.to) >= (highest if other.to is None else other.to)


def _in(bands_: Sequence[Band], value: float) -> bool:
    return any((band.from_ is None or value >= band.from_) and (band.to is None or value <= band.to) for band in bands_)


def _rising(content: Content, name: str, keys: Keys, limits: Sequence[float | None]) -> Iterator[Issue]:
    known = [limit for limit in limits if limit is not None]
    if any(after < before for before, after in pairwise(known)) or any(one < 0 for one in known):
        yield issue(content, name, keys, f"{'.'.join(map(str, keys))}: the limits {known} must not fall")


def _band_numbers(content: Content, name: str, keys: Keys, given: DoseBands) -> Iterator[Issue]:
    for key in ("any_extra", "unknown", "whole", "least"):
        band = getattr(given, key)
        if band is not None and band not in range(4):
            yield issue(content, name, (*keys, key), f"{key}: {band} is no dose band; they are 0 to 3")
    if given.whole is not None and given.whole < given.unknown:
        yield issue(content, name, (*keys, "whole"), "a whole pack is a lower band than an unknown amount")


def _substance(content: Content, name: str, keys: Keys, one: Substance) -> Iterator[Issue]:
    yield from _rising(content, name, (*keys, "band_mg"), one.band_mg or ())
    first = one.band_mg[0] if one.band_mg else None
    if one.usual_mg is not None and first is not None and one.usual_mg > first:
        sentence = f"{one.id}: the usual dose {one.usual_mg:g} mg is above the first band, {first:g} mg"
        yield issue(content, name, (*keys, "usual_mg"), sentence)


def _windows(content: Content, name: str, keys: Keys, active: float, maoi: float | None) -> Iterator[Issue]:
    if maoi is not None and active > maoi:
        sentence = f"it counts as active for {active:g} h, but with an MAO inhibitor only for {maoi:g} h"
        yield issue(content, name, (*keys, "maoi_pair_hours"), sentence)
