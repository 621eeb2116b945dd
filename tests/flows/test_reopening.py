"""A question answered anew: nothing that was ticked or typed there is lost, and what was wrong can be taken out."""

import pytest
from msgspec.structs import replace

from flows.engine import Engine
from flows.inputs import Choose
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def test_back_and_the_same_answer_give_the_same_session(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none")
    before = player.session
    player.tap("talk:back").tap("taken:none")

    assert before
    assert player.session
    assert player.session.answers == before.answers


def test_an_answer_can_be_changed_and_the_others_stay(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.tap("talk:change").tap("change:confusion").tap("confusion:yes")

    assert player.outcome == "severe"


def test_adding_to_an_answer_takes_nothing_away(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"anxiety": "yes"}})
    player.tap("talk:change").tap("change:mind").tap("mind:restlessness").tap("mind:next")
    player.tap("talk:change").tap("change:substances").say("zoloft").tap("substances:next")

    assert player.session
    mind, taken = player.session.answer("mind"), player.session.answer("substances")
    assert mind
    assert set(mind.picks) == {"anxiety", "restlessness"}
    assert taken
    assert [one.id for one in taken.taken] == ["kratom", "sertraline"]


def test_a_wrong_tick_can_be_taken_out_of_an_answer(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"anxiety": "yes"}})
    player.tap("talk:change").tap("change:mind").tap("mind:anxiety").tap("mind:none")

    assert player.outcome == "none"


def test_back_shows_what_was_ticked_so_that_nothing_is_lost(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").say("zoloft").tap("substances:next").command("back")

    assert player.session
    assert player.session.draft == ("kratom",)
    assert [one.id for one in player.session.draft_taken] == ["sertraline"]


def test_a_grid_opens_with_what_was_picked_and_waits_for_next(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"tremor": "yes"}})
    assert player.outcome == "mild"
    player.tap("talk:change").tap("change:muscles")
    assert player.session
    assert "tremor=yes" in player.session.draft
    player.tap("muscles:jaw_clenching=yes").tap("muscles:tremor=unsure").tap("muscles:next")

    muscles = player.session.answer("muscles")
    assert muscles
    assert {"jaw_clenching=yes", "tremor=unsure", "rigidity=no"} <= set(muscles.picks)


def test_back_to_a_grid_shows_what_was_picked(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"tremor": "yes"}})
    player.tap("talk:back")
    while player.nodes[0] != "muscles":
        player.tap("talk:back")

    assert player.session
    assert "tremor=yes" in player.session.draft


def test_a_wrong_name_that_was_typed_can_be_tapped_off(player: Player) -> None:
    player.start().tap("danger:no").say("kratom 4 g").say("zoloft").tap("substances:next").tap("taken:none")
    player.tap("talk:back").tap("talk:back")
    wrong = next(one for one in player.buttons() if "zoloft" in one.label)
    choice = Choose.read(wrong.data)
    assert choice
    player.give(choice)
    player.give(choice)  # twice takes out no other

    assert "zoloft" not in player.screen.text
    player.tap("substances:next")
    assert player.session
    answer = player.session.answer("substances")
    assert answer
    assert [one.said for one in answer.taken] == ["kratom"]


@pytest.mark.parametrize("node", ["mind", "body", "muscles", "confusion"])
def test_danger_said_while_an_answer_is_changed_is_the_emergency_at_once(node: str, player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.tap("talk:change").tap(f"change:{node}").say("he cant breathe").tap("talk:need_help")

    assert player.outcome == "severe"
    assert "Call for help now" in player.stays[-1].text


def test_back_from_a_change_leaves_every_answer_as_it_was(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"tremor": "yes"}})
    assert player.session
    before = player.session.answers
    player.tap("talk:change").tap("change:muscles").tap("talk:back")

    assert player.session.answers == before
    assert player.outcome == "mild"


def test_what_was_typed_as_taken_counts_though_the_change_is_left(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.tap("talk:change").tap("change:substances").say("zoloft").tap("talk:back")

    assert player.session
    answer = player.session.answer("substances")
    assert answer
    assert [one.id for one in answer.taken] == ["kratom", "sertraline"]


def test_a_change_that_an_earlier_version_stored_hides_no_emergency_and_has_a_way_back(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.tap("talk:change").tap("change:mind")
    assert player.session
    answers = tuple(one for one in player.session.answers if one.node != "mind")  # it dropped the answer
    player.session = replace(player.session, answers=answers)
    stored = player.session
    player.say("temp 42")
    assert player.outcome == "severe"

    player.session = stored
    player.tap("talk:back")
    assert not player.session.revisit
