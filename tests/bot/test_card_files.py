"""The card as a page and as a QR: what is printed, what a reader reads, and what Telegram gets."""

import io

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.cards import draw
from flows.cards import code as card_code
from flows.cards import text as card_text
from flows.cards.card import Card
from flows.engine import Engine
from flows.inputs import Due
from flows.reply import Attachment
from flows.session import Answer, Said
from tests.flows.player import Player

# A line of a QR's squares can by chance be a stripe code too, which nobody is to read.
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@pytest.fixture(scope="module")
def card(engine: Engine) -> Card:
    player = Player(engine)
    player.play(
        {
            "substances": [{"name": "kratom", "amount": "8 g", "when": "3 hours ago"}, {"name": "zoloft"}],
            "findings": {"sweating": "yes", "anxiety": "yes", "tremor": "unsure"},
        }
    )
    assert player.session
    return engine.talk.cards.card(player.session, engine.talk.assessment(player.session))


def printed(card: Card) -> str:
    reader = PdfReader(io.BytesIO(draw(Attachment("card_pdf", card=card)).content))
    assert len(reader.pages) == 1
    return reader.pages[0].extract_text()


def scanned(picture: bytes) -> str:
    with Image.open(io.BytesIO(picture)) as image:
        (found,) = zxingcpp.read_barcodes(image.convert("L"), formats=_QR)
    return str(found.text)


def test_the_page_says_all_that_the_card_says(card: Card) -> None:
    text = printed(card)

    for part in (
        "MILD now",
        "kratom, 8 g, 3 hours ago; zoloft (sertraline)",
        "heavy sweating",
        "trembling hands",
        "Not asked:",
        "Asked, no:",
        "Rules: R16",
        "not a diagnosis",
        "Doses, signs and check-ins",
        "3 h before",
        "Signs told",
        "time not known",
        "zoloft",
    ):
        assert part in text, part


def test_a_page_of_the_day_after_says_how_long_ago_it_was_and_how_it_went_on(engine: Engine) -> None:
    player = Player(engine)
    player.play({"substances": [{"name": "kratom", "when": "3 hours ago"}], "findings": {"sweating": "yes"}})
    player.tap("check:begin")
    for hours, answer in ((1, "better"), (2, "worse")):
        player.now += hours * 3600
        assert player.session
        player.session, reply = engine.step(player.session, Due("check_in", player.now), player.now)
        player.stays += reply.messages
        player.tap(f"check:{answer}")
    assert player.session
    card = engine.talk.cards.card(player.session, engine.talk.assessment(player.session))
    text = printed(card)
    assert "6 h before" in text, "three hours before it was said, three hours ago"
    assert "3 hours ago (said at 08:00 UTC)" in text
    assert [one.label for one in card.timeline if one.kind == "check"] == ["+", "!"]
    assert "Check-ins (+ = !)" in text


@pytest.mark.parametrize("doses", [1, 5, 40])
def test_the_page_is_one_and_nothing_on_it_covers_the_qr(engine: Engine, doses: int) -> None:
    player = Player(engine).start().tap("danger:no")
    assert player.session
    names = list(engine.talk.content.substances)[:doses]
    taken = tuple(Said(name, name, "3 pills", "2 hours ago" if index % 2 else None) for index, name in enumerate(names))
    session = player.session.with_answer(Answer("substances", (), taken))
    card = engine.talk.cards.card(session, engine.talk.assessment(session))
    reader = PdfReader(io.BytesIO(draw(Attachment("card_pdf", card=card)).content))
    (page,) = reader.pages
    places: list[tuple[float, str]] = []
    page.extract_text(
        visitor_text=lambda text, _cm, matrix, *_rest: places.append((float(matrix[5]), text)) if text.strip() else None
    )
    foot = next(index for index, (_y, text) in enumerate(places) if "Outcome" in text)
    assert foot > 10
    assert min(y for y, _text in places[:foot]) > places[foot][0], "all that is printed before it stands above it"
    (image,) = page.images
    assert scanned(image.data) == card_text.plain(card)


def test_the_code_on_the_page_can_be_copied_and_replayed(card: Card) -> None:
    assert card_code.read(printed(card)) == card_code.read(card.code)


def test_the_qr_carries_the_text_of_the_card_itself(card: Card) -> None:
    assert scanned(draw(Attachment("card_qr", card=card)).content) == card_text.plain(card)


def test_the_qr_on_the_page_is_readable_too(card: Card) -> None:
    reader = PdfReader(io.BytesIO(draw(Attachment("card_pdf", card=card)).content))
    (image,) = reader.pages[0].images

    assert scanned(image.data) == card_text.plain(card)


def test_a_name_in_other_letters_stands_on_the_page_as_what_it_was_understood_as(engine: Engine) -> None:
    player = Player(engine).start().tap("danger:no").say("кратом и ксанакс").tap("substances:next")
    text = printed(engine.talk.cards.card(player.session, engine.talk.assessment(player.session)))  # type: ignore[arg-type]

    assert "kratom + alprazolam" in text
    assert "kratom, alprazolam" in text, "on the line of time"


def test_letters_that_the_page_lacks_are_in_the_qr(engine: Engine) -> None:
    player = Player(engine).start().tap("danger:no")
    assert player.session
    taken = (Said("кратом 🙂", "", "8 г"), *(Said("x" * 300, "", "y" * 90) for _ in range(30)))
    session = player.session.with_answer(Answer("substances", (), taken))
    card = engine.talk.cards.card(session, engine.talk.assessment(session))

    assert "?????? ?" in printed(card)
    assert "кратом 🙂" in scanned(draw(Attachment("card_qr", card=card)).content)
