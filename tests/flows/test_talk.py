"""The talk as people meet it: how many taps, what is skipped, and how it ends."""

import pytest

from flows.engine import Engine
from flows.inputs import Unreadable
from tests.flows.player import Player
from tests.vignettes import Vignette, vignettes


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


@pytest.mark.parametrize("case", vignettes("golden"), ids=lambda case: case.name)
def test_each_golden_vignette_played_button_by_button_ends_the_same(case: Vignette, player: Player) -> None:
    assert player.play(case.given) == case.expect.severity


def test_an_emergency_takes_at_most_two_taps(player: Player) -> None:
    player.start().tap("danger:yes")

    assert player.outcome == "severe"
    assert player.taps <= 2
    assert "Call for help now" in player.stays[-1].text
    assert player.stays[-1].urgent


def test_kratom_only_and_well_takes_at_most_ten_taps(player: Player) -> None:
    player.start()
    for tap in ("danger:no", "substances:kratom", "substances:next", "taken:none", "person:none", "mind:none",
                "confusion:no", "body:none", "heat:no", "muscles:none"):  # fmt: skip
        player.tap(tap)

    assert player.outcome == "none"
    assert player.taps <= 10


def test_kratom_and_sertraline_with_three_mild_signs_takes_at_most_fifteen_taps(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").say("sertraline").tap("substances:next")
    for tap in (
        *("taken:none", "person:none", "mind:restlessness", "confusion:no", "body:sweating", "body:fast_heartbeat"),
        *("heat:no", "muscles:none", "ankle:no", "course:same"),
    ):
        player.tap(tap)

    assert player.outcome == "mild"
    assert player.taps <= 15


def test_the_same_by_buttons_alone_takes_at_most_fifteen_taps(player: Player) -> None:
    player.start()
    for tap in (
        *("danger:no", "substances:kratom", "substances:mood", "substances:next", "mood_medicine:ssri", "taken:none"),
        *("person:none", "mind:restlessness", "confusion:no", "body:sweating", "body:fast_heartbeat", "heat:no"),
        *("muscles:none", "ankle:no", "course:same"),
    ):
        player.tap(tap)

    assert player.outcome == "mild"
    assert player.taps <= 15


def test_a_severe_sign_stops_the_talk_at_once(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none").tap("person:none")
    player.tap("confusion:yes")

    assert player.outcome == "severe"


def test_nothing_taken_and_well_is_not_asked_how_much(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:none")

    assert player.nodes[0] == "person"


def test_the_course_is_not_asked_of_someone_without_signs(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})

    assert player.session
    assert player.session.answer("course") is None


def test_someone_else_gets_words_of_their_own(player: Player) -> None:
    player.start().tap("danger:other")

    assert "Look at them" in player.screen.text
    player.tap("danger:no")
    assert "What did they take" in player.screen.text


def test_a_photo_is_answered_and_the_question_stays(player: Player) -> None:
    player.start().tap("danger:no")
    player.give(Unreadable("photo"))

    assert "photo" in player.screen.text
    assert player.nodes == ["substances"]


def test_start_in_mid_talk_asks_whether_to_carry_on(player: Player) -> None:
    player.start().tap("danger:no").start()
    assert player.button("talk:carry_on")

    player.tap("talk:carry_on")
    assert player.nodes == ["substances"]


def test_start_after_half_an_hour_asks_the_danger_questions_first(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none").tap("person:none")
    player.now += 31 * 60
    player.start()

    assert player.nodes == ["danger"]
    player.tap("danger:no")
    assert player.nodes[0] == "mind"


def test_the_country_sets_the_number(player: Player) -> None:
    player.command("country", "norway").start().tap("danger:yes")

    assert "Call for help now: 113" in player.stays[-1].text


def test_nothing_is_held_before_the_danger_screen_is_answered(player: Player) -> None:
    player.start()

    assert player.session
    assert not player.session.begun


def test_the_card_states_what_was_told_and_what_was_not_sure(player: Player) -> None:
    player.start().tap("danger:no").say("kratom 4 g 2 hours ago").tap("substances:next").tap("taken:none").tap(
        "person:none"
    )
    player.tap("confusion:unsure").command("card")
    card = player.stays[-1].text

    for part in ("kratom", "4 g", "2 hours ago", "Not sure", "not a diagnosis", "R2"):
        assert part in card
    assert len(card) <= 1500


def test_mild_signs_with_nothing_serotonergic_are_called_less_typical(player: Player) -> None:
    player.start()
    for tap in (
        *("danger:no", "substances:none", "person:none", "mind:anxiety", "confusion:no", "body:none", "heat:no"),
        *("muscles:none", "course:same"),
    ):
        player.tap(tap)

    assert player.outcome == "mild"
    assert "less typical" in player.stays[-1].text
    assert "See a doctor today" in player.stays[-1].text


def test_a_medicine_that_was_named_is_not_called_nothing(player: Player) -> None:
    given = {"substances": [{"name": "sertraline", "when": "90 days ago"}], "findings": {"anxiety": "yes"}}

    assert player.play(given) == "mild"
    assert "named nothing" not in player.stays[-1].text


@pytest.mark.parametrize("command", ["help", "privacy", "settings", "delete"])
def test_what_a_command_says_carries_help_too(player: Player, command: str) -> None:
    player.command(command)

    assert [one.data for row in player.stays[-1].rows for one in row] == ["0:do:talk:sos"]


def test_help_is_there_when_all_is_deleted(player: Player) -> None:
    player.start().tap("danger:no").command("delete").tap("talk:delete_yes")

    assert player.session is None
    assert [one.data for row in player.screen.rows for one in row] == ["0:do:talk:sos"]
