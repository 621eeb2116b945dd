"""Typed sentences in the talk: shown once, taken back by a tap, six taps to the answer, danger first."""

import pytest

from flows.engine import Engine
from flows.inputs import Choose, Say
from tests.flows.player import Player

SENTENCE = "took 8g maeng da w/ my zoloft 3 hrs ago, now im twitching n sweating like crazy, no fever"


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def test_one_sentence_takes_at_most_six_taps(player: Player) -> None:
    player.start().give(Say(SENTENCE))
    for tap in ("danger:no", "talk:right", "taken:none", "person:none", "quick:none", "course:same"):
        player.tap(tap)

    assert player.outcome == "mild"
    assert player.taps <= 6


def test_an_emergency_in_words_takes_one_tap(player: Player) -> None:
    player.start().give(Say("my friend wont wake up"))
    player.tap("talk:need_help")

    assert player.outcome == "severe"
    assert player.taps == 1


def test_the_danger_screen_comes_before_what_was_read(player: Player) -> None:
    player.start().give(Say(SENTENCE))

    assert player.nodes == ["danger"]
    assert "zoloft" in player.screen.text


def test_each_part_can_be_taken_out_before_anything_counts(player: Player) -> None:
    player.start().give(Say(SENTENCE))
    player.tap("danger:no")
    zoloft = next(Choose.read(one.data) for one in player.buttons() if "zoloft" in one.label)
    assert zoloft
    player.give(zoloft)
    player.give(zoloft)  # twice takes out no other
    player.tap("understood:twitching").tap("talk:right")

    assert player.session
    words, substances = player.session.answer("words"), player.session.answer("substances")
    assert words
    assert substances
    assert "twitching" not in words.picks
    assert [one.id for one in substances.taken] == ["kratom"]


def test_a_yes_in_the_quick_check_is_severe(player: Player) -> None:
    player.start().give(Say(SENTENCE))
    for tap in ("danger:no", "talk:right", "taken:none", "person:none", "quick:spontaneous_clonus=yes", "quick:none"):
        player.tap(tap)

    assert player.outcome == "severe"


def test_what_was_confirmed_stays_though_the_rest_is_no(player: Player) -> None:
    player.start().give(Say("took kratom and tramadol, hands a bit shaky and so sleepy"))
    player.tap("danger:no").tap("talk:right")

    assert player.outcome == "severe"  # sleepy with tramadol: nothing else can change that


def test_a_red_flag_absent_in_words_skips_no_question(player: Player) -> None:
    player.start().give(Say("took kratom, no chest pain, no seizure, breathing fine, sweating"))

    assert player.nodes == ["danger"]


def test_danger_words_in_a_sentence_come_first_and_the_rest_is_kept(player: Player) -> None:
    player.start().give(Say("took 8g kratom and zoloft, sweating and my chest hurts"))
    assert player.button("talk:need_help")
    player.tap("talk:no_help").tap("danger:no")

    assert player.button("understood:sweating")
    assert not player.button("understood:chest_pain")


def test_an_edited_message_is_read_again(player: Player) -> None:
    player.start().give(Say("took kratom, sweating"))
    player.give(Say("took kratom, dizzy", edited=True))
    player.tap("danger:no")

    assert player.button("understood:dizziness")
    assert player.session
    assert "sweating" not in player.session.interruption.ids  # type: ignore[union-attr]


def test_words_about_someone_else_get_the_words_for_a_friend(player: Player) -> None:
    player.start().give(Say("my friend took kratom and hes sweating"))

    assert "Look at them" in player.screen.text


def test_an_animal_is_for_a_vet(player: Player) -> None:
    player.start().give(Say("my dog ate some kratom"))

    assert "vet" in player.screen.text


def test_a_denial_of_self_harm_gets_one_gentle_question(player: Player) -> None:
    player.start().tap("danger:no").give(Say("im not suicidal"))

    assert player.button("talk:need_help")
