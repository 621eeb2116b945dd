"""Beside the talk: what things do together, pages to read, and one tap back into the talk with all that was named."""

import pytest

from flows import mix_code
from flows.engine import Engine
from flows.inputs import Choose, Command
from flows.session import Answer, Session
from knowledge.content import Content
from knowledge.readability import grade
from tests.flows.player import Player


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


def mixed(player: Player, names: str) -> str:
    return player.command("check", names).stays[-1].text


def mix_button(player: Player) -> str:
    return next(button.data for row in player.stays[-1].rows for button in row if mix_code.MARK in button.data)


def tap_mix(player: Player) -> None:
    choice = Choose.read(mix_button(player))
    assert choice
    player.give(choice)


def test_the_worst_pair_stands_first_with_why_and_sources(player: Player) -> None:
    text = mixed(player, "zoloft kratom xanax")

    assert text.index("kratom + xanax: dangerous") < text.index("zoloft + kratom: caution")
    assert "Breathing can stop" in text
    assert "Brooks SP" in text


@pytest.mark.parametrize(
    "names", ["kratom zoloft", "kratom qwrtzk", "mandy kratom", "kratom", "zoloft xanax", "qwrtzk"]
)
def test_no_mix_is_ever_called_safe(player: Player, names: str) -> None:
    text = mixed(player, names).lower().replace("never proven safe", "").replace("no one has shown it to be safe", "")

    assert "i can never say that a mix is safe" in text
    assert text.count("safe") == 1 + text.count("i cannot say it is safe")


def test_an_unknown_name_counts_as_the_worst_and_is_said_to_be_unknown(player: Player) -> None:
    text = mixed(player, "kratom qwrtzk")

    assert "I do not know “qwrtzk”. I cannot say it is safe." in text
    assert "do not combine" in text


def test_a_doubtful_name_counts_as_the_worst_it_can_mean(player: Player) -> None:
    assert "I took the worst: mdma" in mixed(player, "mandy kratom")


def test_the_worst_it_can_mean_is_the_worst_beside_the_other_thing(player: Player) -> None:
    text = mixed(player, "pain pills alcohol")

    assert "I took the worst: fentanyl" in text
    assert "do not combine" in text


def test_a_name_with_one_meaning_is_only_said_back(player: Player) -> None:
    assert "I read “coffee” as caffeine." in mixed(player, "coffee kratom")


def test_danger_words_beside_the_names_come_first(player: Player) -> None:
    player.start().command("check", "kratom zoloft i cant breathe")

    assert player.button("talk:need_help")


def test_without_names_it_asks_and_the_next_words_are_the_names(player: Player) -> None:
    player.start().command("check").say("kratom zoloft")

    assert "kratom + zoloft" in player.stays[-1].text
    assert player.nodes == ["danger"]


def test_without_names_it_takes_those_of_the_talk(player: Player) -> None:
    player.start().tap("danger:no").say("kratom and zoloft").tap("substances:next").command("check")

    assert "kratom + zoloft" in player.stays[-1].text


def test_asking_about_a_mix_changes_nothing_in_the_talk(player: Player) -> None:
    player.start().tap("danger:no")
    before = player.session
    mixed(player, "kratom zoloft")

    assert before
    assert player.session
    assert player.session.answers == before.answers
    assert not player.session.draft_taken


def test_one_tap_leads_into_the_talk_with_the_names_filled_in(player: Player) -> None:
    mixed(player, "kratom zoloft")
    tap_mix(player)
    assert player.nodes == ["danger"]
    player.tap("danger:no")

    assert player.session
    assert [one.id for one in player.session.draft_taken] == ["kratom", "sertraline"]
    assert "kratom, sertraline" in player.screen.text


def test_the_tap_works_for_ever_and_counts_once(player: Player) -> None:
    mixed(player, "kratom zoloft")
    choice = Choose.read(mix_button(player))
    assert choice
    player.session = None
    player.give(choice)
    player.give(choice)

    assert player.session
    assert [one.id for one in player.session.draft_taken] == ["kratom", "sertraline"]


def test_after_a_result_the_danger_questions_come_first_again(player: Player) -> None:
    player.play({"substances": [{"name": "kratom"}], "findings": {"sweating": "yes"}})
    mixed(player, "kratom zoloft")
    tap_mix(player)

    assert player.nodes == ["danger"]


def test_an_unknown_name_is_not_lost_on_the_way_into_the_talk(player: Player) -> None:
    mixed(player, "kratom qwrtzk")
    tap_mix(player)

    assert player.session
    assert [one.id for one in player.session.draft_taken] == ["kratom", "unknown"]


