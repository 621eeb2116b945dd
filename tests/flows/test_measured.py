"""Numbers after an emergency: a calmer one is noted, and the emergency stands until it is taken back."""

import re

import pytest

from flows.engine import Engine
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


@pytest.mark.parametrize("calmer", ["temp 37", "temp 37, sweating"])
def test_a_calmer_number_takes_no_emergency_back(player: Player, calmer: str) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.say("temp 42")
    assert player.outcome == "severe"
    told = len(player.stays)
    player.say(calmer)
    if player.button("talk:right"):
        player.tap("talk:right")

    assert player.outcome == "severe"
    assert not any("do not see signs" in one.text for one in player.stays[told:])
    assert player.session
    assert player.engine.talk.assessment(player.session).severity == "severe"


def test_a_mistaken_number_is_taken_back_with_its_button_and_the_calmer_one_counts(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.say("temp 42").say("temp 37").tap("talk:mistake")

    assert player.outcome == "none"
    player.command("card")
    said = re.sub(r"<code>.*?</code>", "", player.stays[-1].text)  # any two digits may stand in the code
    assert re.search(r"\b37\b", said)
    assert not re.search(r"\b42\b", said)


def test_before_an_emergency_a_number_that_is_measured_again_counts(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.say("temp 37.9").say("temp 36.8")

    assert player.outcome == "none"
