"""A poster for an event: the QR that opens the bot with the event's own number, and that number for all to read."""

from io import BytesIO

from fpdf import FPDF

from bot.cards import qr
from bot.cards.letters import latin
from knowledge.schema.events import Event
from knowledge.wording import Wording

_MARGIN, _WIDTH = 18.0, 174.0  # mm, on A4
_QR = 105.0


def link(bot: str, event: str) -> str:
    """What the QR says: Telegram's own link to the bot, with the event's name."""
    return f"https://t.me/{bot}?start=ev_{event}"


def poster(event: Event, ident: str, bot: str, emergency: str, words: Wording) -> bytes:
    """The page."""
    page = FPDF(format="A4")
    page.set_margins(_MARGIN, 16, _MARGIN)
    page.set_auto_page_break(auto=False)
    page.add_page()
    page.set_title(latin(event.name))

    def write(text: str, size: float, style: str = "", gap: float = 3.0) -> None:
        page.set_font("Helvetica", style, size)
        page.multi_cell(_WIDTH, size * 0.45, latin(text), align="C", new_x="LMARGIN", new_y="NEXT")
        page.ln(gap)

    if event.example:
        page.set_text_color(160, 0, 0)
        write(words.say("event.poster_example"), 18, "B")
        page.set_text_color(0, 0, 0)
    write(words.say("event.poster_title"), 40, "B")
    write(words.say("event.poster_danger", number=event.medics.number, emergency=emergency), 20, "B", 5)
    page.image(BytesIO(qr.picture(link(bot, ident))), (210 - _QR) / 2, page.get_y(), _QR, _QR)
    page.set_y(page.get_y() + _QR + 3)
    write(words.say("event.poster_scan"), 20, "B")
    write(f"t.me/{bot}", 14)
    where = (event.name, event.place, event.medics.hours, ", ".join(event.languages))
    write("\n".join(part for part in where if part), 16)
    write(words.say("event.poster_note"), 12)
    return bytes(page.output())
