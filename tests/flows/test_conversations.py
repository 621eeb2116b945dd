"""Every kept conversation is played again: each file of tests/conversations/ is a list of them."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from flows.conversations import Conversation, Step, as_yaml, read_conversations
from flows.engine import Engine
from flows.inputs import Choose, Input, Say, Start
from flows.recording import Recording
from flows.replaying import complaints
from knowledge.issues import ContentError
from tests.flows.player import Player

FOLDER = Path(__file__).parents[1] / "conversations"
KEPT = [(path.stem, one) for path in sorted(FOLDER.glob("*.yaml")) for one in read_conversations(path)]


@pytest.mark.parametrize("kept", [one for _, one in KEPT], ids=[f"{stem}: {one.name}" for stem, one in KEPT])
def test_a_kept_conversation_goes_as_it_went(kept: Conversation, engine: Engine) -> None:
    assert not complaints(kept, engine)


def test_a_conversation_that_goes_another_way_says_where(engine: Engine) -> None:
    kept = Conversation(
        "Wrong in each way",
        [
            Step(tap="danger:no"),
            Step(sees="Good morning"),
            Step(never_sees="What did you take"),
            Step(tap="muscles:none"),
        ],
        ends="mild",
        because=["R1"],
        asks="body",
    )

    found = complaints(kept, engine)

    assert [one.split(":")[0] for one in found[:3]] == ["step 2", "step 3", "step 4"]
    assert "no button muscles:none" in found[2]
    assert found[3:] == [
        "it ends without an outcome, not mild",
        "R1 is not among the reasons, which are none",
        "it asks substances at the end, not body",
    ]


class Chat:
    """A player whose chat is recorded."""

    def __init__(self, engine: Engine) -> None:
        self.player, self.recording = Player(engine), Recording()

    def give(self, given: Input) -> None:
        reply = self.player.give(given)
        self.recording.note(given, self.player.session, reply)

    def choice(self, ending: str) -> Choose:
        button = self.player.button(ending)
        assert button, ending
        choice = Choose.read(button.data)
        assert choice
        return choice

    def tap(self, ending: str) -> None:
        self.give(self.choice(ending))


@pytest.fixture
def chat(engine: Engine) -> Chat:
    return Chat(engine)


def test_what_a_person_did_can_be_kept_and_goes_the_same_again(chat: Chat, engine: Engine) -> None:
    chat.give(Start("friend"))
    chat.tap("danger:no")
    old = chat.choice("substances:none")
    chat.give(Say("Zoloft, “two”\nand kratom 8 g"))
    chat.tap("substances:next")
    chat.give(old)
    chat.tap("taken:none")
    kept = chat.recording.conversation("A name: with “quotes” and a\ttab", engine)

    assert kept.steps[0] == Step(start="friend")
    assert Step(old="pick:substances:none") in kept.steps
    assert kept.asks == "person"
    assert not complaints(kept, engine)
    assert convert(yaml.safe_load(as_yaml(kept)), list[Conversation]) == [kept]


def test_a_new_talk_is_recorded_anew(chat: Chat, engine: Engine) -> None:
    chat.give(Start())
    for ending in ("danger:yes", "danger_which:none", "talk:new_person", "danger:no"):
        chat.tap(ending)

    kept = chat.recording.conversation("The second person", engine)

    assert kept.steps[0] == Step(tap="danger:no")
    assert not complaints(kept, engine)


@given(st.text(min_size=1))
def test_any_words_survive_being_written_as_yaml(words: str) -> None:
    kept = Conversation("x", [Step(say=words.encode("utf-8", "replace").decode())])
    assert convert(yaml.safe_load(as_yaml(kept)), list[Conversation]) == [kept]


def test_a_step_that_does_two_things_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text('- name: "x"\n  steps:\n    - {tap: "danger:no", say: "hello"}\n', encoding="utf-8")

    with pytest.raises(ContentError, match=r"wrong\.yaml:1: a step has exactly one of"):
        read_conversations(path)
