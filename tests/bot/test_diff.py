"""A change of the content names the people it means something for; a change of order names nobody."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.diff import ROOT

pytestmark = pytest.mark.slow
Change = Callable[[str], str]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, Change], Path]:
    """A copy of the content with one file changed."""

    def change(name: str, edit: Change) -> Path:
        for room in ("knowledge", "flows"):
            shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        path = tmp_path / name
        before = path.read_text(encoding="utf-8")
        path.write_text(edit(before), encoding="utf-8")
        assert edit(before) != before
        return tmp_path

    return change


def _diff(new: Path, capsys: pytest.CaptureFixture[str], form: str) -> str:
    assert main(["diff", str(ROOT), str(new), "--format", form]) == 0
    return capsys.readouterr().out


def test_a_fever_limit_names_those_it_means_something_for(
    changed: Callable[[str, Change], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    new = changed("knowledge/measurements.yaml", lambda text: text.replace("{from: 38.0", "{from: 38.5"))
    found = json.loads(_diff(new, capsys, "json"))

    assert found["up"] == 0
    assert found["down"] > 0
    assert found["needs_two_clinicians"]
    assert all("temperature" in one["told"] and one["rules"] == ["R4"] for one in found["downs"])
    assert "Kratom; T 38.0" in [one["name"] for one in found["flipped"]]


def test_another_order_of_the_rules_names_nobody(
    changed: Callable[[str, Change], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def backwards(text: str) -> str:
        head, *rules = re.split(r"^(?=  - id:)", text, flags=re.MULTILINE)
        return head + "".join(reversed(rules))

    assert "Nothing." in _diff(changed("knowledge/rules/signs.yaml", backwards), capsys, "text")


def test_a_text_is_shown_with_its_grade_and_needs_nobody(
    changed: Callable[[str, Change], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    new = changed("knowledge/rules/course.yaml", lambda text: text.replace("It is getting worse.", "It gets worse."))
    said = _diff(new, capsys, "markdown")

    assert "R13.says" in said
    assert "needs two clinicians" not in said


def test_a_question_that_is_gone_needs_two_clinicians(
    changed: Callable[[str, Change], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    new = changed("flows/triage.yaml", lambda text: re.sub(r".*label: \"self_harm\".*\n", "", text))
    said = _diff(new, capsys, "text")

    assert "nobody asks about" in said
    assert "needs two clinicians" in said


def test_what_is_no_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "no-such-revision"]) == 2
    assert "no-such-revision" in capsys.readouterr().err
