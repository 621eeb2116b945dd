"""Draws the home checks, and the examples in docs/pictures: a card's page and its QR; by `make pictures`."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from bot.cards import draw
from bot.cards.drawn import PICTURES
from bot.figures import FIGURES
from flows.card import Card
from flows.engine import load
from flows.reply import Attachment
from tests.flows.player import Player

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
CASE = {
    "substances": [
        {"name": "kratom", "amount": "8 g", "when": "3 hours ago"},
        {"name": "zoloft", "amount": "150 mg"},
        {"name": "xanax", "when": "1 hour ago"},
    ],
    "findings": {"sweating": "yes", "anxiety": "yes", "tremor": "unsure"},
    "measurements": {"pulse": 112},
}


def example() -> Card:
    """The card of a mild case."""
    player = Player(load())
    player.play(CASE)
    assert player.session
    return player.engine.talk.cards.card(player.session, player.engine.talk.assessment(player.session))


def main() -> None:
    """Draw them."""
    for name, figure in FIGURES.items():
        figure().save(PICTURES / f"{name}.png", optimize=True)
    card = example()
    document = pypdfium2.PdfDocument(draw(Attachment("card_pdf", card=card)).content)
    document[0].render(scale=1.5).to_pil().convert("L").quantize(16).save(FOLDER / "card.png", optimize=True)
    document.close()
    (FOLDER / "card-qr.png").write_bytes(draw(Attachment("card_qr", card=card)).content)


if __name__ == "__main__":
    main()
