"""A QR that carries the card's text itself, so that no server is needed to read it."""

import io

import segno

from flows.cards import text as card_text
from flows.cards.card import Card

_PIXELS = 1000  # the picture's side at least


def code(text: str) -> segno.QRCode:
    """The QR of a text, in UTF-8, with as much repair as fits."""
    return segno.make_qr(text, error="l", encoding="utf-8", boost_error=True)


def png(card: Card) -> bytes:
    """The QR of a card as a picture."""
    return picture(card_text.plain(card))


def picture(text: str) -> bytes:
    """The QR of a text as a picture big enough for a phone's camera."""
    drawn, out = code(text), io.BytesIO()
    drawn.save(out, kind="png", scale=-(-_PIXELS // drawn.symbol_size()[0]), border=4)
    return out.getvalue()
