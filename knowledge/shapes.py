"""The shape of whole files: what stands at the top of each kind of YAML file in this room."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from knowledge.schema import (
    Country,
    Day,
    Doubt,
    Event,
    Finding,
    Flag,
    ForbiddenAdvice,
    GuidanceLine,
    HomeCheck,
    InteractionTable,
    Measurement,
    PhraseTable,
    Product,
    Rule,
    SayingTable,
    Source,
    Strict,
    SubstanceClass,
    Text,
    TypedWords,
)


class FindingsFile(Strict, frozen=True):
    """Signs, other yes/no facts, and home checks."""

    findings: dict[str, Finding]
    flags: dict[str, Flag]
    home_checks: dict[str, HomeCheck]


class MeasurementsFile(Strict, frozen=True):
    """Numbers a person can measure."""

    measurements: dict[str, Measurement]


class SourcesFile(Strict, frozen=True):
    """Where facts come from."""

    sources: dict[str, Source]


class SupportLine(Strict, frozen=True):
    """A line for people who use drugs; not for emergencies."""

    country: Text
    number: Text
    name: Text
    sources: list[str]


class UnknownPlace(Strict, frozen=True):
    """What is shown where the country is not known."""

    emergency: list[str]
    crisis_directories: list[str]
    poison_directory: str


class NumbersFallback(Strict, frozen=True):
    """Numbers without a country."""

    unknown: UnknownPlace
    support_lines: list[SupportLine] = []


class CountriesFile(Strict, frozen=True):
    """Numbers to call, and the day on which they were checked."""

    checked: Day
    fallback: NumbersFallback
    countries: dict[str, Country]


class DangerWordsFile(Strict, frozen=True):
    """Typed words that mean danger wherever they are typed."""

    danger: list[TypedWords]
    self_harm: list[TypedWords]


class ProductsFile(Strict, frozen=True):
    """Combination products."""

    products: list[Product]


class RulesFile(Strict, frozen=True):
    """Rows of the decision table."""

    rules: list[Rule]


class GuidanceFile(Strict, frozen=True):
    """Lines of advice for one result, in the order shown."""

    lines: list[GuidanceLine]


class DecoysFile(Strict, frozen=True):
    """Names that are no substance of ours."""

    decoys: list[str]


class ConfusablesFile(Strict, frozen=True):
    """Names that look or sound alike."""

    confusable: list[list[str]]
    plain: list[str] | UnsetType = UNSET
    near: list[list[str]] | UnsetType = UNSET


class Page(Strict, frozen=True):
    """A page to read at leisure."""

    title: Text
    label: Annotated[str, Meta(min_length=1, max_length=24)]
    text: Annotated[str, Meta(min_length=1, max_length=900)]
    sources: list[str]


class LearnFile(Strict, frozen=True):
    """Pages to read at leisure."""

    pages: dict[str, Page]


class ForbiddenFile(Strict, frozen=True):
    """What no text of ours may say."""

    forbidden: list[ForbiddenAdvice]


class DoubtsFile(Strict, frozen=True):
    """Questions that only a clinician can decide."""

    doubts: list[Doubt]


class Readers(Strict, frozen=True):
    """A message with words of its own for each reader."""

    you: Text
    them: Text


MessagesFile = dict[str, str | Readers]

# name of the schema: the files, and their shape; the first that fits a file is its own
FILES: dict[str, tuple[str, object]] = {
    "findings": ("findings.yaml", FindingsFile),
    "measurements": ("measurements.yaml", MeasurementsFile),
    "sources": ("sources.yaml", SourcesFile),
    "countries": ("countries.yaml", CountriesFile),
    "danger_words": ("danger_words.yaml", DangerWordsFile),
    "phrases": ("phrases.yaml", PhraseTable),
    "sayings": ("sayings.yaml", SayingTable),
    "products": ("substances/products.yaml", ProductsFile),
    "substances": ("substances/*.yaml", SubstanceClass),
    "interactions": ("interactions.yaml", InteractionTable),
    "rules": ("rules/*.yaml", RulesFile),
    "guidance": ("guidance/*.yaml", GuidanceFile),
    "decoys": ("decoys.yaml", DecoysFile),
    "confusables": ("confusables.yaml", ConfusablesFile),
    "learn": ("learn.yaml", LearnFile),
    "events": ("events/*.yaml", Event),
    "doubts": ("doubts.yaml", DoubtsFile),
    "forbidden": ("forbidden.yaml", ForbiddenFile),
    "messages": ("messages/*/*.yaml", MessagesFile),
}
