"""What was typed or ticked before is held, whatever is typed after it: nothing is lost on the way to the answer."""

import pytest

from flows.engine import Engine
from flows.inputs import Say
from flows.session import Interruption
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def _named(player: Player) -> list[tuple[str, str | None]]:
    assert player.session
    answer = player.session.answer("substances")
    waiting = [one for one in (*player.session.waiting, *player.session.heard) if one.kind != "did_you_mean"]
    read = (each for one in waiting for each in one.taken)
    held = (*(answer.taken if answer else ()), *player.session.draft_taken, *read)
    return [(one.said, one.amount) for one in held]


def _asked(player: Player) -> Interruption:
    assert player.session
    assert player.session.interruption
    return player.session.interruption


def test_several_messages_before_the_danger_screen_are_all_shown_after_it(player: Player) -> None:
    player.start().say("took kratom 8g").say("and zoloft").say("i am sweating").tap("danger:no")

    assert _named(player) == [("kratom", "8 g"), ("zoloft", None)]
    assert _asked(player).ids == ("sweating",)


@pytest.mark.parametrize("answered", [False, True], ids=["before the danger screen", "after it"])
def test_what_was_read_comes_back_after_words_of_danger_that_were_none(player: Player, *, answered: bool) -> None:
    player.start()
    if answered:
        player.tap("danger:no")
    player.say("i took zoloft and mdma, sweating").say("he is not breathing").tap("talk:no_help")
    if not answered:
        player.tap("danger:no")

    assert _named(player) == [("zoloft", None), ("mdma", None)]
    assert "sweating" in _asked(player).ids


@pytest.mark.parametrize("second", ["kratom and zoloft", "kratom makes me sweat"])
def test_a_name_that_is_said_again_keeps_its_amount(player: Player, second: str) -> None:
    player.start().tap("danger:no").say("kratom 30 g").say(second)
    player.tap("talk:right" if player.button("talk:right") else "substances:next")

    assert ("kratom", "30 g") in _named(player)


def test_a_name_said_again_with_a_time_has_that_time_and_its_amount(player: Player) -> None:
    player.start().tap("danger:no").say("kratom 30 g").say("kratom 2 hours ago")

    assert player.session
    assert [(one.amount, one.when) for one in player.session.draft_taken] == [("30 g", "2 hours ago")]


def test_another_amount_beside_what_was_read_counts_too(player: Player) -> None:
    player.start().tap("danger:no").say("took kratom 2g and i am sweating").say("it was 20 g of kratom")
    assert _named(player) == [("kratom", "2 g"), ("kratom", "20 g")]
    player.say("took another 20 g of kratom")

    assert _named(player) == [("kratom", "2 g"), ("kratom", "20 g"), ("kratom", "20 g")]


def test_a_doubtful_name_beside_what_was_read_is_asked_about(player: Player) -> None:
    player.start().tap("danger:no").say("took kratom 2g and i am sweating").say("and zoloft and mandy")

    assert _asked(player).kind == "did_you_mean"
    player.tap("talk:meant_else").tap("talk:right")
    assert {"kratom", "zoloft", "mandy"} <= {name for name, _ in _named(player)}


def test_signs_typed_where_a_name_is_asked_about_are_shown_after_it(player: Player) -> None:
    player.start().tap("danger:no").say("k").say("zoloft and i am shaking")
    assert _asked(player).kind == "did_you_mean"
    player.tap("meant:0")

    assert _asked(player).ids == ("tremor",)
    player.tap("talk:right")
    assert {name for name, _ in _named(player)} == {"k", "zoloft"}


def test_signs_typed_before_the_danger_screen_where_a_name_is_asked_about_wait_for_it(player: Player) -> None:
    player.start().say("k").say("i am shaking").tap("meant:0")
    assert player.nodes == ["danger"]
    player.tap("danger:no")

    assert _asked(player).ids == ("tremor",)


