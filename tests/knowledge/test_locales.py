"""A second language: its own words, English where it lacks one, and the lint that says so."""

import shutil
from pathlib import Path

import pytest

from flows.definition import FOLDER as FLOWS
from flows.definition import Flow
from flows.engine import Engine
from knowledge.checks.locales import untranslated
from knowledge.content import FOLDER, Content
from knowledge.issues import ContentError
from knowledge.wording import Wording
from tests.flows.player import Player


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A copy of the content with a German folder that says the same as the English one."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(copy / "messages" / "en", copy / "messages" / "de")
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_whole_language_has_no_issue(room: Path) -> None:
    assert not list(untranslated(Content(room)))


def test_a_talk_speaks_the_other_language(room: Path) -> None:
    change(room / "messages" / "de" / "buttons.yaml", "No, none of these", "Nein, nichts davon")
    content = Content(room)
    player = Player(Engine(content, Flow(FLOWS / "triage.yaml", content), Wording(room / "messages", "de"))).start()

    assert player.button("danger:no").label == "Nein, nichts davon"  # type: ignore[union-attr]


def test_a_message_that_is_not_translated_is_said_in_english_and_is_an_issue(room: Path) -> None:
    change(room / "messages" / "de" / "buttons.yaml", 'back: "↩ Back"\n', "")

    assert Wording(room / "messages", "de").say("buttons.back") == "↩ Back"
    issues = list(untranslated(Content(room)))
    assert [one.sentence for one in issues] == ["untranslated: back"]
    assert issues[0].file == "knowledge/messages/de/buttons.yaml"


def test_a_file_that_is_not_translated_is_an_issue(room: Path) -> None:
    (room / "messages" / "de" / "danger.yaml").unlink()

    assert [one.sentence for one in untranslated(Content(room))] == [
        "untranslated: there is no messages/de/danger.yaml"
    ]


def test_a_lost_placeholder_is_an_issue(room: Path) -> None:
    change(room / "messages" / "de" / "outcomes.yaml", "I do not know “{name}”", "Das kenne ich nicht")

    assert [one.sentence for one in untranslated(Content(room))] == ["unknown differs from en in {name}"]


def test_a_lost_reader_and_a_key_too_many_are_issues(room: Path) -> None:
    change(
        room / "messages" / "de" / "danger.yaml",
        'fever:\n  you: "Skin feels burning hot"\n  them: "Their skin feels burning hot"',
        'fever: "Die Haut ist sehr heiss"\nfevver: "Die Haut ist sehr heiss"',
    )

    sentences = [one.sentence for one in untranslated(Content(room))]
    assert "fever needs both readers: you and them" in sentences
    assert "en has no fevver. Did you mean “fever”?" in sentences


def test_a_language_without_a_folder_can_not_be_spoken() -> None:
    with pytest.raises(ContentError, match="no messages here"):
        Wording(locale="tlh")
