"""The talk as people meet it: how many taps, what is skipped, and how it ends."""

import pytest

from flows.engine import Engine
from flows.inputs import SOS, Choose, Say, Unreadable
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


def test_back_and_the_same_answer_give_the_same_session(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none")
    before = player.session
    player.tap("talk:back").tap("taken:none")

    assert before
    assert player.session
    assert player.session.answers == before.answers


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


@pytest.mark.parametrize(
    "typed", ["he can't breathe", "I think I'm dying", "she wont wake up", "CHEST PAIN!!", "seizure"]
)
def test_danger_words_interrupt_on_every_screen(typed: str, player: Player) -> None:
    player.start()
    for tap in ("danger:no", "substances:kratom", "substances:next", "taken:none"):
        player.tap(tap)
        before = player.screen
        player.say(typed)
        assert player.button("talk:need_help"), player.screen.text
        player.tap("talk:no_help")
        assert player.nodes == [node for node in player.nodes if before]


def test_a_yes_to_danger_words_is_the_emergency(player: Player) -> None:
    player.start().tap("danger:no").say("my chest hurts bad, chest pain").tap("talk:need_help")

    assert player.outcome == "severe"


def test_self_harm_words_show_the_crisis_line(player: Player) -> None:
    player.start().say("i want to die")

    assert "988" in player.screen.text
    player.tap("talk:need_help")
    assert player.outcome == "severe"


def test_a_typed_temperature_is_taken_as_a_measurement(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none").tap("person:none")
    player.tap("confusion:no").tap("body:none").say("39.2")

    assert player.outcome == "severe"


def test_a_temperature_in_fahrenheit_is_understood(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").say("temp 102 F")

    assert player.outcome == "severe"


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


def test_nonsense_is_answered_with_the_present_question(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next")
    player.give(Say("qwertz"))

    assert "cannot read" in player.screen.text
    assert player.nodes == ["taken"]


def test_next_without_a_choice_is_a_toast(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:next")

    assert player.toast
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


def test_stopping_before_the_danger_screen_could_not_be_assessed(player: Player) -> None:
    player.start().say("stop")

    assert "could not assess" in player.stays[-1].text


def test_an_answer_can_be_changed_and_the_others_stay(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}]})
    player.tap("talk:change").tap("change:confusion").tap("confusion:yes")

    assert player.outcome == "severe"


def test_worse_after_mild_is_severe_at_once(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"sweating": "yes"}})
    assert player.outcome == "mild"
    player.tap("talk:worse")

    assert player.outcome == "severe"


def test_the_country_sets_the_number(player: Player) -> None:
    player.command("country", "norway").start().tap("danger:yes")

    assert "Call for help now: 113" in player.stays[-1].text


def test_delete_asks_once_and_forgets(player: Player) -> None:
    player.start().tap("danger:no").command("delete").tap("talk:delete_yes")

    assert player.session is None


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


@pytest.mark.parametrize("typed", ["idk", "not sure", "I don't know", "maybe"])
def test_not_sure_is_a_yes_to_the_danger_screen_in_words_too(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert player.outcome == "severe"


@pytest.mark.parametrize("typed", ["2", "3", "13"])
def test_a_number_that_may_count_the_danger_signs_is_asked_about_and_is_never_a_no(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert player.button("talk:need_help")
    assert not player.session or not player.session.answers


@pytest.mark.parametrize("typed", ["help", "HELP!!", "I need help", "ayuda", "hilfe", "au secours", "помогите"])
def test_a_cry_for_help_is_asked_about_on_every_screen_and_never_gets_a_manual(typed: str, player: Player) -> None:
    player.start()
    for tap in ("danger:no", "substances:kratom", "substances:next"):
        player.say(typed)
        assert player.button("talk:need_help"), player.screen.text
        player.tap("talk:no_help").tap(tap)
    player.say(typed).say(typed)

    assert player.outcome == "severe"


@pytest.mark.parametrize("typed", ["sos", "911", "emergency"])
def test_sos_in_words_works_in_front_of_every_other_question(typed: str, player: Player) -> None:
    player.start().command("country").say(typed)
    assert "Call for help now" in player.stays[-1].text

    player.stays.clear()
    player.tap("talk:back").tap("danger:no").say("k").say(typed)
    assert "Call for help now" in player.stays[-1].text


def test_a_name_that_was_asked_about_is_asked_about_again_after_a_no_to_danger(player: Player) -> None:
    player.start().tap("danger:no").say("k").say("i feel like im dying").tap("talk:no_help")

    assert player.button("meant:0")


def test_an_antidepressant_nobody_can_name_may_be_an_mao_blocker_as_on_the_button(player: Player) -> None:
    player.start().tap("danger:no").say("antidepressant")
    meant = player.button("meant:0")

    assert meant
    assert meant.label == "maoi, not sure which"


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


def test_a_sign_of_distress_alone_is_the_emergency_card(player: Player) -> None:
    player.start().say("🆘")

    assert "Call for help now" in player.stays[-1].text


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
