"""Draws the home checks, and the examples in docs/pictures: a card's page, its QR and a poster; by `make pictures`."""

import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from fpdf import FPDF
from fpdf.svg import SVGObject
from PIL import Image

from bot.__main__ import main as serocheck
from bot.cards import draw
from bot.cards.drawn import PICTURES
from bot.figures import FIGURES
from bot.figures.brush import HEIGHT, WIDTH
from flows.cards.card import Card
from flows.engine import load
from flows.inputs import Due
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
    """The card of a mild case, two hours and three check-ins later."""
    player = Player(load())
    player.play(CASE)
    player.tap("check:begin")
    for answer in ("same", "better", "better"):
        assert player.session
        due = player.session.planned[0]
        player.now = due.at - 1
        player.give(Due(due.kind, due.at))
        player.tap(f"check:{answer}")
    assert player.session
    return player.engine.talk.cards.card(player.session, player.engine.talk.assessment(player.session))


def painted(svg: str) -> Image.Image:
    """An SVG as a picture: fpdf2 makes a page of it, and PDFium paints the page."""
    page = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    page.add_page()
    page.set_margin(0)
    SVGObject(svg).draw_to_page(page, 0, 0)
    document = pypdfium2.PdfDocument(bytes(page.output()))
    image: Image.Image = document[0].render(scale=1).to_pil()
    document.close()
    return image


def draw_figures(folder: Path = PICTURES) -> None:
    """The home checks: the SVG is the drawing, the PNG is what Telegram takes."""
    for name, figure in FIGURES.items():
        svg = figure()
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        few = painted(svg).quantize(48, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)


def main() -> None:
    """Draw them."""
    draw_figures()
    card = example()
    document = pypdfium2.PdfDocument(draw(Attachment("card_pdf", card=card)).content)
    document[0].render(scale=1.5).to_pil().convert("L").quantize(16).save(FOLDER / "card.png", optimize=True)
    document.close()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "poster.pdf"
        serocheck(["poster", "example", "--bot", "your_bot", "--out", str(out)])
        document = pypdfium2.PdfDocument(out.read_bytes())
        document[0].render(scale=1).to_pil().quantize(16).save(FOLDER / "poster.png", optimize=True)
        document.close()
    (FOLDER / "card-qr.png").write_bytes(draw(Attachment("card_qr", card=card)).content)


if __name__ == "__main__":
    main()
