"""The card as one page that a nurse can read in 15 seconds: severity, what was taken, signs, a timeline, the QR."""

import io

from fpdf import FPDF
from fpdf.enums import WrapMode
from fpdf.util import Padding

from bot.cards import qr
from bot.cards.letters import cut, latin
from bot.cards.timeline import draw_timeline, height_of, rows_of
from flows.cards import text as card_text
from flows.cards.card import Card, Section

_MARGIN, _WIDTH = 14.0, 182.0  # mm, on A4
_LABEL = 32.0
_SMALL = frozenset({"asked_no", "not_asked"})  # what was asked and not is there to be looked up, not to be read first
_INK, _RED, _GREY = (0, 0, 0), (160, 0, 0), (90, 90, 90)
_MOST, _MOST_TAKEN = 230, 520  # letters of a section; of what was taken as much as can be
_SMALL_LINE, _SMALL_LETTERS = 4.2, 100  # mm, and letters that surely fit
_LEAST_ROWS = 4  # of the line of time
_BOTTOM = 283.0
_QR = 58.0


def pdf(card: Card) -> bytes:
    """The page; always one."""
    page = Page(card.title)
    page.heading(card)
    for section in card.sections:
        if section.id not in _SMALL:
            page.section(section, _MOST_TAKEN if section.id == "took" else _MOST)
    page.ln(2)
    room, small = _BOTTOM - _QR - page.get_y(), [one for one in card.sections if one.id in _SMALL]
    most = max(_LEAST_ROWS, int((room - height_of(0) - 2 * _SMALL_LINE * len(small)) // (height_of(1) - height_of(0))))
    draw_timeline(page, card, _MARGIN, page.get_y(), _WIDTH, min(most, len(rows_of(card))))
    for index, section in enumerate(small):
        after = sum(2 + len(one.text) // _SMALL_LETTERS for one in small[index + 1 :])
        lines = int((_BOTTOM - _QR - page.get_y()) // _SMALL_LINE) - after
        page.small(f"{section.label}: {section.text}", lines * _SMALL_LETTERS)
    page.foot(card)
    return bytes(page.output())


class Page(FPDF):
    """An A4 page with the letters that every reader has."""

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        self.set_title(latin(title))
        self.set_margins(_MARGIN, 12, _MARGIN)
        self.set_auto_page_break(auto=False)
        self.add_page()

    def heading(self, card: Card) -> None:
        """How grave it is, in words and in black and white too."""
        severe = card.severity == "severe"
        self.set_fill_color(*(_RED if severe else (255, 255, 255)))
        self.set_text_color(*((255, 255, 255) if severe else _INK))
        self.set_line_width(1.2)
        self.set_font("Helvetica", "B", 21)
        self.cell(_WIDTH, 15, latin(card.headline), border=1, fill=True, align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_text_color(*_INK)
        self.set_font("Helvetica", "", 10)
        self.cell(_WIDTH, 8, latin(f"{card.title}. {card.about}, {card.at}"), new_x="LMARGIN", new_y="NEXT")
        self.set_line_width(0.2)

    def section(self, section: Section, most: int) -> None:
        """A label and what it says; what is alarming is bold, with a mark before it."""
        style = "B" if section.alarming else ""
        self.set_font("Helvetica", "B", 12)
        self.cell(_LABEL, 7, latin(section.label))
        self.set_font("Helvetica", style, 12)
        text = f"! {section.text}" if section.alarming else section.text
        self.multi_cell(
            _WIDTH - _LABEL,
            6,
            latin(cut(text, most)),
            new_x="LMARGIN",
            new_y="NEXT",
            align="L",
            padding=Padding(top=0.5, bottom=0.5),
        )
        self.line(_MARGIN, self.get_y(), _MARGIN + _WIDTH, self.get_y())

    def small(self, text: str, most: int) -> None:
        """Something to look up."""
        self.set_font("Helvetica", "", 9)
        self.set_text_color(*_GREY)
        if most < _SMALL_LETTERS:
            return
        self.multi_cell(_WIDTH, _SMALL_LINE, latin(cut(text, most)), new_x="LMARGIN", new_y="NEXT", align="L")
        self.set_text_color(*_INK)
        self.ln(1)

    def foot(self, card: Card) -> None:
        """At the bottom: the QR, and beside it the rules, the code, and what this is not."""
        top, left = _BOTTOM - _QR, _MARGIN + _WIDTH - _QR
        self.image(io.BytesIO(qr.picture(card_text.plain(card))), left, top, _QR, _QR)
        wide = _WIDTH - _QR - 4
        self.set_xy(_MARGIN, top + 3)
        for style, size, height, text in (
            ("", 10, 4.6, card.outcome),
            ("B", 10, 4.6, card.note),
            ("", 9, 4.2, card.labels["scan"]),
        ):
            self.set_font("Helvetica", style, size)
            self.multi_cell(wide, height, latin(text), new_x="LMARGIN", new_y="NEXT", align="L")
            self.ln(1.5)
        self.set_font("Courier", "", 7.5)
        self.multi_cell(wide, 3.2, latin(card.code), new_x="LMARGIN", new_y="NEXT", align="L", wrapmode=WrapMode.CHAR)
