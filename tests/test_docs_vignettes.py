"""docs/vignettes.md is fresh, the bank is large enough, and its numbers are right."""

from pathlib import Path

import pytest

from tests.vignette_report import PAGE, report, wilson
from tests.vignettes import vignettes

LOOK_ALIKES = (
    "opioid toxicity",
    "opioid withdrawal",
    "heat stroke",
    "sepsis",
    "meningitis",
    "neuroleptic malignant syndrome",
    "anticholinergic toxicity",
    "panic attack",
    "stimulant toxicity",
    "hypoglycaemia",
    "lithium toxicity",
    "stroke",
    "alcohol withdrawal",
    "benzodiazepine withdrawal",
    "SSRI discontinuation",
    "carbon monoxide",
    "hyponatraemia",
    "akathisia",
    "dystonia",
    "thyroid storm",
    "allergic reaction",
)


def test_the_page_of_vignettes_is_fresh() -> None:
    assert PAGE.exists(), "run python -m tests.vignette_report"
    assert PAGE.read_text(encoding="utf-8") == report(), "run python -m tests.vignette_report"


def test_the_bank_holds_at_least_150_vignettes_and_each_name_once() -> None:
    names = [case.name for case in vignettes()]
    assert len(names) >= 150
    assert len(names) == len(set(names))


def test_every_known_look_alike_has_a_vignette() -> None:
    assert not set(LOOK_ALIKES) - {case.look_alike for case in vignettes()}


def test_every_vignette_names_a_source_and_every_source_is_known() -> None:
    known = set(_source_ids())
    for case in vignettes():
        assert case.number or case.sources, case.name
        assert set(case.sources) <= known, case.name


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)]
)
def test_wilsons_interval_is_as_published(hits: int, of: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe 1998."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)


def _source_ids() -> list[str]:
    text = (Path(__file__).parent.parent / "knowledge" / "sources.yaml").read_text(encoding="utf-8")
    return [
        line.strip(" :")
        for line in text.splitlines()
        if line.startswith("  ") and line[2] != " " and line.endswith(":")
    ]
