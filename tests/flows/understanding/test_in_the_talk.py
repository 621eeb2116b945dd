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


def no_to_the_rest(player: Player) -> str:
    """What comes out for somebody who confirms what was read, and says no to all else."""
    for _ in range(30):
        if player.outcome:
            break
        mine = player.nodes[0] if player.nodes else ""
        ways = (
            "danger:no",
            "talk:no_help",
            "talk:right",
            "meant:0",
            "course:same",
            f"{mine}:none",
            f"{mine}:no",
            f"{mine}:next",
        )
        player.tap(next(way for way in ways if player.button(way)))
    return player.outcome


@pytest.mark.parametrize(
    "text",
    [
        "i got out of rehab 3 weeks ago took kratom and tramadol nauseous and restless",
        "quit drinking 2 weeks ago, took kratom and xanax, sleepy",
        "kratom n 2 of my moms pills, sleepy",
        "kratom and like 4 of them white ones, sleepy",
        "2 bars and kratom, sleepy",
        "my dog died 2 weeks ago. took 7oh and xanax. sleepy",
        "i didnt take my nardil today, took kratom, nauseous",
        "kratom 4g this morning, 4g at noon and 4g now, restless, sweating, tremor",
        "kratom, my pulse is 66 in 30 sec",
        "started prozac yesterday, kratom today, restless, sweating, tremor",
    ],
)
def test_what_was_said_once_is_enough_whatever_is_tapped_later(player: Player, text: str) -> None:
    player.start().say(text)

    assert no_to_the_rest(player) == "severe"


def test_a_medicine_that_was_just_begun_is_ticked_where_that_is_asked_and_can_be_taken_out(player: Player) -> None:
    player.start().tap("danger:no").say("started prozac yesterday").tap("substances:next")
    assert player.session
    assert player.session.draft == ("new_or_raised",)

    player.tap("taken:new_or_raised").tap("taken:none")
    answer = player.session.answer("taken")
    assert answer
    assert not answer.picks


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("started prozac yesterday, kratom today", True),
        ("upped my zoloft, took kratom", True),
        ("put me on zoloft 2 days ago", True),
        ("started zoloft 2 years ago", False),
        ("2 weeks ago i started prozac", False),
        ("started feeling sick after kratom", False),
        ("im on zoloft", False),
    ],
)
def test_what_was_begun_or_raised_not_long_ago(engine: Engine, text: str, begun: bool) -> None:
    assert engine.talk.reader.read(text).begun == begun


def test_another_amount_typed_while_what_was_read_is_shown_adds_to_it(player: Player) -> None:
    player.start().say("kratom 8g, restless, sweating, tremor").tap("danger:no").say("and another 3 g just now")

    assert "kratom 3 g just now" in player.screen.text
    assert "kratom 8 g" in player.screen.text
    assert no_to_the_rest(player) == "severe"
