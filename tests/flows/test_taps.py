"""Taps: help from everywhere, old buttons, taps that come twice, and what was a mistake."""

import pytest

from flows.engine import Engine
from flows.inputs import SOS, Choose
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def test_a_mistaken_yes_takes_back_one_answer_and_keeps_the_card(player: Player) -> None:
    player.start().tap("danger:yes").tap("talk:mistake")

    assert player.nodes == ["danger"]
    assert "Call for help now" in player.stays[-1].text


def test_help_works_from_every_screen_and_changes_nothing(player: Player) -> None:
    player.start()
    for tap in ("danger:no", "substances:kratom", "substances:next", "taken:none", "person:none", "mind:none"):
        before = player.session
        reply = player.give(SOS)
        assert "Call for help now" in reply.messages[0].text
        assert player.session == before
        player.tap(tap)


@pytest.mark.parametrize("findings", [{}, {"sweating": "yes"}])
def test_every_result_and_every_card_has_a_help_button_of_its_own(findings: dict[str, str], player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": findings})
    for tap in ("", "talk:card", "talk:card_pdf", "talk:card_qr"):
        if tap:
            player.tap(tap)
        assert SOS.data in [button.data for row in player.stays[-1].rows for button in row]


def test_help_works_without_any_session(engine: Engine) -> None:
    session, reply = engine.step(None, SOS, 1.0)

    assert session is None
    assert "Call for help now" in reply.messages[0].text


def test_an_old_button_says_so_and_shows_the_present_screen(player: Player) -> None:
    player.start()
    old = player.button("danger:no")
    player.tap("danger:no").tap("substances:kratom").tap("substances:next")
    choice = Choose.read(old.data if old else "")
    assert choice
    player.give(choice)

    assert player.toast == "That button is from an old question."
    assert player.nodes == ["taken"]


def test_yes_on_an_old_danger_screen_is_never_too_late(player: Player) -> None:
    player.start()
    old = Choose.read(player.button("danger:yes").data)  # type: ignore[union-attr]
    assert old
    player.tap("danger:no").tap("substances:kratom")
    player.give(Choose(old.talk + 1, "pick", "danger", "yes"))

    assert "Call for help now" in player.stays[-1].text
    assert player.stays[-1].urgent
    assert player.session
    assert player.session.draft == ("kratom",), "the talk goes on"


def test_a_danger_screen_that_was_sent_twice_is_answered_on_either(player: Player) -> None:
    player.start()
    first = Choose.read(player.button("danger:no").data)  # type: ignore[union-attr]
    assert first
    player.session = None  # nothing is held before it is answered; the bot was killed, and sends it again
    player.now += 5
    player.start()
    player.give(Choose(first.talk, "pick", "danger", "no"))

    assert not player.toast
    assert player.nodes == ["substances"]


def test_no_on_the_danger_screen_of_another_person_is_old(player: Player) -> None:
    player.start()
    first = Choose.read(player.button("danger:no").data)  # type: ignore[union-attr]
    assert first
    player.tap("danger:no").say("start again")
    assert player.nodes == ["danger"]
    player.give(first)

    assert player.toast == "That button is from an old question."
    assert player.nodes == ["danger"]


def test_tapping_twice_does_not_untoggle(player: Player) -> None:
    player.start().tap("danger:no")
    twice = Choose.read(player.button("substances:kratom").data)  # type: ignore[union-attr]
    assert twice
    player.give(twice)
    player.give(twice)

    assert player.session
    assert player.session.draft == ("kratom",)


def test_next_without_a_choice_is_a_toast(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:next")

    assert player.toast
    assert player.nodes == ["substances"]


def test_worse_after_mild_is_severe_at_once(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"sweating": "yes"}})
    assert player.outcome == "mild"
    player.tap("talk:worse")

    assert player.outcome == "severe"


def test_delete_asks_once_and_forgets(player: Player) -> None:
    player.start().tap("danger:no").command("delete").tap("talk:delete_yes")

    assert player.session is None
