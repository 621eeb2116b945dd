"""The lint finds each thing it is for, at its place; and the shipped content has no issue."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.checks import content_issues, content_warnings
from knowledge.checks.bands import ranges
from knowledge.checks.forbidden import read
from knowledge.checks.reviews import months_later, overdue
from knowledge.checks.texts import texts
from knowledge.content import FOLDER, Content
from knowledge.issues import ContentError, Issue
from knowledge.schema.measurements import Band, Measurement

Edit = Callable[[str, str, str], list[Issue]]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Change one place of a copy of the content, and give the issues of the copy."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))

    def changed(name: str, old: str, new: str) -> list[Issue]:
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            return content_issues(Content(copy))
        except ContentError as error:
            return error.issues

    return changed


def test_the_shipped_content_has_no_issue(content: Content) -> None:
    assert content_issues(content) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("sources.yaml", '"10.1093/qjmed/hcg109"', '"doi:10.1093/qjmed/hcg109"', "is not a DOI"),
        ("sources.yaml", '"10.1093/qjmed/hcg109"', '"10.1186/s12883-016-0616-1"', "the same identifier"),
        ("sources.yaml", '"12925718"', '"PMC12925718"', "is not a PMID"),
        ("sources.yaml", 'title: "The Hunter', 'title: "https://example.org The Hunter', "is no title"),
        ("findings.yaml", 'milder: ["tremor"]', 'milder: ["fever"]', "which is no mild sign"),
        ("rules/signs.yaml", '["nelson_2007", "chyka_2007"]', '["nelson_207", "chyka_2007"]', "Did you mean"),
        ("learn.yaml", '"isbister_2007"', '"isbister_207"', "there is no source"),
        ("measurements.yaml", "- {from: 130}", "- {from: 95}", "inside a severe one"),
        ("measurements.yaml", "- {from: 100}", "- {from: 100, to: 110}", "calmer again"),
        ("measurements.yaml", "- {from: 130}", "- {from: 1300}", "outside the plausible"),
        ("substances/kratom_leaf.yaml", "[10000, 25000, null]", "[25000, 10000, null]", "must not fall"),
        ("substances/kratom_leaf.yaml", "usual_mg: 5000", "usual_mg: 50000", "above the first band"),
        ("substances/ssri.yaml", "active_hours: 168", "active_hours: 1680", "with an MAO inhibitor only"),
        ("substances/buspirone.yaml", "unknown: 2", "unknown: 7", "no dose band"),
        ("substances/ssri.yaml", '"zoloft"', '"buspar"', "put it under ask of both"),
        ("countries.yaml", 'emergency: ["112", "119"]', 'emergency: ["one-one-two"]', "not a number to call"),
        ("interactions.yaml", 'ssri: "2s"', 'ssri: "2x"', "not a level and letters"),
        ("messages/en/buttons.yaml", '"↩ Back"', '"↩ Back to the question before"', "24 fit"),
        ("messages/en/profile.yaml", "Find out in a minute", "Find out in a minute or perhaps two, " * 3, "120 fit"),
        (
            "guidance/severe.yaml",
            '"Stay with them till help comes."',
            '"Continuous observation is recommended until professional assistance materialises."',
            "plainer",
        ),
    ],
)
def test_each_wrong_content_is_one_issue_with_its_place(edit: Edit, name: str, old: str, new: str, said: str) -> None:
    issues = edit(name, old, new)

    assert any(said in one.sentence for one in issues), issues
    assert all(one.level == "issue" for one in issues)
    assert any(one.file == f"knowledge/{name}" and one.line >= 1 for one in issues), issues


@pytest.mark.parametrize(
    "said",
    [
        "Take 5 g of leaf to settle it.",
        "Take two more tablets now.",
        "The usual dose is 3 spoons.",
        "It works best on an empty stomach.",
        "Buy kratom from a shop that tests it.",
        "A trusted vendor sells it with a discount.",
        "Give a benzo to calm them.",
        "Cyproheptadine helps.",
        "Take milk thistle as an antidote.",
        "Make them throw up.",
        "Stop taking your antidepressant for good.",
        "Stop your medicines for ever.",
        "You are fine.",
        "They are safe now.",
        "You'll be ok.",
        "Do not worry, you are safe.",
        "It is harmless.",
        "There is no need to call.",
        "Nothing to worry about.",
    ],
)
def test_forbidden_advice_is_found_in_any_text(said: str, content: Content) -> None:
    assert any(kind.hit(f"Sit down. {said}") for kind in read(content)), said


@pytest.mark.parametrize(
    "said",
    [
        "I cannot say it is safe.",
        "No dose is proven safe.",
        "Do not stop it for good on your own.",
        "Do not make them throw up.",
        "If they do not wake, give naloxone.",
        "No charcoal, milk or coffee.",
        "Call {poison} now, within 15 minutes.",
        "Check for signs every 2 hours.",
        "You feel fine now, but this can turn later.",
    ],
)
def test_a_plain_no_is_not_forbidden(said: str, content: Content) -> None:
    assert not [kind.hit(said) for kind in read(content) if kind.hit(said)], said


def test_forbidden_advice_in_a_file_is_an_issue(edit: Edit) -> None:
    issues = edit("guidance/none.yaml", 'you: "', 'you: "You are fine. ')

    assert any("no reassurance" in one.sentence and one.file == "knowledge/guidance/none.yaml" for one in issues)


def test_a_text_of_every_kind_is_looked_at(content: Content) -> None:
    """More than a thousand, from every file that people read."""
    found = {text.file.partition("/")[0] for text in texts(content)}
    assert found >= {
        *("countries.yaml", "fallback.yaml", "findings.yaml", "guidance", "interactions.yaml", "learn.yaml"),
        *("measurements.yaml", "messages", "rules", "substances"),
    }
    assert len(list(texts(content))) > 1000


def test_a_review_is_overdue_only_after_its_day(content: Content) -> None:
    day = content.rules[0].row.review_by
    assert not [one for one in overdue(content, day) if "rule" in one.sentence]
    late = [one for one in overdue(content, "2099-01-01") if "rule" in one.sentence]
    assert len(late) == len(content.rules)
    assert all(one.level == "warning" for one in late)


def test_numbers_to_call_are_checked_every_three_months() -> None:
    assert months_later("2026-10-08", 3) == "2027-01-08"
    assert months_later("2026-12-31", 2) == "2027-02-31"


def test_rules_with_no_or_one_published_source_are_warned_of(content: Content) -> None:
    said = [one.sentence for one in content_warnings(content)]
    assert "rule R12 rests on no published source" in said
    assert "rule R5 rests on one published source, dunkley_2003" in said
    assert not [one for one in said if "rule R7a" in one]


def test_a_number_phonenumbers_does_not_know_is_a_warning(content: Content) -> None:
    said = [one for one in content_warnings(content) if "phonenumbers" in one.sentence]
    assert any(one.sentence.startswith("Peru: ") and "106" in one.sentence for one in said)
    assert not [one for one in said if one.sentence.startswith(("Norway", "United", "Germany", "Australia"))]


def test_without_a_day_nothing_is_overdue(content: Content) -> None:
    assert not [one for one in content_warnings(content) if one.sentence.startswith("overdue")]
    assert [one for one in content_warnings(content, "2099-01-01") if one.sentence.startswith("overdue")]


def measure(mild: list[Band], severe: list[Band]) -> Measurement:
    return Measurement("Pulse", "a minute", (20, 250), "autonomic", mild, severe, [])


def test_ranges_without_gap_or_overlap_are_fine() -> None:
    assert not list(ranges(measure([Band(from_=100), Band(to=50)], [Band(from_=130), Band(to=40)])))


@pytest.mark.parametrize(
    ("mild", "severe"),
    [
        ([Band(from_=100, to=119)], [Band(from_=130)]),
        ([Band(from_=140)], [Band(from_=130)]),
        ([Band(from_=100)], [Band(from_=130, to=140)]),
        ([Band(from_=100, to=90)], []),
        ([Band()], []),
    ],
)
def test_a_gap_or_a_wrong_overlap_is_told(mild: list[Band], severe: list[Band]) -> None:
    assert list(ranges(measure(mild, severe)))
