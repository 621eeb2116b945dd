"""Counting with a timer: the clock ends the count, and the number is a measurement as any other."""

from typing import Any

import pytest

from flows.engine import Engine
from flows.inputs import Due
from flows.reply import Reply
from flows.telling import facts_of
from tests.flows.player import Player

MILD = {"substances": [{"name": "kratom"}], "findings": {"restlessness": "yes", "sweating": "yes"}}
CHECKS = [("breathing", 60, "breaths"), ("pulse", 30, "pulse")]


def counting(engine: Engine, check: str, given: dict[str, Any] | None = None, payload: str = "") -> Player:
    """Somebody who counts, after a result when there is a case."""
    player = Player(engine).start(payload)
    if given:
        player.play(given)
    player.command("learn").tap("learn:checks").tap(f"learn_check:{check}").tap(f"count:{check}")
    return player


def over(player: Player, late: float = 0.0) -> Reply:
    """The clock comes to the end of the count."""
    assert player.session
    [end] = [one for one in player.session.planned if one.kind == "count"]
    player.now = end.at + late - 1  # `give` takes a second
    return player.give(Due(end.kind, end.at))


def measured(player: Player) -> dict[str, float]:
    assert player.session
    return dict(facts_of(player.session, player.engine.talk.flow, player.engine.talk.content).measurements)


@pytest.mark.parametrize(("check", "seconds", "_name"), CHECKS)
def test_the_count_ends_when_its_seconds_are_over(engine: Engine, check: str, seconds: int, _name: str) -> None:
    player = counting(engine, check)
    assert f"{seconds} seconds" in player.screen.text
    begun = player.now
    reply = over(player)
    assert player.now == begun + seconds
    assert "How many did you count?" in reply.messages[0].text
    assert reply.messages[0].urgent
    assert player.session
    assert player.session.due is None


@pytest.mark.parametrize(
    ("check", "said", "expected"),
    [
        ("breathing", "14", {"breaths": 14}),
        ("breathing", "I got 14", {"breaths": 14}),
        ("pulse", "38", {"pulse": 76}),
        ("pulse", "pulse 38", {"pulse": 38}),
    ],
)
def test_the_number_is_noted_as_one_of_a_whole_minute(
    engine: Engine, check: str, said: str, expected: dict[str, float]
) -> None:
    player = counting(engine, check, MILD)
    over(player)
    player.say(said)
    assert measured(player) == expected
    assert "Noted" in player.screen.text
    assert "check" not in player.screen.text, "back in the talk, and not on the page of the check"


@pytest.mark.parametrize("given", [None, MILD])
@pytest.mark.parametrize(
    ("check", "number"), [("breathing", "9"), ("breathing", "0"), ("breathing", "25"), ("pulse", "20"), ("pulse", "65")]
)
def test_a_dangerous_count_is_an_emergency_at_once(
    engine: Engine, check: str, number: str, given: dict[str, Any] | None
) -> None:
    player = counting(engine, check, given)
    over(player)
    player.say(number)
    assert player.outcome == "severe"
    assert any("Call for help now" in message.text for message in player.stays)


def test_a_dangerous_number_that_is_typed_first_of_all_is_an_emergency_too(engine: Engine) -> None:
    assert Player(engine).start().say("temp 41").outcome == "severe"
    assert Player(engine).start().say("pulse 80").outcome == ""


def test_a_number_before_the_time_is_over_is_not_taken_for_one_of_the_whole_time(engine: Engine) -> None:
    player = counting(engine, "breathing", MILD).say("20")
    assert "not over" in player.screen.text
    assert not measured(player)
    over(player)
    assert measured(player.say("40")) == {"breaths": 40}


def test_a_bot_that_comes_late_asks_to_count_anew(engine: Engine) -> None:
    player = counting(engine, "breathing", MILD)
    over(player, late=20)
    assert "I am late" in player.screen.text
    assert not measured(player.say("20")), "who counted for longer has too many"
    assert "I am late" in player.screen.text
    player.tap("count:breathing")
    over(player)
    assert measured(player.say("14")) == {"breaths": 14}


@pytest.mark.parametrize("said", ["999", "2", "8 or 80"])
def test_a_pulse_that_nobody_has_is_asked_again(engine: Engine, said: str) -> None:
    player = counting(engine, "pulse", MILD)
    over(player)
    assert "can't be right" in player.say(said).screen.text
    assert measured(player.say("40")) == {"pulse": 80}


def test_who_leaves_the_count_hears_nothing_of_it(engine: Engine) -> None:
    player = counting(engine, "pulse", MILD).tap("talk:back")
    assert over(player) == Reply()


def test_danger_words_come_before_the_count(engine: Engine) -> None:
    player = counting(engine, "breathing", MILD)
    player.say("he cannot breathe")
    assert player.session
    assert player.session.interruption
    assert player.session.interruption.kind == "danger_words"
    assert over(player) == Reply(), "no number is asked for while danger is"
    player.tap("talk:need_help")
    assert player.outcome == "severe"


def test_a_second_tap_begins_anew_and_only_one_clock_runs(engine: Engine) -> None:
    player = counting(engine, "breathing", MILD)
    player.now += 30
    player.tap("count:breathing")
    assert player.session
    assert [one.at - player.now for one in player.session.planned] == [60]


def test_the_checks_on_a_person_go_on_beside_a_count(engine: Engine) -> None:
    player = Player(engine).start()
    player.play(MILD)
    player.tap("check:begin")
    assert player.session
    checks = player.session.planned
    player.command("learn").tap("learn:checks").tap("learn_check:breathing").tap("count:breathing")
    over(player)
    assert player.session.planned == checks
    player.now = checks[0].at - 1
    player.tap("count:breathing")
    player.give(Due("check_in", checks[0].at))
    assert "How do you feel now?" in player.stays[-1].text
    assert "count" in {one.kind for one in player.session.planned}, "the count goes on beside the check"
    after_a_crash = " ".join(message.text for message in engine.present(player.session).messages)
    assert "How do you feel now?" in after_a_crash
    assert "Count now" in after_a_crash


def test_stop_asking_stops_the_checks_and_not_the_count(engine: Engine) -> None:
    player = Player(engine).start()
    player.play(MILD)
    player.tap("check:begin").tap("count:breathing").tap("check:stop")
    assert player.session
    assert [one.kind for one in player.session.planned] == ["count"]
    assert not measured(player.say("20")), "the time is not over"
    over(player)
    assert measured(player.say("14")) == {"breaths": 14}


def test_someone_asleep_gets_the_timer_for_the_breaths(engine: Engine) -> None:
    player = Player(engine).start("friend")
    player.play(MILD)
    player.tap("check:begin")
    assert player.session
    player.now = player.session.planned[0].at - 1
    player.give(Due("check_in", player.now + 1))
    player.tap("check:asleep").tap("count:breathing")
    assert "their chest" in player.screen.text
    over(player)
    assert player.say("8").outcome == "severe"