def test_what_is_ticked_stays_so_when_names_are_confirmed(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:mdma").say("zoloft made me sweat").tap("talk:right")

    assert player.session
    answer = player.session.answer("substances")
    assert answer
    assert answer.picks == ("mdma",)
    player.tap("taken:extract").say("sweating and i took nyquil").tap("talk:right")
    assert player.session.draft == ("extract",)


def test_a_sign_that_is_ticked_counts_when_one_screen_takes_the_place_of_its_question(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:kratom").tap("substances:next").tap("taken:none")
    player.tap("person:none").tap("mind:anxiety").say("i am sweating").tap("talk:right")

    assert player.nodes == ["quick"]
    assert player.session
    said = player.session.answer("words")
    assert said
    assert {"anxiety", "sweating"} <= set(said.picks)


def test_a_tick_at_which_was_it_stays_when_a_name_is_typed_there(player: Player) -> None:
    player.start().tap("danger:yes").tap("danger_which:seizure").say("took zoloft and mandy")

    assert player.session
    assert player.session.draft == ("seizure",)
    assert _named(player) == [("zoloft", None)]
    assert _asked(player).kind == "did_you_mean"


@pytest.mark.parametrize("name", ["blorgonzium 30 mg", "took blorgonzium, 30 mg"])
def test_the_amount_of_a_name_nobody_knows_is_no_other_things(player: Player, name: str) -> None:
    player.start().tap("danger:no").say("kratom 30 g").say(name)

    assert _named(player) == [("kratom", "30 g"), ("blorgonzium", "30 mg")]


def test_an_amount_beside_a_misspelt_word_is_noted_with_both(player: Player) -> None:
    player.start().tap("danger:no").say("kratom").say("30 g abot")

    assert _named(player) == [("kratom", "30 g"), ("abot", "30 g")]


def test_an_edit_of_one_message_leaves_the_others(player: Player) -> None:
    player.start().tap("danger:no").say("kratom").say("zoloft").give(Say("zoloft 50 mg", edited=True))
    assert _named(player) == [("kratom", None), ("zoloft", "50 mg")]
    player.give(Say("zoloft 100 mg", edited=True))

    assert _named(player) == [("kratom", None), ("zoloft", "100 mg")]


def test_an_edit_before_the_danger_screen_leaves_what_was_taken(player: Player) -> None:
    player.start().say("took kratom 8g").say("zoloft, sweating").give(Say("zoloft, dizzy", edited=True))
    player.tap("danger:no")

    assert _named(player) == [("kratom", "8 g"), ("zoloft", None)]
    assert _asked(player).ids == ("dizziness",)
    assert player.button("understood:sweating")


def test_the_amount_of_a_name_nobody_knows_is_no_buttons_either(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:mdma").say("another 5 g").say("blorgonzium 30 mg")

    assert [amount for _, amount in _named(player)] == ["5 g", "30 mg"]


@pytest.mark.parametrize(
    ("before", "tick", "node"),
    [((), "pregnant", "person"), (("person:none",), "anxiety", "mind")],
)
def test_ticks_wait_for_their_question_when_another_comes_in_between(
    player: Player, before: tuple[str, ...], tick: str, node: str
) -> None:
    player.start().tap("danger:no").tap("substances:none")
    for ending in before:
        player.tap(ending)
    player.tap(f"{node}:{tick}").say("kratom and zoloft")
    assert player.nodes == ["taken"]
    assert "Chosen: nothing" in player.screen.text
    player.tap("taken:none")

    assert player.nodes[0] == node
    assert player.session
    assert player.session.draft == (tick,)


def test_a_row_of_a_grid_waits_for_it_when_another_question_comes_in_between(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:none").tap("person:none").tap("mind:anxiety").tap("confusion:no")
    player.tap("body:sweating").tap("heat:no").tap("muscles:tremor=yes").say("kratom and zoloft")
    player.tap("taken:extract").tap("taken:next")

    assert player.nodes == ["muscles"]
    assert player.session
    taken = player.session.answer("taken")
    assert taken
    assert taken.picks == ("extract",)
    assert player.session.draft == ("tremor=yes",)


def test_however_much_is_typed_telegram_can_show_it_and_all_of_it_counts(player: Player) -> None:
    names = list(player.engine.talk.content.substances)[:100]
    player.start()
    for name in names:
        player.say(f"took {name}, pulse {60 + names.index(name) % 30}, sweating")
        while player.button("talk:no_help"):
            player.tap("talk:no_help")
    held = {name for name, _ in _named(player)}
    player.tap("danger:no")
    while player.button("talk:meant_else"):
        player.tap("talk:meant_else")
    assert len(held) > 60
    assert sum(len(row) for row in player.screen.rows) <= 100
    player.tap("talk:right")

    assert held <= {name for name, _ in _named(player)}


def test_something_else_that_was_never_named_stays_unknown_when_more_is_named(player: Player) -> None:
    player.start().tap("danger:no").tap("substances:other").tap("substances:next")
    assert player.session
    assert player.engine.talk.assessment(player.session).call_now
    player.say("alcohol")

    assert player.engine.talk.assessment(player.session).call_now
