"""Back and "that was a mistake": an emergency is taken back in one tap, and its card is not sent again."""

import pytest

from flows.engine import Engine
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def _cards(player: Player) -> int:
    return sum("Say this" in one.text for one in player.stays)


@pytest.mark.parametrize("ticks", [["danger_which:rigidity", "danger_which:next"], []])
def test_a_mistake_is_taken_back_in_one_tap_and_the_card_is_not_sent_again(player: Player, ticks: list[str]) -> None:
    player.start().tap("danger:no").say("kratom").say("i took it to hurt myself").tap("talk:need_help")
    for ending in ticks:
        player.tap(ending)
    told = _cards(player)
    player.tap("talk:mistake")

    assert _cards(player) == told
    assert player.nodes == ["danger"]
    player.tap("danger:no").tap("substances:next").tap("taken:none").tap("person:none").tap("mind:none")


def test_back_from_which_it_was_asks_that_again_and_the_emergency_stands(player: Player) -> None:
    player.start().tap("danger:yes").tap("danger_which:chest_pain").tap("danger_which:next")
    told = _cards(player)
    player.tap("talk:back")

    assert player.outcome == "severe"
    assert player.nodes == ["danger_which"]
    assert _cards(player) == told


def test_a_second_tap_on_a_mistake_takes_back_nothing_more(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"confusion": "yes"}})
    player.tap("talk:mistake")
    before = player.session
    player.tap("talk:mistake")

    assert before
    assert player.session
    assert player.session.answers == before.answers
    assert "old question" in player.toast


def test_carry_on_brings_what_was_read_again(player: Player) -> None:
    player.start().tap("danger:no").say("kratom, sweating").start().tap("talk:carry_on")

    assert player.button("talk:right")
