"""The card as a page and as a QR: what is printed, what a reader reads, and what Telegram gets."""

import io

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.cards import draw
from flows import card_code, card_text
from flows.card import Card
from flows.engine import Engine
from flows.reply import Attachment
from flows.session import Answer, Said
from tests.flows.player import Player


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
        (found,) = zxingcpp.read_barcodes(image.convert("L"))
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
        "Doses and signs",
        "3 h before",
        "time not known: zoloft",
    ):
        assert part in text, part


def test_the_code_on_the_page_can_be_copied_and_replayed(card: Card) -> None:
    assert card_code.read(printed(card)) == card_code.read(card.code)


def test_the_qr_carries_the_text_of_the_card_itself(card: Card) -> None:
    assert scanned(draw(Attachment("card_qr", card=card)).content) == card_text.plain(card)


def test_the_qr_on_the_page_is_readable_too(card: Card) -> None:
    reader = PdfReader(io.BytesIO(draw(Attachment("card_pdf", card=card)).content))
    (image,) = reader.pages[0].images

    assert scanned(image.data) == card_text.plain(card)


def test_letters_that_the_page_lacks_are_in_the_qr(engine: Engine) -> None:
    player = Player(engine).start().tap("danger:no")
    assert player.session
    taken = (Said("кратом 🙂", "", "8 г"), *(Said("x" * 300, "", "y" * 90) for _ in range(30)))
    session = player.session.with_answer(Answer("substances", (), taken))
    card = engine.talk.cards.card(session, engine.talk.assessment(session))

    assert "?????? ?" in printed(card)
    assert "кратом 🙂" in scanned(draw(Attachment("card_qr", card=card)).content)
