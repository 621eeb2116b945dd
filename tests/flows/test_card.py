"""The handoff card: it says what was told, fits one message, and its code gives the talk back."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import moment
from flows.cards import code as card_code
from flows.cards import text as card_text
from flows.cards.card import Card
from flows.cards.code import CardCodeError
from flows.cards.replay import replayed
from flows.engine import Engine
from flows.inputs import Choose, Due
from flows.reply import Reply
from flows.session import Answer, Said, Session
from knowledge.content import Content
from tests.flows.player import Player

MILD = {
    "substances": [{"name": "kratom", "amount": "8 g", "when": "3 hours ago"}, {"name": "zoloft"}, {"name": "xanax"}],
    "findings": {"sweating": "yes", "anxiety": "yes", "tremor": "unsure"},
}


@pytest.fixture
def told(engine: Engine) -> Player:
    player = Player(engine)
    player.play(MILD)
    return player


def card_of(player: Player) -> Card:
    assert player.session
    talk = player.engine.talk
    return talk.cards.card(player.session, talk.assessment(player.session))


def tapped(player: Player, ending: str) -> Reply:
    button = player.button(ending)
    choice = Choose.read(button.data) if button else None
    assert choice
    return player.give(choice)


def test_the_card_says_what_was_asked_not_asked_and_not_sure(told: Player) -> None:
    sections = {one.id: one.text for one in card_of(told).sections}

    assert sections["took"] == "kratom, 8 g, 3 hours ago; zoloft (sertraline); xanax (alprazolam)"
    assert sections["danger"] == "all no"
    assert "sweating" in sections["autonomic"]
    assert "anxiety" in sections["cognitive"]
    assert "trembling" in sections["unsure"]
    assert "fast breathing" in sections["not_asked"]
    assert "a fit" in sections["asked_no"]
    assert "kratom + xanax" in sections["pairs"]


def test_the_card_tells_the_crew_what_can_lengthen_qt(told: Player, engine: Engine) -> None:
    with_citalopram = Player(engine)
    with_citalopram.play({"substances": [{"name": "kratom"}, {"name": "celexa"}], "findings": {"sweating": "yes"}})

    assert "qt" not in {one.id for one in card_of(told).sections}
    assert {one.id: one.text for one in card_of(with_citalopram).sections}["qt"] == "citalopram"


def test_the_card_names_its_rules_its_content_and_what_it_is_not(told: Player, content: Content) -> None:
    text = told.command("card").stays[-1].text

    assert "R16" in text
    assert content.version in text
    assert "not a diagnosis" in text


def test_a_card_before_the_danger_screen_says_not_assessed(engine: Engine) -> None:
    player = Player(engine).start()
    player.session = Session(answers=(Answer("substances", ("kratom",)),))

    card = card_of(player)
    assert card.severity == "unknown"
    assert "NOT ASSESSED" in card_text.plain(card)


def test_a_danger_sign_stands_first_and_alarms(engine: Engine) -> None:
    player = Player(engine).start().tap("danger:yes")
    card = card_of(player)

    assert card.severity == "severe"
    assert [one.text for one in card.sections if one.id == "danger" and one.alarming] == ["YES, or not sure"]


def test_the_timeline_has_doses_at_their_hours_and_the_signs_at_the_telling(told: Player) -> None:
    marks = {one.label: one for one in card_of(told).timeline}

    assert marks["kratom 8 g"].hours == pytest.approx(3, abs=0.01)
    assert marks["zoloft"].hours is None
    assert [one.hours for one in marks.values() if one.kind == "sign"] == [0]


def test_the_card_offers_a_page_a_qr_sharing_and_deleting(told: Player) -> None:
    told.command("card")

    pdf = tapped(told, "talk:card_pdf")
    assert pdf.messages[0].attachment
    assert pdf.messages[0].attachment.kind == "card_pdf"
    assert "not a diagnosis" in pdf.messages[0].attachment.instead
    assert tapped(told, "talk:card_qr").messages[0].attachment
    assert "Forward" in tapped(told, "talk:card_share").messages[0].text
    assert tapped(told, "talk:card_delete").erase


def test_the_code_of_a_usual_talk_is_short(told: Player, engine: Engine) -> None:
    assert told.session
    assert len(card_code.write(told.session, engine.content_version)) <= 300


def test_the_code_in_a_card_gives_the_answers_back(told: Player, engine: Engine) -> None:
    told.command("card")
    code = card_code.read(told.stays[-1].text)

    assert told.session
    assert code.session.answers == told.session.answers
    assert code.content == engine.content_version


def test_the_code_survives_the_line_breaks_of_a_page(told: Player, engine: Engine) -> None:
    assert told.session
    code = card_code.write(told.session, engine.content_version)
    broken = "\n".join(re.findall(r".{1,40}", code))

    assert card_code.read(f"Page 1\n{broken}\nnot a diagnosis.").session.answers == told.session.answers


@pytest.mark.parametrize("cut", [1, 2, 9, 60])
def test_a_code_with_letters_missing_is_refused_not_guessed(told: Player, engine: Engine, cut: int) -> None:
    assert told.session
    code = card_code.write(told.session, engine.content_version)

    for wrong in (code[: -cut - 1] + ".", code[:10] + code[10 + cut :], code[:20] + "AAAA" + code[24:]):
        with pytest.raises(CardCodeError):
            card_code.read(wrong)


@pytest.mark.parametrize("text", ["", "SC1.", "SC1.AAAAAAAAAAAA.", "hello", "SC1." + "A" * 5000 + "."])
def test_what_is_no_code_is_said_to_be_none(text: str) -> None:
    with pytest.raises(CardCodeError):
        card_code.read(text)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SAID = st.builds(Said, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS)
ANSWERS = st.builds(Answer, WORDS, st.lists(WORDS, max_size=5).map(tuple), st.lists(SAID, max_size=4).map(tuple))


@given(st.lists(ANSWERS, max_size=12).map(tuple), st.integers(0, 2**40), st.sampled_from(["you", "them"]))
def test_any_talk_comes_back_from_its_code(answers: tuple[Answer, ...], talk: int, subject: str) -> None:
    session = Session(talk=talk, answers=answers, at=float(talk + 90), subject=subject)  # type: ignore[arg-type]

    assert card_code.read(card_code.write(session, "12345678")).session == session


def test_a_card_full_of_long_words_still_fits_one_message(engine: Engine) -> None:
    taken = tuple(Said(f"{'very long name ' * 20}{index}", "", "loads & <lots>", "since 9pm") for index in range(20))
    player = Player(engine).start().tap("danger:no")
    assert player.session
    player.session = player.session.with_answer(Answer("substances", (), taken))
    card = card_of(player)

    assert len(card_text.plain(card)) <= 1500
    assert "not a diagnosis" in card_text.plain(card)
    assert "&amp; &lt;lots&gt;" in card_text.marked(card)


TYPED = (
    "kratom 8 g 3 hours ago and 2 zoloft",
    "half a bar of xanax at 9pm, 4 beers & <molly>",
    "I am sweaty, shaking and my legs jerk",
    "pulse 118",
    "38.2",
    "bp 150/95",
    "moon rocks",
    "кратом и золофт 🙂",
    "no",
    "none",
    "not sure",
    "next",
    "he took 20 pills of tramadol at noon",
)
LEFT_OUT = {"delete_yes", "card_delete", "new_person", "start_again"}  # these leave nothing to make a card of


def wander(engine: Engine, chance: random.Random) -> Player:
    """Somebody who taps and types at random, half of them after a talk to its end, and comes back hours later."""
    player = Player(engine).start(chance.choice(("", "friend")))
    if chance.random() < 0.5:
        names = chance.sample(sorted(engine.talk.content.substances), chance.randrange(4))
        signs = chance.sample(engine.talk.content.graded["mild"], chance.randrange(4))
        given = {"substances": [{"name": one} for one in names], "findings": dict.fromkeys(signs, "yes")}
        player.play(given)
    else:
        player.tap(chance.choice(("danger:no", "danger:no", "danger:yes")))
    for _ in range(chance.randrange(20)):
        choices = [Choose.read(one.data) for row in player.screen.rows for one in row if one.data]
        choices = [one for one in choices if one and one.option not in LEFT_OUT]
        if chance.random() < 0.3 or not choices:
            player.say(chance.choice(TYPED))
        else:
            choice = chance.choice(choices)
            assert choice
            player.give(choice)
        if chance.random() < 0.05:
            player.now += chance.choice((600, 3 * 3600, 30 * 3600))
        if player.session and player.session.watch is None and player.button("check:begin"):
            player.tap("check:begin")
        elif player.session and player.session.watch and chance.random() < 0.3:
            said = chance.choice(("better", "same", "worse", "asleep", "wakes", "called"))
            player.give(Choose(player.session.talk, "do", "check", said))
    return player


@pytest.mark.parametrize("seed", range(200))
def test_the_card_of_any_talk_fits_one_message_and_is_understood_back(engine: Engine, seed: int) -> None:
    player = wander(engine, random.Random(seed))
    assert player.session
    card = card_of(player)
    text = card_text.plain(card)

    assert len(text) <= 1500
    assert card.code in text, "long lists are cut, the code never"
    code = card_code.read(card_text.marked(card))
    assert code.session.answers == player.session.answers
    assert code.session.told == player.session.told
    assert code.session.subject == player.session.subject
    assert [one.said for one in code.session.reports] == [one.said for one in player.session.reports[-8:]]
    again = "\n".join(replayed(engine, text))
    assert f"Outcome: {engine.talk.assessment(player.session).severity.value}." in again
    assert not re.search(r"[{}]", again), "a placeholder that nobody filled"


def test_replay_shows_every_screen_each_answer_and_the_outcome(told: Player) -> None:
    text = "\n".join(replayed(told.engine, told.command("card").stays[-1].text))

    assert "Is any of this happening right now?" in text
    assert "→ No, none of these" in text
    assert "→ kratom 8 g 3 hours ago, zoloft, xanax" in text
    assert "Outcome: mild. Rules: R16." in text
    assert "This looks mild right now" in text


def test_replay_tells_the_check_ins_too(told: Player) -> None:
    told.tap("check:begin")
    assert told.session
    due = told.session.planned[0]
    told.now = due.at - 1
    told.give(Due(due.kind, due.at))
    told.tap("check:same")
    lines = list(replayed(told.engine, told.command("card").stays[-1].text))

    assert lines[-2:] == ["── check-ins ──", "2027-01-15 08:30 UTC → The same"]


def test_replay_says_when_the_content_is_another(told: Player) -> None:
    assert told.session
    text = "\n".join(replayed(told.engine, card_code.write(told.session, "00000000")))

    assert "It was made with content 00000000" in text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1970-01-01 00:00 UTC"),
        (951_782_399, "2000-02-28 23:59 UTC"),
        (951_782_400, "2000-02-29 00:00 UTC"),
        (1_800_000_000, "2027-01-15 08:00 UTC"),
        (4_107_542_400, "2100-03-01 00:00 UTC"),
    ],
)
def test_a_moment_is_written_right(seconds: int, text: str) -> None:
    assert moment.written(seconds) == text
