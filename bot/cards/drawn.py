"""An attachment as a file; the libraries that draw are loaded when the first one is asked for."""

from pathlib import Path
from typing import NamedTuple

from flows.reply import Attachment

PICTURES = Path(__file__).parents[2] / "knowledge" / "pictures"


class File(NamedTuple):
    """A file to send: its name, its bytes, and whether it is shown as a picture."""

    name: str
    content: bytes
    is_picture: bool


def draw(attachment: Attachment) -> File:
    """The file of an attachment.

    Raises:
        ValueError: if there is no such kind.
    """
    from bot.cards import page, qr  # noqa: PLC0415  drawing takes a quarter of a second to load

    card = attachment.card
    match attachment.kind:
        case "card_pdf" if card:
            return File(f"card-{card.number}.pdf", page.pdf(card), is_picture=False)
        case "card_qr" if card:
            return File(f"card-{card.number}.png", qr.png(card), is_picture=True)
        case "csv":  # with a mark by which spreadsheets know the letters
            return File(f"{attachment.name}.csv", attachment.text.encode("utf-8-sig"), is_picture=False)
        case "diary":
            from bot.cards import diary  # noqa: PLC0415  as above

            return File(f"{attachment.name}.png", diary.png(attachment.text), is_picture=True)
        case "picture":
            return File(f"{attachment.name}.png", (PICTURES / f"{attachment.name}.png").read_bytes(), is_picture=True)
    raise ValueError(f"nothing draws {attachment.kind}")
