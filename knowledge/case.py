"""A case as `serocheck assess` and vignettes give it, read into facts."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from knowledge.ago import read_hours_ago
from knowledge.amounts import in_pieces, read_amount
from knowledge.assess import urgency
from knowledge.content import Content
from knowledge.doses import band_of
from knowledge.facts import Facts, Taken
from knowledge.issues import nearest
from knowledge.levels import Level
from knowledge.meanings import ways
from knowledge.measured import MeasuredError, celsius, doubtful
from knowledge.reading import lower
from knowledge.schema.strict import Strict

UNDER_12, ADULT, OLD = 12, 18, 65
ALIASES = {"delirium": "confusion"}


class CaseError(ValueError):
    """A case that can't be read; its text says where and what to do."""


class Substance(Strict, frozen=True):
    """Something taken: a name, and perhaps an amount and a time in words or in numbers (hours)."""

    name: str
    amount: str | float | dict[str, Any] | None = None
    when: str | float | None = None


class Measurements(Strict, frozen=True):
    """Numbers in the units of measurements.yaml."""

    temperature_c: float | None = None
    pulse: float | None = None
    systolic: float | None = None
    diastolic: float | None = None
    breaths: float | None = None
    spo2: float | None = None
    glucose_mmol: float | None = None


class Person(Strict, frozen=True):
    """Who it is about; age in years."""

    age: float | None = None
    pregnant: bool | Literal["yes", "no", "unsure"] = False
    vulnerable: bool | Literal["yes", "no", "unsure"] = False


class Course(Strict, frozen=True):
    """How it goes on."""

    worse: bool | Literal["yes", "no", "unsure"] = False
    new_or_raised: bool | Literal["yes", "no", "unsure"] = False
    cannot_function: bool | Literal["yes", "no", "unsure"] = False


class Case(Strict, frozen=True):
    """One case: `assess` in, as in design.md 4."""

    id: Any = None
    substances: list[Substance] = []
    findings: dict[str, Literal["yes", "no", "unsure"]] = {}
    measurements: Measurements = Measurements()
    person: Person = Person()
    course: Course = Course()


def read(value: object) -> Case:
    """Read a case.

    Raises:
        CaseError: saying which key is wrong.
    """
    try:
        return msgspec.convert(value, Case)
    except msgspec.ValidationError as error:
        raise CaseError(str(error).replace("`$.", "`")) from error


def facts_of(case: Case, content: Content) -> Facts:
    """The facts of a case; a finding not named was answered *no*, a name with several meanings means the worst.

    Raises:
        CaseError: for a finding that nothing defines, or a number that can't be.
    """
    levels = dict.fromkeys(content.fact_order, Level.NO)
    for name, word in case.findings.items():
        ident = ALIASES.get(name, name)
        if ident not in content.findings:
            raise CaseError(f"findings: there is no finding “{name}”{nearest(name, content.findings)}")
        levels[ident] = max(levels[ident], Level.named(word))
    age = case.person.age
    if age is not None:
        levels["under_12"] = Level.YES if age < UNDER_12 else Level.NO
        levels["age_12_17"] = Level.YES if UNDER_12 <= age < ADULT else Level.NO
        levels["over_65"] = Level.YES if age >= OLD else Level.NO
    levels["pregnant"] = _level(case.person.pregnant)
    levels["long_illness"] = _level(case.person.vulnerable)
    for flag in ("worse", "new_or_raised", "cannot_function"):
        levels[flag] = _level(getattr(case.course, flag))
    numbers = {name: value for name, value in msgspec.structs.asdict(case.measurements).items() if value is not None}
    if "temperature_c" in numbers:
        numbers["temperature_c"] = celsius(numbers["temperature_c"])
    try:
        levels |= {one: max(levels[one], Level.UNSURE) for one in doubtful(numbers, content.measurements)}
    except MeasuredError as error:
        raise CaseError(f"measurements: {error}") from error
    either = [Facts(levels, taken, numbers) for taken in _taken(case.substances, content)]
    return either[0] if len(either) == 1 else max(either, key=lambda facts: _danger(facts, content))


def _danger(facts: Facts, content: Content) -> tuple[int, int]:
    reading = lower(facts, content)
    return urgency(reading, content), reading.number("highest_level")


def _taken(substances: list[Substance], content: Content) -> Iterator[tuple[Taken, ...]]:
    """What was taken, in every way the names can be read."""
    for way in ways([one.name for one in substances], content):
        yield tuple(_one(one, ident, content) for one, ids in zip(substances, way, strict=True) for ident in ids)


def _one(substance: Substance, ident: str, content: Content) -> Taken:
    amount = None if substance.amount is None else read_amount(in_pieces(_in_words(substance.amount), substance.name))
    bands = content.classes[content.class_of.get(ident, "unknown")].bands
    return Taken(
        substance.name,
        ident,
        band_of(amount, bands, content.substances.get(ident)) if amount else None,
        None if substance.when is None else read_hours_ago(substance.when),
        amount.words if amount else None,
        None if substance.when is None else str(substance.when),
        amount.mg if amount else None,
    )


def _in_words(amount: str | float | Mapping[str, Any]) -> str:
    if isinstance(amount, Mapping):
        value, unit = amount.get("value", ""), amount.get("unit", "")
        either = value if isinstance(value, list) else [value]
        return " to ".join(f"{one} {unit}" if isinstance(one, int | float | str) else "?" for one in either)
    return str(amount)


def _level(word: bool | str) -> Level:
    if isinstance(word, bool):
        return Level.YES if word else Level.NO
    return Level.named(word)
