"""Typed words: danger interrupts everywhere, yes and no and numbers stand for buttons, help is never a manual."""

import pytest

from flows.engine import Engine
from flows.inputs import Say
from knowledge.content import Content
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


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
        if player.button("talk:right"):  # what is milder of it, which is not there either
            for button in [one for one in player.buttons() if ":off:understood:" in one.data]:
                player.tap(":".join(button.data.split(":")[-2:]))
            player.tap("talk:right")
        assert player.screen == before


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


def test_nonsense_is_answered_with_the_present_question(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next")
    player.give(Say("qwertz"))

    assert "cannot read" in player.screen.text
    assert player.nodes == ["taken"]


def test_stopping_before_the_danger_screen_could_not_be_assessed(player: Player) -> None:
    player.start().say("stop")

    assert "could not assess" in player.stays[-1].text


@pytest.mark.parametrize("typed", ["idk", "not sure", "I don't know", "maybe"])
def test_not_sure_is_a_yes_to_the_danger_screen_in_words_too(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert player.outcome == "severe"


@pytest.mark.parametrize("typed", ["2", "3", "13"])
def test_a_number_that_may_count_the_danger_signs_is_asked_about_and_is_never_a_no(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert player.button("talk:need_help")
    assert not player.session or not player.session.answers


@pytest.mark.parametrize("typed", ["help", "HELP!!", "I need help", "fits", "ayuda", "hilfe", "au secours", "помогите"])
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


def test_a_sign_of_distress_alone_is_the_emergency_card(player: Player) -> None:
    player.start().say("🆘")

    assert "Call for help now" in player.stays[-1].text


@pytest.mark.parametrize("typed", ["no", "none", "n", "nope", "no, none of these"])
def test_a_no_before_the_danger_screen_was_seen_shows_it(typed: str, player: Player) -> None:
    player.command("privacy").say(typed)

    assert player.nodes == ["danger"]
    player.say(typed)
    assert player.nodes == ["substances"]


def test_a_no_to_words_of_danger_erases_no_sign_at_all(engine: Engine, content: Content) -> None:
    grave = [one for one, known in content.findings.items() if known.grade != "mild" and one != "self_harm"]
    for finding in grave:
        known = content.findings[finding]
        alarming = [one for one in content.phrases.findings[finding].phrases if finding in _alarms(one, engine)]
        player = Player(engine).start().tap("danger:no").say(alarming[0]).tap("talk:no_help")
        for milder in known.milder:
            assert player.button(f"off:understood:{milder}"), (alarming[0], player.screen.text)
        assert known.milder or player.button(f"on:understood:{finding}"), (alarming[0], player.screen.text)


def _alarms(said: str, engine: Engine) -> set[str]:
    return {finding for alarm in engine.talk.reader.read(said).danger for finding in alarm.findings}


def test_words_that_a_restart_took_are_asked_for_again(player: Player) -> None:
    player.start().say("8g kratom and im sweating")

    player.session = None  # nothing is stored before the first answer
    player.tap("danger:no")

    assert "Please type it again" in player.stays[-1].text
    assert player.nodes == ["substances"]


def test_who_typed_nothing_before_a_restart_is_not_asked_to_type_again(player: Player) -> None:
    player.start()

    player.session = None
    player.tap("danger:no")

    assert not player.stays


@pytest.mark.parametrize("typed", ["hi", "Hello?", "hey there", "hola"])
def test_a_greeting_is_greeted(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert "Tell me in your own words" in player.screen.text
    assert player.nodes == ["danger"]


@pytest.mark.parametrize("typed", ["can i sleep", "is this bad?", "should i let him sleep", "will i be ok"])
def test_a_worry_is_answered_with_the_question_that_decides(typed: str, player: Player) -> None:
    player.start().tap("danger:no").say(typed)

    assert "then I tell you what to do" in player.screen.text
    assert player.nodes == ["substances"]


@pytest.mark.parametrize(
    "typed", ["мне как-то странно", "ich weiss nicht was ich machen soll", "je ne sais pas quoi faire"]
)
def test_who_writes_another_language_is_told_how_to_get_help(typed: str, player: Player) -> None:
    player.start().say(typed)

    assert "I read English best" in player.screen.text
    assert player.nodes == ["danger"]
