"""Check-ins as the person and the friend beside them see them; time is given by hand."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.definition import FOLDER
from flows.engine import Engine
from flows.inputs import SOS, Due, Start
from flows.reply import Message, Reply
from flows.schedule import Schedule
from knowledge.content import Content
from knowledge.issues import ContentError
from knowledge.wording import Wording
from tests.flows.player import Player

HOUR = 3600.0
MILD: dict[str, Any] = {
    "substances": [{"name": "kratom"}, {"name": "sertraline"}],
    "findings": {"restlessness": "yes", "sweating": "yes"},
}
WELL = {"substances": [{"name": "kratom"}]}


@pytest.fixture(scope="module")
def schedule(content: Content, words: Wording) -> Schedule:
    return Schedule(FOLDER / "check_in.yaml", content, words)


def watched(engine: Engine, given: dict[str, Any], outcome: str) -> Player:
    """Somebody with an outcome who asked to be checked on."""
    player = Player(engine)
    assert player.play(given) == outcome
    return player.tap("check:begin")


def wait(player: Player, late: float = 0.0) -> Reply:
    """The clock reaches the next follow-up."""
    assert player.session
    [first, *_] = sorted(player.session.planned, key=lambda one: one.at)
    player.now = first.at + late
    player.session, reply = player.engine.step(player.session, Due(first.kind, first.at), player.now)
    player.stays += reply.messages
    return reply


def hours(player: Player) -> list[float]:
    assert player.session
    assert player.session.watch
    checks = [one for one in player.session.planned if one.kind == "check_in"]
    return [round((one.at - player.session.watch.since) / HOUR, 2) for one in checks]


def said(reply: Reply) -> str:
    return "\n".join(message.text for message in reply.messages)


def last(player: Player) -> Message:
    return player.stays[-1]


@pytest.mark.parametrize(
    ("given", "outcome", "expected"),
    [
        (MILD, "mild", [0.5, 1, 2, 4, 6, 8, 12, 24]),
        (WELL, "none", [1, 2, 4, 6, 8]),
        ({"substances": [{"name": "7-oh"}]}, "none", [1, 2, 4, 6, 8, 12, 24]),
        ({"substances": [{"name": "phenelzine"}]}, "none", [1, 2, 4, 6, 8, 12, 24, 48, 72]),
        ({"substances": [{"name": "fluoxetine"}]}, "none", [1, 2, 4, 6, 8, 24, 48, 72]),
        (
            {"substances": [{"name": "venlafaxine"}], "findings": {"sweating": "yes"}},
            "mild",
            [0.5, 1, 2, 4, 6, 8, 12, 16, 24],
        ),
        (
            {"substances": [{"name": "kratom"}], "findings": {"fever": "yes"}},
            "severe",
            [0.05, 0.17, 0.42, 0.67, 0.92, 1.17, 1.42, 1.67],
        ),
    ],
)
def test_the_schedule_is_the_one_of_the_outcome_and_of_what_was_taken(
    engine: Engine, given: dict[str, Any], outcome: str, expected: list[float]
) -> None:
    assert hours(watched(engine, given, outcome)) == expected


def test_nobody_is_checked_on_who_did_not_ask(engine: Engine) -> None:
    player = Player(engine)
    player.play(MILD)
    assert player.session
    assert not player.session.planned
    session, reply = engine.step(player.session, Due("check_in", player.now), player.now)
    assert (session, reply) == (player.session, Reply())
    assert engine.step(None, Due("check_in", player.now), player.now) == (None, Reply())


def test_better_and_same_are_noted_and_the_next_check_is_named(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.tap("check:better")
    assert "I ask again in 30 minutes" in last(player).text
    assert len(hours(player)) == 7
    wait(player)
    player.tap("check:same")
    assert "I ask again in 1 hour" in last(player).text
    assert player.session
    assert [report.said for report in player.session.reports] == ["better", "same"]
    player.tap("check:same")
    assert len(player.session.reports) == 2, "a double tap is noted once"
    player.command("card")
    assert "Check-ins: 08:30 UTC Better; 09:00 UTC The same" in last(player).text


def test_worse_with_a_sign_is_severe_at_once_and_the_checks_become_those_of_an_emergency(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.tap("check:worse")
    assert player.outcome == "severe"
    assert player.session
    assert [one.at - player.now for one in player.session.planned][:2] == [180, 600]
    assert "Did you call 911?" in said(wait(player))
    assert "kratom and sertraline" in last(player).text, "the call script is in it"
    player.tap("check:with_team")
    assert not player.session or not player.session.planned


def test_worse_without_a_sign_goes_to_the_danger_screen_with_what_was_taken_kept(engine: Engine) -> None:
    player = watched(engine, WELL, "none")
    wait(player)
    player.tap("check:worse")
    assert player.nodes == ["danger"]
    assert player.session
    assert player.session.answer("substances")
    assert player.session.planned, "the checks go on meanwhile"


def test_help_is_the_emergency_card_in_one_tap(engine: Engine) -> None:
    player = watched(engine, WELL, "none")
    wait(player)
    player.tap("check:need_help")
    assert player.outcome == "severe"
    assert "Call for help now" in last(player).text


def test_silence_is_answered_once_with_words_for_whoever_holds_the_phone(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    assert player.session
    asked_at = player.now
    reply = wait(player)
    assert player.now == asked_at + 600
    assert "If someone else is reading this: check they are awake and breathing. If not, call 911." in said(reply)
    assert player.outcome == "mild", "silence neither raises nor lowers"
    texts = [said(wait(player)) for _ in range(7)]
    assert all("How do you feel now?" in text for text in texts), "the checks that were asked for, and no second alarm"
    assert all("If they do not wake and breathe well, call 911" in text for text in texts), "R20: the number again"
    assert wait(player) == Reply(), "no last word to who does not answer"
    assert player.session.due is None


def test_whoever_holds_the_phone_can_answer_for_who_does_not(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    wait(player)
    player.tap("check:wakes")
    assert "Someone must stay awake" in last(player).text
    wait(player)
    wait(player)
    player.tap("check:does_not_wake")
    assert player.outcome == "severe"


@pytest.mark.parametrize("given", [MILD, WELL, {"substances": [{"name": "fluoxetine"}]}])
def test_on_day_two_who_answers_gets_a_last_word(engine: Engine, given: dict[str, Any]) -> None:
    player = Player(engine)
    player.play(given)
    player.tap("check:begin")
    assert player.session
    seen: dict[float, str] = {}
    while player.session.planned:
        begun = player.session.watch
        assert begun
        reply = wait(player)
        seen[round((player.now - begun.since) / HOUR, 1)] = said(reply)
        assert engine.present(player.session) == reply
        if "A look back" not in said(reply):
            player.tap("check:better")
    assert "A look back" in seen[48.5]
    assert given["substances"][0]["name"] in seen[48.5].lower()
    assert [at for at, text in seen.items() if "A look back" in text] == [48.5]
    assert not player.session.planned


def test_the_last_word_stays_behind_a_check_that_came_late(engine: Engine) -> None:
    player = watched(engine, {"substances": [{"name": "fluoxetine"}]}, "none")
    player.session = player.engine.step(player.session, Due("check_in", 0), player.now + 50 * HOUR)[0]
    assert player.session
    assert player.session.watch
    assert player.session.watch.open == "check_in"
    assert {one.kind for one in player.session.planned} == {"check_in", "review", "silence"}


def test_what_stays_in_the_body_for_weeks_is_said_with_the_result(engine: Engine) -> None:
    for name, weeks in (("fluoxetine", "5 weeks"), ("phenelzine", "2 weeks")):
        player = Player(engine)
        player.play({"substances": [{"name": name}]})
        assert weeks in last(player).text


def test_any_sign_of_life_ends_the_waiting_for_an_answer(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say("hm, hello?")
    assert player.session
    assert "silence" not in {one.kind for one in player.session.planned}


def test_a_late_check_says_so_and_missed_ones_come_as_one(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    assert "late" not in said(wait(player, late=100))
    reply = wait(player, late=3 * HOUR)
    assert len(reply.messages) == 1
    assert player.session
    assert said(reply).startswith("This check is 102 minutes late. I was away.")
    assert [one.kind for one in player.session.planned].count("check_in") == 5


def test_signs_that_last_six_hours_mean_calling_again_and_a_day_means_a_doctor(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    seen = {}
    for _ in range(8):
        wait(player)
        assert player.session
        assert player.session.watch
        at = round((player.now - player.session.watch.since) / HOUR, 1)
        player.tap("check:same")
        seen[at] = last(player).text
    assert "Call" not in seen[4.0].replace("🆘", "")
    assert "It has lasted 6 hours. Call" in seen[6.0]
    assert "See a doctor today" in seen[24.0]
    assert "my last check" in seen[24.0]


def test_someone_asleep_is_woken_before_anything_is_noted(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.tap("check:asleep")
    assert "Wake them now" in last(player).text
    player.tap("check:does_not_wake")
    assert player.outcome == "severe"


@pytest.mark.parametrize("typed", ["he is snoring", "he snores a lot", "no", "idk", "they don't"])
def test_who_is_asleep_and_snores_or_does_not_wake_is_an_emergency(typed: str, engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.tap("check:asleep").say("one moment").say(typed)

    assert player.outcome == "severe"


def test_who_is_asleep_and_wakes_is_noted(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.tap("check:asleep").say("he woke up")

    assert player.session
    assert player.session.reports[-1].said == "wakes"


@pytest.mark.parametrize("typed", ["he is asleep and snoring", "hes snoring"])
def test_snores_at_a_check_in_are_an_emergency_too(typed: str, engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say(typed)

    assert player.outcome == "severe"


@pytest.mark.parametrize("word", ["stop", "Stop asking"])
def test_stop_by_word_or_button_ends_the_checks(engine: Engine, word: str) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say(word)
    assert player.session
    assert (player.session.watch, player.session.planned) == (None, ())
    assert "I will not ask again" in last(player).text


def test_a_word_in_place_of_the_button_answers_the_check(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say("Better")
    assert "I ask again" in last(player).text


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("I feel better", "better"),
        ("thanks, I'm ok now", "better"),
        ("still the same", "same"),
        ("not worse", "same"),
        ("no change", "same"),
        ("he is sleeping", "asleep"),
        ("I feel worse", "worse"),
        ("no, it's worse", "worse"),
        ("not really worse", "worse"),
        ("it is not good, much worse", "worse"),
        ("not better", "worse"),
        ("better but then much worse again", "worse"),
        ("help", "need_help"),
        ("please help me", "need_help"),
        ("leave me alone", "stop"),
        ("yes", ""),
        ("no", ""),
        ("better but I sweat", ""),
        ("kratom", ""),
        ("", ""),
    ],
)
def test_words_stand_for_a_button_and_in_doubt_for_the_more_urgent_one(
    schedule: Schedule, text: str, option: str
) -> None:
    assert schedule.option("mild", text) == option


@pytest.mark.parametrize(
    ("text", "option"),
    [("yes", "called"), ("not yet", "cannot_call"), ("No.", "cannot_call"), ("they are here", "with_team")],
)
def test_did_you_call_is_answered_in_words_too(schedule: Schedule, text: str, option: str) -> None:
    assert schedule.option("severe", text) == option


@given(
    st.lists(
        st.sampled_from(["not", "no", "never", "better", "same", "fine", "i'm", "it's", "a", "bit", "ok"]), max_size=8
    )
)
def test_no_word_beside_worse_makes_it_calm(schedule: Schedule, others: list[str]) -> None:
    calm = {"not worse", "no worse", "not worse or better", "its not worse"}
    for at in range(len(others) + 1):
        said = " ".join([*others[:at], "worse", *others[at:]])
        if said.replace("'", "") not in calm:
            assert schedule.option("mild", said) == "worse"


def test_a_typed_worse_is_severe_at_once_with_a_sign(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say("I feel worse")
    assert player.outcome == "severe"


@pytest.mark.parametrize("text", ["I feel worse", "getting much worse", "help", "I need help, please"])
@pytest.mark.parametrize(("given", "outcome"), [(MILD, "mild"), (WELL, "none")])
def test_worse_and_help_are_heard_after_any_result_asked_for_or_not(
    engine: Engine, given: dict[str, Any], outcome: str, text: str
) -> None:
    player = Player(engine)
    assert player.play(given) == outcome
    player.say(text)
    assert player.outcome == "severe" or player.nodes == ["danger"]
    assert "cannot read" not in player.screen.text


@pytest.mark.parametrize("text", ["is kratom bad for the liver", "what makes it worse?", "bad batch"])
def test_a_sentence_about_something_else_is_no_cry_for_help(schedule: Schedule, text: str) -> None:
    assert not schedule.urgent(text)


def test_words_that_could_answer_are_no_answer_when_nothing_was_asked(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    player.say("fine")
    assert player.session
    assert not player.session.reports


def test_danger_words_in_answer_to_a_check_come_first(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    player.say("he cannot breathe")
    assert player.session
    assert player.session.interruption
    assert player.session.interruption.kind == "danger_words"


def test_who_is_answering_questions_is_asked_a_little_later(engine: Engine) -> None:
    player = watched(engine, WELL, "none")
    wait(player)
    assert player.session
    [next_one, *_] = player.session.planned[1:]
    player.now = next_one.at - 60
    player.tap("check:worse")
    assert wait(player).messages == ()
    assert player.session.due == next_one.at + 300
    assert "late" not in said(reply := wait(player))
    assert "How do you feel now?" in said(reply)


def test_an_emergency_that_was_taken_back_is_still_asked_about_soon_and_that_is_said(engine: Engine) -> None:
    player = Player(engine).start().tap("danger:yes").tap("check:begin").tap("talk:mistake")
    assert hours(player)[0] == 0.05, "while nothing else is known, the checks of the emergency stand"
    player.play(WELL)

    assert hours(player)[:2] == [round(300 / HOUR, 2), 1.0]
    assert "I will ask how you are:</b> in 5 minutes, in 1 hour" in "".join(one.text for one in player.stays)
    assert "How do you feel now?" in said(wait(player))


def test_where_the_words_say_tap_help_there_is_the_button(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    wait(player)
    for message in (player.stays[-2], player.tap("check:same").stays[-1]):
        assert "🆘" in message.text
        assert SOS.data in [button.data for row in message.rows for button in row]


def test_a_new_person_ends_the_checks_on_the_first_and_says_so(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    reply = player.give(Start())
    player.tap("talk:new_person")
    assert player.session
    assert not player.session.planned
    assert any("checks on the first person" in message.text for message in player.stays), reply


def test_a_friend_reads_words_of_their_own(engine: Engine) -> None:
    player = Player(engine).start("friend")
    player.play(MILD)
    player.tap("check:begin")
    assert "how they are" in last(player).text
    assert "How are they now?" in said(wait(player))


def test_an_open_check_is_shown_again_after_a_crash(engine: Engine) -> None:
    player = watched(engine, MILD, "mild")
    reply = wait(player, late=700)
    assert engine.present(player.session) == reply
    for _ in range(3):  # the words for whoever holds the phone, then the next checks
        reply = wait(player)
        assert engine.present(player.session) == reply


def test_the_schedule_names_only_what_there_is(content: Content, words: Wording, tmp_path: Path) -> None:
    text = (FOLDER / "check_in.yaml").read_text(encoding="utf-8").replace('"fluoxetine"', '"fluoxetin"')
    path = tmp_path / "check_in.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="fluoxetin"):
        Schedule(path, content, words)
