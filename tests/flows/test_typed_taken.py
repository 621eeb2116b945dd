"""Names and doses typed as what was taken: never guessed, never called safe, and more of it adds up."""

import pytest

from flows.engine import Engine
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def test_a_misspelt_name_is_asked_about_never_guessed(player: Player) -> None:
    player.start().tap("danger:no").say("sertralin")

    assert player.session
    if player.session.interruption:
        assert player.session.interruption.kind == "did_you_mean"


def test_an_unknown_name_is_never_called_safe(player: Player) -> None:
    player.start().tap("danger:no").say("blorgonzium")

    assert "cannot say it is safe" in player.screen.text


def test_an_ambiguous_name_becomes_buttons(player: Player) -> None:
    player.start().tap("danger:no").say("K")

    assert player.session
    assert player.session.interruption or "K" not in [one.said for one in player.session.draft_taken]


def test_what_an_ambiguous_name_was_taken_of_and_when_is_kept_until_it_is_known_what_it_means(player: Player) -> None:
    player.start().tap("danger:no").say("k 2 g 3 hours ago").tap("meant:1")

    assert player.session
    (taken,) = player.session.draft_taken
    assert (taken.id, taken.amount, taken.when) == ("ketamine", "2 g", "3 hours ago")


def test_a_name_that_was_asked_about_is_asked_about_again_after_a_no_to_danger(player: Player) -> None:
    player.start().tap("danger:no").say("k").say("i feel like im dying").tap("talk:no_help")

    assert player.button("meant:0")


def test_an_antidepressant_nobody_can_name_may_be_an_mao_blocker_as_on_the_button(player: Player) -> None:
    player.start().tap("danger:no").say("antidepressant")
    meant = player.button("meant:0")

    assert meant
    assert meant.label == "maoi, not sure which"


def test_another_dose_is_added_and_a_new_amount_replaces(player: Player) -> None:
    player.start().tap("danger:no").say("kratom 20 g").say("no, 8 g")
    assert player.session
    assert [one.amount for one in player.session.draft_taken] == ["8 g"]
    player.say("another 20 g")

    assert [one.amount for one in player.session.draft_taken] == ["8 g", "20 g"]
    player.tap("substances:next")
    assert player.engine.talk.assessment(player.session).call_now, "28 g together, though neither is over 25 g"


def test_not_sure_is_no_amount_where_something_else_is_asked(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none").tap("person:none")
    player.say("idk")

    assert player.session
    assert not player.session.answer("substances").taken  # type: ignore[union-attr]
    assert "I cannot read that" in player.screen.text


def test_what_is_added_long_after_a_result_leads_to_the_danger_questions_again(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"sweating": "yes"}})
    player.now += 31 * 60
    player.say("took 5 g more kratom")

    assert player.nodes == ["danger"]
    player.tap("danger:no")
    assert player.nodes[0] == "mind"
    assert player.session
    taken = player.session.answer("substances")
    assert taken
    assert [one.amount for one in taken.taken] == [None, "5 g"]


@pytest.mark.parametrize("typed", ["i took more", "when i took more i felt odd", "took another 5 g", "kratom"])
def test_an_emergency_stands_whatever_is_added_long_after_it(typed: str, player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}, {"name": "sertraline"}], "findings": {"confusion": "yes"}})
    player.now += 31 * 60
    player.say(typed)

    assert player.outcome == "severe"


@pytest.mark.parametrize(
    "typed",
    [
        "took more, dont know how much",
        "not sure how much more i took",
        "took more than i should",
        "i redosed",
        "is it bad that i took more",
        "what do i do i took more",
        "i took more, should i worry",
    ],
)
def test_more_of_an_amount_nobody_knows_is_taken_all_the_same(typed: str, player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}, {"name": "sertraline"}]})
    player.say(typed)

    assert player.session
    taken = player.session.answer("taken")
    assert taken
    assert "more_than_usual" in taken.picks


def test_more_that_is_typed_where_it_is_asked_is_ticked_there(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").say("i took more")

    assert player.session
    assert player.session.draft == ("more_than_usual",)


@pytest.mark.parametrize("typed", ["took blorgonzium", "a pill", "my meds", "took k"])
def test_what_is_taken_after_a_result_is_read_though_nobody_knows_it(typed: str, player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.say(typed)
    if player.button("meant:0"):
        player.tap("meant:0")

    assert player.session
    taken = player.session.answer("substances")
    assert taken
    assert len(taken.taken) == 2


@pytest.mark.parametrize(
    "typed", ["i didn't take more", "i have not taken any pills", "should i take more?", "if i took more"]
)
def test_more_that_is_denied_or_asked_about_is_not_taken(typed: str, player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.say(typed)

    assert player.outcome == "none"
    assert "more was taken" not in player.screen.text


@pytest.mark.parametrize(
    "typed", ["none", "nothing", "nothign", "noen", "none of them", "nothing at all", "nichts", "rien"]
)
def test_nothing_is_no_name_of_a_substance(typed: str, player: Player) -> None:
    player.start().tap("danger:no").say(typed)

    assert player.session
    answer = player.session.answer("substances")
    assert answer
    assert answer.picks == ("none",)
    assert not answer.taken
