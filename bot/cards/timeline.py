"""The timeline on a card's page: when what was taken, and what signs there were when it was told."""

from fpdf import FPDF

from bot.cards.letters import latin
from flows.card import Card, Mark

HEIGHT = 34.0  # mm
_LEAST_HOURS, _MOST_HOURS = 6.0, 72.0
_ROWS = 3
_LONGEST = 30  # letters of a mark


def draw_timeline(page: FPDF, card: Card, left: float, top: float, width: float) -> None:
    """Draw it from `top` on; what has no known time stands in words below."""
    timed = [one for one in card.timeline if one.kind == "dose" and one.hours is not None]
    untimed = [one for one in card.timeline if one.kind == "dose" and one.hours is None]
    signs = [one for one in card.timeline if one.kind == "sign"]
    left += 4
    longest = min(_MOST_HOURS, max([_LEAST_HOURS, *(float(one.hours or 0) for one in timed)]))
    axis, right = top + 21.0, left + width - 34.0
    _write(page, left - 4, top, card.labels["title"], bold=True)
    page.set_line_width(0.8)
    page.line(left, axis, right, axis)
    page.set_line_width(0.2)
    _ticks(page, card, left, right, axis, longest)
    for row, mark in enumerate(sorted(timed, key=lambda one: -float(one.hours or 0))):
        _dose(page, mark, left + (right - left) * (1 - min(float(mark.hours or 0), longest) / longest), axis, row)
    page.set_fill_color(0, 0, 0)
    page.rect(right - 1.2, axis - 3, 2.4, 6, style="F")
    _write(page, right + 3, axis - 6, card.labels["now"], bold=True)
    for row, line in enumerate(_wrapped(signs, 20)):
        _write(page, right + 3, axis - 2.2 + 3.6 * row, line)
    if untimed:
        words = f"{card.labels['unknown']}: {', '.join(one.label for one in untimed)}"
        _write(page, left - 4, axis + 7, words[:95])
    page.set_y(axis + 14)


def _ticks(page: FPDF, card: Card, left: float, right: float, axis: float, longest: float) -> None:
    step = next(each for each in (1, 2, 4, 6, 12, 24) if longest / each <= 8)  # noqa: PLR2004  labels that fit side by side
    for hours in range(0, int(longest) + 1, step):
        x = right - (right - left) * hours / longest
        page.line(x, axis - 1, x, axis + 1)
        if hours:
            _write(page, x - 6, axis + 1.5, f"{hours} {card.labels['hours']}", size=7)


def _dose(page: FPDF, mark: Mark, x: float, axis: float, row: int) -> None:
    """A filled circle on the axis, its words above it on one of three rows."""
    page.set_fill_color(0, 0, 0)
    page.circle(x, axis, 1.6, style="F")
    height = 4.5 + 4.2 * (row % _ROWS)
    page.line(x, axis, x, axis - height + 1.5)
    _write(page, x - 1, axis - height - 2, mark.label[:_LONGEST])


def _wrapped(signs: list[Mark], letters: int) -> list[str]:
    """The signs in short lines, at most five."""
    lines = [""]
    for word in " ".join(one.label for one in signs).split():
        if len(lines[-1]) + len(word) >= letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:5]


def _write(page: FPDF, x: float, y: float, text: str, *, bold: bool = False, size: float = 9) -> None:
    page.set_font("Helvetica", "B" if bold else "", size)
    page.set_xy(x, y)
    page.cell(0, 4, latin(text))
