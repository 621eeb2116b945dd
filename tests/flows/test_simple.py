"""/simple asks one thing at a time, and comes to the same answers and the same result as the lists."""

import pytest

from flows.engine import Engine
from flows.inputs import Choose
from tests.flows.player import Player

CALM = {"No", "🧠 No", "Not hot", "Same"}
CASES: list[dict[str, object]] = [
    {"substances": [], "findings": {}},
    {"substances": [{"name": "kratom"}], "findings": {}},
    {"substances": [{"name": "kratom"}, {"name": "zoloft"}], "findings": {"sweating": "yes", "anxiety": "yes"}},
    {"substances": [{"name": "kratom"}, {"name": "zoloft"}], "findings": {"tremor": "unsure", "sweating": "yes"}},
    {"substances": [{"name": "tramadol"}], "findings": {"rigidity": "yes"}},
    {"substances": [{"name": "mdma"}], "findings": {"headache": "yes", "insomnia": "yes"}, "person": {"age": 15}},
]


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine).start().command("simple")


def play_simply(player: Player, given: dict[str, object]) -> None:
    """Answer each yes or no as the usual player answers its lists."""
    usual = Player(player.engine)
    usual.play(given)
    assert usual.session
    answers = {one.node: one for one in usual.session.answers}
    for _ in range(120):
        if player.outcome:
            return
        node = player.nodes[0]
        buttons = [one.data for row in player.screen.rows[:-1] for one in row]
        picks = answers[node].picks if node in answers else ()
        asked = buttons[0].split(":")[3].partition("=")[0]
        if (
            node == "substances"
            and node in answers
            and answers[node].taken
            and not (player.session and player.session.draft_taken)
        ):
            player.say(" and ".join(one.said for one in answers[node].taken))
            while player.session and player.session.interruption:
                player.tap("talk:meant_else")
        elif player.button(f"{node}:{asked}=yes"):
            level = next((one.partition("=")[2] for one in picks if one.startswith(f"{asked}=")), "")
            player.tap(f"{node}:{asked}={level or ('yes' if asked in picks else 'no')}")
        else:
            player.tap(f"{node}:{picks[0] if picks else 'no'}")
    raise AssertionError("the talk does not end")


@pytest.mark.parametrize("given", CASES)
def test_the_same_answers_lead_to_the_same_result(player: Player, given: dict[str, object]) -> None:
    usual = Player(player.engine)
    usual.play(given)
    play_simply(player, given)

    assert usual.session
    assert player.session
    assert player.outcome == usual.outcome
    mine = {one.node: set(one.picks) for one in player.session.answers}
    for answer in usual.session.answers:
        if answer.node in mine and answer.node != "substances":
            assert mine[answer.node] == set(answer.picks), answer.node


def test_every_list_has_two_big_buttons_in_rows_of_their_own(player: Player) -> None:
    player.tap("danger:no")

    yes, no = player.screen.rows[:2]
    assert [button.label for button in (*yes, *no)] == ["Yes", "No"]
    assert len(yes) == len(no) == 1
    assert "Did you take this? Kratom leaf" in player.screen.text


def test_a_typed_no_is_about_one_thing_not_about_the_whole_list(player: Player) -> None:
    player.tap("danger:no").say("no")

    assert player.session
    assert player.session.answer("substances") is None
    assert "Kratom extract" in player.screen.text


def test_a_typed_not_sure_never_counts_for_less_than_yes(player: Player) -> None:
    player.tap("danger:no").say("not sure")

    assert player.session
    assert player.session.draft == ("kratom",)


def test_back_takes_back_one_yes_or_no(player: Player) -> None:
    player.tap("danger:no").tap("substances:kratom=yes").tap("substances:kratom_extract=no").tap("talk:back")
    assert "Kratom extract" in player.screen.text
    player.tap("talk:back")

    assert player.session
    assert player.session.draft == ()
    assert "Kratom leaf" in player.screen.text


def test_leaving_simple_keeps_every_yes(player: Player) -> None:
    player.tap("danger:no").tap("substances:kratom=yes").command("simple")

    assert "Chosen: Kratom leaf" in player.screen.text


def test_that_was_all_is_offered_once_something_is_named(player: Player) -> None:
    player.tap("danger:no")
    assert not player.button("substances:next")
    player.tap("substances:kratom=yes").tap("substances:next")

    assert player.session
    assert player.session.answers[-1].picks == ("kratom",)


def test_danger_words_come_first_here_too(player: Player) -> None:
    player.tap("danger:no").say("no i cant breathe")

    assert player.button("talk:need_help")


def test_a_new_talk_stays_simple(player: Player) -> None:
    player.tap("danger:yes").tap("danger_which:none").tap("talk:new_person").tap("danger:no")

    assert "Did you take this?" in player.screen.text


def test_a_button_for_two_signs_asks_for_both(player: Player) -> None:
    player.tap("danger:no").tap("substances:kratom=yes").tap("substances:next")
    asked = ""
    while not player.outcome:
        asked += player.screen.text
        calm = next(one for row in player.screen.rows for one in row if one.label in CALM)
        player.tap(calm.data.split(":", 2)[2])

    assert "sick up to 3 times, or loose stools" in asked


def test_what_was_typed_stays_when_its_question_is_changed_and_can_be_tapped_off(player: Player) -> None:
    player.tap("danger:no").say("zoloft and kratom").tap("substances:next")
    player.give(Choose(player.session.talk if player.session else 0, "do", "talk", "back"))
    assert player.session
    assert [one.said for one in player.session.draft_taken] == ["zoloft", "kratom"]
    wrong = next(Choose.read(one.data) for one in player.buttons() if "zoloft" in one.label)
    assert wrong
    player.give(wrong)

    assert [one.said for one in player.session.draft_taken] == ["kratom"]
