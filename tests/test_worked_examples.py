"""The worked examples in the READMEs do what the pages say."""

from pathlib import Path

import pytest
from msgspec import convert

from bot.commands.check import all_issues
from flows.checks.asked import only_typed
from flows.definition import Flow
from flows.engine import Engine
from knowledge import yaml_file
from knowledge.assessed import answer
from knowledge.content import Content
from knowledge.wording import Wording
from tests.flows.player import Player
from tests.vignettes import Vignette
from tests.worked_examples import copy_of_the_content, examples

EXAMPLES = examples()


@pytest.fixture
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the content with one example applied."""
    root = copy_of_the_content(tmp_path)
    for step in EXAMPLES[request.param]:
        step.apply(root)
    return root


def cases(root: Path) -> list[Vignette]:
    paths = sorted((root / "tests" / "vignettes").glob("*.yaml"))
    return [convert(row, Vignette) for path in paths for row in yaml_file.read(path)]


def changed(root: Path) -> list[str]:
    """The vignettes that end otherwise than they expect."""
    content = Content(root / "knowledge")
    return [case.name for case in cases(root) if answer(case.given, content)["severity"] != case.expect.severity]


def test_the_pages_have_the_examples_that_are_promised() -> None:
    assert set(EXAMPLES) == {"substance", "rule", "language", "question"}
    assert all(EXAMPLES.values())


@pytest.mark.parametrize("root", EXAMPLES, indirect=True)
def test_each_example_leaves_the_content_without_issues(root: Path) -> None:
    assert not all_issues(root / "knowledge", root / "flows")


@pytest.mark.parametrize("root", ["substance"], indirect=True)
def test_the_added_substance_is_known_and_its_vignette_holds(root: Path, content: Content) -> None:
    case = next(one for one in cases(root) if "dasotraline" in one.name)
    before, after = answer(case.given, content), answer(case.given, Content(root / "knowledge"))

    assert before["unknown_substances"] == ["dasotraline"]
    assert before["severity"] == "severe"
    assert after["unknown_substances"] == []
    assert after["severity"] == case.expect.severity
    assert not changed(root)


@pytest.mark.parametrize("root", ["rule"], indirect=True)
def test_the_added_rule_changes_one_vignette_and_makes_it_more_urgent(root: Path) -> None:
    name = "Cheese on phenelzine; pounding headache, not sudden, pressure 168 over 104"
    assert changed(root) == [name]
    case = next(one for one in cases(root) if one.name == name)
    found = answer(case.given, Content(root / "knowledge"))
    assert found["severity"] == "severe"
    assert "R9h" in [one["rule"] for one in found["because"]]


@pytest.mark.parametrize("root", ["language"], indirect=True)
def test_the_added_language_is_spoken(root: Path) -> None:
    content = Content(root / "knowledge")
    words = Wording(root / "knowledge" / "messages", "nl")
    assert words.say("buttons.no") == "Nee"
    assert words.say("buttons.yes") == "Yes"

    player = Player(Engine(content, Flow(root / "flows" / "triage.yaml", content), words)).start()
    player.tap("danger:no").command("simple")
    assert "Nee" in [button.label for button in player.buttons()]


@pytest.mark.parametrize("root", ["question"], indirect=True)
def test_the_added_question_is_asked_and_its_answer_counts(root: Path, content: Content, flow: Flow) -> None:
    new = Content(root / "knowledge")
    talk = Flow(root / "flows" / "triage.yaml", new)
    assert any("twitching" in one.sentence for one in only_typed(flow, content))
    assert not any("twitching" in one.sentence for one in only_typed(talk, new))

    player = Player(Engine(new, talk, Wording(root / "knowledge" / "messages"))).start()
    for tap in ("danger:no", "substances:kratom", "substances:next", "taken:none", "person:none", "mind:none"):
        player.tap(tap)
    for tap in ("confusion:no", "body:none", "heat:no", "muscles:none"):
        player.tap(tap)
    assert player.nodes == ["twitches"]
    assert "Do your muscles twitch?" in player.screen.text
    player.tap("twitches:yes")
    for _ in range(8):
        if player.outcome:
            break
        player.tap(f"{player.nodes[0]}:{'same' if player.nodes[0] == 'course' else 'no'}")
    assert player.outcome == "mild"
