"""What was ticked or typed as taken is told the crew, and is asked about after all when it was no emergency."""

import pytest

from flows.engine import Engine
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


@pytest.mark.parametrize("danger", [["he is not breathing", "yes"], ["temp 42"]])
def test_what_is_ticked_and_not_sent_is_said_to_the_crew(player: Player, danger: list[str]) -> None:
    player.start().tap("danger:no").tap("substances:mdma").say("zoloft")
    for words in danger:
        player.say(words)

    assert player.outcome == "severe"
    assert "MDMA" in player.stays[-1].text
    assert "zoloft" in player.stays[-1].text


@pytest.mark.parametrize("named_first", [True, False])
def test_a_mistake_takes_back_the_emergency_though_something_was_named_beside_it(
    player: Player, *, named_first: bool
) -> None:
    player.start()
    if named_first:
        player.say("took kratom").tap("danger:yes")
    else:
        player.tap("danger:yes").say("took kratom")
    player.tap("talk:mistake")

    assert not player.outcome
    assert player.nodes == ["danger"]


def test_what_was_named_beside_an_emergency_is_no_whole_answer_once_it_is_taken_back(player: Player) -> None:
    player.start().tap("danger:yes").say("took kratom").tap("talk:mistake").tap("danger:no")
    assert player.nodes == ["substances"]
    player.tap("substances:mdma").tap("substances:next")

    assert player.session
    answer = player.session.answer("substances")
    assert answer
    assert (answer.picks, [one.said for one in answer.taken]) == (("mdma",), ["kratom"])


@pytest.mark.parametrize("danger", [["he is not breathing", "yes"], ["temp 42"]])
def test_what_was_ticked_still_is_when_it_was_no_emergency(player: Player, danger: list[str]) -> None:
    player.start().tap("danger:no").tap("substances:mdma").say("zoloft")
    for words in danger:
        player.say(words)
    player.tap("talk:mistake")
    if player.nodes == ["danger"]:
        player.tap("danger:no")
    if player.button("talk:right"):  # what is milder of it
        player.tap("talk:right")

    assert player.nodes == ["substances"]
    assert player.session
    assert player.session.draft == ("mdma",)
    assert [one.said for one in player.session.draft_taken] == ["zoloft"]


def test_back_to_the_danger_screen_keeps_what_is_ticked_behind_it(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:mdma").say("zoloft").command("back").tap("danger:no")

    assert player.session
    assert player.session.draft == ("mdma",)
    assert [one.said for one in player.session.draft_taken] == ["zoloft"]


def test_back_from_what_is_asked_after_all_is_the_danger_screen_and_loses_nothing(player: Player) -> None:
    player.start().tap("danger:yes").say("took kratom").tap("talk:mistake").tap("danger:no").tap("substances:mdma")
    player.tap("talk:back")
    assert player.nodes == ["danger"]
    player.tap("danger:no")

    assert player.nodes == ["substances"]
    assert player.session
    assert player.session.draft == ("mdma",)
    assert [one.said for one in player.session.draft_taken] == ["kratom"]