def test_a_link_from_the_inline_mode_does_the_same(player: Player) -> None:
    player.start(mix_code.write(["kratom", "sertraline"])).tap("danger:no")

    assert player.session
    assert [one.id for one in player.session.draft_taken] == ["kratom", "sertraline"]


def test_every_substance_has_letters_of_its_own_and_eight_fit_a_button(content: Content) -> None:
    known = mix_code.index(content.class_of)
    assert len(known) == len(content.class_of)

    ids = list(content.class_of)[:8]
    code = mix_code.write(ids)
    assert mix_code.read(code, known) == tuple(ids)
    assert len(Choose(999_999_999_999, "do", "talk", code).data) <= 64
    assert len(code) <= 64


@pytest.mark.parametrize("code", ["mix_", "mix_????", "mix_" + "a" * 500, "mix_abc"])
def test_a_broken_link_begins_the_talk_with_nothing(player: Player, code: str) -> None:
    player.start(code)

    assert player.nodes == ["danger"]
    assert player.session
    assert not player.session.draft_taken


def test_learn_shows_every_page_with_its_sources(player: Player, content: Content) -> None:
    player.start().command("learn")
    for ident, page in content.learn.items():
        player.tap("learn:index") if player.button("learn:index") else None
        player.tap(f"learn:{ident}")
        assert page.title in player.screen.text
        player.tap(f"learn_sources:{ident}")
        assert "No doctor has signed" in player.screen.text
        assert len(player.screen.text) <= 4096
        player.tap(f"learn:{ident}")


def test_back_leads_from_a_page_to_the_question_that_was_asked(player: Player) -> None:
    player.start().tap("danger:no").command("learn").tap("learn:signs").tap("talk:back")

    assert player.nodes == ["substances"]


def test_words_typed_over_a_page_belong_to_the_talk(player: Player) -> None:
    player.start().tap("danger:no").command("learn").say("kratom")

    assert player.session
    assert [one.id for one in player.session.draft_taken] == ["kratom"]


def test_a_page_never_covers_a_question_about_danger(player: Player) -> None:
    player.start().say("i cant breathe").give(Choose(0, "pick", "learn", "signs"))

    assert player.button("talk:need_help")


def test_every_page_screen_is_plain_enough(player: Player, content: Content) -> None:
    player.start().command("learn")
    pages = [("learn", one) for one in (*content.learn, "index", "checks")]
    for node, option in [*pages, *(("learn_check", one) for one in content.home_checks)]:
        player.give(Choose(0, "pick", node, option))
        assert grade(player.screen.text) <= 6, (option, grade(player.screen.text))


def test_pages_name_no_dose_to_take_and_no_seller(content: Content) -> None:
    for page in content.learn.values():
        assert not [word for word in (" mg", " g ", "grams", "vendor", "buy ", "shop") if word in page.text.lower()]


def test_a_name_that_nobody_knows_is_called_that_and_no_pill(player: Player) -> None:
    text = mixed(player, "kratom asdfgh")

    assert "I do not know “asdfgh”. I cannot say it is safe." in text
    assert text.index("I do not know") < text.index("do not combine")
    assert "pill" not in text


def test_learning_and_checking_hold_nothing(engine: Engine) -> None:
    for given in (Command("learn"), Command("check", "kratom zoloft"), Choose(0, "pick", "learn", "signs")):
        session, _ = engine.step(None, given, 1.0)
        assert session is None or not session.begun


def test_a_home_check_on_a_page_comes_with_its_picture(player: Player) -> None:
    reply = player.start().command("learn").tap("learn:checks").give(Choose(0, "pick", "learn_check", "pulse"))

    assert [one.attachment.name for one in reply.messages if one.attachment] == ["pulse"]
    assert "30 seconds" in player.screen.text


def test_a_home_check_in_the_talk_comes_with_its_picture_once(player: Player) -> None:
    player.start()
    sent = []
    for _ in range(2):
        player.session = Session(talk=5, answers=ASKED, pictures=player.session.pictures if player.session else ())
        reply = player.give(Choose(5, "do", "muscles", "none"))
        sent.append([one.attachment.name for one in reply.messages if one.attachment])
        assert player.nodes == ["ankle"]

    assert sent == [["ankle"], []]


ASKED = (
    Answer("danger", ("no",)),
    Answer("substances", ("kratom", "mood")),
    Answer("mood_medicine", ("ssri",)),
    *(Answer(node) for node in ("taken", "person")),
    Answer("mind", ("anxiety",)),
    Answer("confusion", ("no",)),
    Answer("body", ("sweating",)),
    Answer("heat", ("no",)),
)
