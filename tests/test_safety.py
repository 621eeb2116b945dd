"""The hazard log says what is: tests that exist, ratings that follow, owners, and no signature that nobody gave."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.content import Content

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
HAZARDS = re.findall(r'### <a id="h\d+"></a>(H\d+) .*?\n(.*?)(?=\n### |\Z)', PAGE, re.DOTALL)
LEAST = 25
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)))
HEADS = ("Cause", "Effect", "Control", "Shown by", "Risk before", "Left over", "Owner")


def matrix() -> Callable[[str, str], int]:
    """The page's own matrix: severity and likelihood to risk."""
    head, _line, *rows = re.findall(r"^\| .* \|$|^\|---.*\|$", PAGE[: PAGE.index("At a glance")], re.MULTILINE)
    severities = [one.strip() for one in head.strip("|").split("|")][1:]
    cells = [[one.strip() for one in row.strip("|").split("|")] for row in rows]
    risks = {(severity, row[0]): int(risk) for row in cells for severity, risk in zip(severities, row[1:], strict=True)}
    return lambda severity, likelihood: risks[severity, likelihood]


def test_there_are_enough_hazards_and_each_has_a_number_of_its_own() -> None:
    assert len(HAZARDS) >= LEAST
    assert [ident for ident, _text in HAZARDS] == [f"H{number:02}" for number in range(1, len(HAZARDS) + 1)]


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda one: one)
def test_every_named_test_exists(path: str, name: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^\s*(async )?def {name}\(", text, re.MULTILINE), (path, name)


@pytest.mark.parametrize(("ident", "text"), HAZARDS, ids=lambda one: one[:3])
def test_every_hazard_is_whole_and_its_rating_follows_from_the_matrix(ident: str, text: str) -> None:
    missing = [head for head in HEADS if f"**{head}:**" not in text]
    assert not missing, ident
    assert "::test_" in text, ident
    ratings = re.findall(r"\*\* (\w+), ([a-z ]+) = (\d)", text)
    assert len(ratings) == 2, ident
    risks = [matrix()(severity, likelihood) for severity, likelihood, _risk in ratings]
    assert [int(risk) for _severity, _likelihood, risk in ratings] == risks
    assert risks[1] <= risks[0], ident
    glance = re.search(rf"^\| \[{ident}\].*\| (\d) \| (\d) \|$", PAGE, re.MULTILINE)
    assert glance
    assert [int(one) for one in glance.groups()] == risks


def test_the_page_says_unsigned_while_anything_is_unsigned(content: Content) -> None:
    unsigned = [rule.id for rule in content.rules if rule.row.reviewed_by is None]
    if unsigned:
        assert "no clinician has signed it" in PAGE
        assert "not a certified medical device" in PAGE
        assert "No clinician has signed" in (ROOT / "README.md").read_text(encoding="utf-8")
