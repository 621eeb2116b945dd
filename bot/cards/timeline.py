"""The line of time on a card's page: a row for each dose, one for the signs and one for the check-ins."""

from fpdf import FPDF

from bot.cards.letters import cut, latin
from flows.cards.card import Card, Mark

_LEAST_HOURS, _MOST_HOURS = 6.0, 72.0
_ROW, _HEAD = 5.2, 11.0  # mm
_LABELS = 50.0  # mm for the words before the line
_LONGEST = 30  # letters of a label
_MOST_TICKS = 8
_DAY_STEPS = (1, 2, 4, 6, 12, 24)


def height_of(rows: int) -> float:
    """The height of so many rows, in mm."""
    return _HEAD + rows * _ROW + 2


def rows_of(card: Card) -> list[tuple[str, list[Mark]]]:
    """The rows, each with its label: doses from the longest ago on, those without a time in one, signs, check-ins."""
    doses = [one for one in card.timeline if one.kind == "dose"]
    timed = sorted((one for one in doses if one.hours is not None), key=lambda one: -(one.hours or 0))
    rows = [(one.label, [one]) for one in timed]
    if untimed := ", ".join(one.label for one in doses if one.hours is None):
        rows.append((card.labels["unknown"], [Mark("dose", untimed, None)]))
    others = [
        (card.labels[f"{kind}s"], [one for one in card.timeline if one.kind == kind]) for kind in ("sign", "check")
    ]
    return [*rows, *(row for row in others if row[1])]


def draw_timeline(page: FPDF, card: Card, left: float, top: float, width: float, most: int) -> None:
    """Draw it from `top` on, with at most so many rows; what is left out stands in the sections above."""
    rows = rows_of(card)
    if len(rows) > most:  # the newest, with the signs and check-ins, are what matters
        rows = [(card.labels["more"], []), *rows[len(rows) - most + 1 :]]
    known = [float(one.hours) for one in card.timeline if one.hours is not None]
    longest = min(_MOST_HOURS, max([_LEAST_HOURS, *known]))
    begin, end = left + _LABELS, left + width - 8
    bottom = top + _HEAD + len(rows) * _ROW
    _write(page, left, top, card.labels["title"], bold=True)
    _ticks(page, card, (begin, end), (top + _HEAD - 1, bottom), longest)
    for index, (label, marks) in enumerate(rows):
        y = top + _HEAD + index * _ROW
        _write(page, left, y, cut(label, _LONGEST))
        page.set_draw_color(190, 190, 190)
        page.line(begin, y + _ROW / 2, end, y + _ROW / 2)
        page.set_draw_color(0, 0, 0)
        for mark in marks:
            _mark(page, card, mark, (begin, end), y, longest)
    page.set_y(bottom + 2)


def _ticks(page: FPDF, card: Card, across: tuple[float, float], down: tuple[float, float], longest: float) -> None:
    begin, end = across
    step = next(each for each in _DAY_STEPS if longest / each <= _MOST_TICKS or each == _DAY_STEPS[-1])
    page.set_draw_color(215, 215, 215)
    for hours in range(0, int(longest) + 1, step):
        x = end - (end - begin) * hours / longest
        page.line(x, down[0], x, down[1])
        words = f"{hours} {card.labels['hours']}" if hours == step else str(hours)
        if hours:
            _write(page, x - page.get_string_width(words) / 2, down[0] - 4.5, words, size=8)
    page.set_draw_color(0, 0, 0)
    page.set_line_width(0.8)
    page.line(end, *(down[0], end, down[1]))
    page.set_line_width(0.2)
    _write(page, end - 10, down[0] - 4.5, card.labels["now"], bold=True, size=8)


def _mark(page: FPDF, card: Card, mark: Mark, across: tuple[float, float], y: float, longest: float) -> None:
    """A disc for a dose with its hours, a square for the signs with their words, a letter for a check-in."""
    begin, end = across
    middle = y + _ROW / 2
    if mark.hours is None:
        _write(page, begin + 1, y, _fitting(page, mark.label, end - begin - 4), white=True)
        return
    x = end - (end - begin) * min(mark.hours, longest) / longest
    if mark.kind == "check":
        _write(page, min(x, end - 2.6) - 1.6, y, mark.label, bold=True, size=12)
        return
    page.set_fill_color(0, 0, 0)
    if mark.kind == "dose":
        page.circle(x, middle, 1.6, style="F")
        words = f"{mark.hours:.2g} {card.labels['hours']}"
    else:
        page.rect(x - 1.4, middle - 1.4, 2.8, 2.8, style="F")
        words = mark.label
    words = _fitting(page, words, max(x - begin, end - x) - 4)
    wide = page.get_string_width(latin(words)) + 2
    _write(page, x + 2.2 if end - x > wide + 4 or end - x > x - begin else x - wide - 2.2, y, words, white=True)


def _fitting(page: FPDF, words: str, room: float) -> str:
    """The words, or as many of them as have room."""
    page.set_font("Helvetica", "", 9)
    while page.get_string_width(latin(words)) > room and len(words) > 4:  # noqa: PLR2004  "..." and one letter
        words = cut(words, len(words) - 4)
    return words


def _write(
    page: FPDF, x: float, y: float, text: str, *, bold: bool = False, size: float = 9, white: bool = False
) -> None:
    """Words at a place; on white where they stand on a line."""
    page.set_font("Helvetica", "B" if bold else "", size)
    page.set_fill_color(255, 255, 255)
    page.set_xy(x, y + 0.2)
    page.cell(page.get_string_width(latin(text)) + 1, _ROW - 0.4, latin(text), fill=white)
