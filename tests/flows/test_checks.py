"""The lint of flows: what nobody asks, what never shows, what nothing uses, what does not fit a button."""

import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.check import all_issues, all_warnings
from flows.checks import flow_issues
from flows.checks.advice import never_shown, shows
from flows.checks.messages import long_data
from flows.checks.unused import said_in, unused_facts, unused_messages
from flows.definition import FOLDER, Flow
from knowledge.content import FOLDER as KNOWLEDGE
from knowledge.content import Content
from knowledge.issues import Issue
from knowledge.levels import Severity
from knowledge.wording import Wording


def changed(content: Content, folder: Path, old: str, new: str) -> Flow:
    """The triage talk with one place changed."""
    text = (FOLDER / "triage.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "flows").mkdir()
    (folder / "flows" / "triage.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return Flow(folder / "flows" / "triage.yaml", content)


def sentences(flow: Flow, content: Content, words: Wording) -> list[str]:
    return [one.sentence for one in flow_issues(flow, content, words)]


def test_the_shipped_talk_has_no_issue(flow: Flow, content: Content, words: Wording) -> None:
    assert not flow_issues(flow, content, words)


def test_a_severe_sign_that_nobody_asks_is_an_issue(tmp_path: Path, content: Content, words: Wording) -> None:
    flow = changed(content, tmp_path, '"rigidity", "locked_jaw", "unable_to_walk"', '"rigidity", "unable_to_walk"')

    assert "no node asks for locked_jaw, which is severe" in sentences(flow, content, words)


def test_a_node_that_nothing_leads_to_is_an_issue(tmp_path: Path, content: Content, words: Wording) -> None:
    flow = changed(
        content, tmp_path, 'after: {node: "substances", option: "mood"}', 'after: {node: "substances", option: "mod"}'
    )

    assert "node mood_medicine follows substances's “mod”. Did you mean “mood”?" in sentences(flow, content, words)


def test_a_node_that_no_rule_needs_is_an_issue(tmp_path: Path, content: Content, words: Wording) -> None:
    flow = changed(
        content,
        tmp_path,
        '  - id: "course"',
        '''  - id: "again"
    stage: 6
    kind: "one"
    options:
      - {id: "yes", sets: {stopped: "yes"}}

  - id: "course"''',
    )

    assert "node again is never asked: no rule looks at what it asks" in sentences(flow, content, words)
    assert "node again has no message questions.again" in sentences(flow, content, words)


def test_a_button_whose_data_is_too_long_is_an_issue(tmp_path: Path, content: Content) -> None:
    flow = changed(content, tmp_path, '{id: "other"}', f'{{id: "{"o" * 50}"}}')

    assert [one.sentence for one in long_data(flow)] == [f"the button {'o' * 50} of danger has 73 bytes; 64 fit"]


def test_advice_for_a_calm_result_that_needs_a_danger_never_shows(content: Content) -> None:
    assert not shows(content, {"possible": "seizure"}, Severity.MILD)
    assert not shows(content, {"fact": "any_symptom"}, Severity.NONE)
    assert shows(content, {"fact": "all_three_categories"}, Severity.MILD)
    assert shows(content, {"fact": "maoi_taken"}, Severity.NONE)
    assert shows(content, {"always": True}, Severity.SEVERE)


def test_advice_that_never_shows_is_a_warning(content: Content) -> None:
    """Look-alikes stand beside the reasons of a mild result, and a stroke sign is never mild."""
    found = [one.sentence.partition(" ")[0] for one in never_shown(content)]
    assert "stroke" in found
    assert "panic" not in found


def test_a_message_that_nothing_uses_is_a_warning(flow: Flow, content: Content, words: Wording) -> None:
    code = said_in(['say("buttons.sos")', 'say(f"nodes.{node.id}")', 'say(f"danger.{line.label}")'])
    found = {one.sentence.rpartition(" ")[2] for one in unused_messages(flow, content, words, code)}

    assert "buttons.back" in found
    assert not {one for one in found if one.startswith(("nodes.", "danger."))}
    assert "buttons.sos" not in found


def test_a_flag_that_nothing_looks_at_is_a_warning(flow: Flow, content: Content) -> None:
    found = {one.sentence.rpartition(" ")[2] for one in unused_facts(flow, content, said_in([]))}

    assert "stopped" in found
    assert not found & {"worse", "pregnant", "any_symptom"}


def test_the_command_gives_issues_and_warnings_apart() -> None:
    assert not all_issues(KNOWLEDGE, FOLDER)
    found = all_warnings(KNOWLEDGE, FOLDER, "2099-01-01")
    assert found
    assert {one.level for one in found} == {"warning"}
    assert str(found[0]).startswith(f"{found[0].file}:{found[0].line}: warning: ")


def test_content_that_can_not_be_read_is_all_that_is_said(tmp_path: Path) -> None:
    copy = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (copy / "measurements.yaml").write_text("measurements: [", encoding="utf-8")

    found = all_issues(copy, FOLDER)
    assert [one.file for one in found] == ["knowledge/measurements.yaml"]


def test_issues_sort_by_place_whatever_their_level() -> None:
    first, second = Issue("a.yaml", 2, "x", "warning"), Issue("a.yaml", 3, "x")
    assert sorted([second, first]) == [first, second]


def test_an_overdue_review_is_a_warning_and_with_strict_an_issue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--today", "2099-01-01"]) == 0
    assert "warning: overdue since" in capsys.readouterr().out
    assert main(["check", "--today", "2099-01-01", "--strict", "--quiet"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert all(": overdue since " in line for line in said[:-1])
    assert said[-1] == f"{len(said) - 1} issues to put right."


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--today", "tomorrow"])
    assert stopped.value.code == 2
