"""A diary as a picture: a line of time from the top down, a disc where something was taken, a ring for signs."""

import csv
import io

from PIL import Image, ImageDraw, ImageFont

from bot.cards.letters import latin

_MOST = 24  # entries of one picture, the newest
_WIDTH, _ROW, _TOP = 900, 72, 30
_AXIS, _TEXT, _SIZE = 310, 345, 30  # a phone shows it at less than half its size
_LONGEST = 34  # letters of a line
_INK, _PAPER, _GREY, _RED = (20, 20, 20), (255, 255, 255), (110, 110, 110), (170, 0, 0)


def png(table: str) -> bytes:
    """The picture of a diary that is given as its table (time, words, taken, signs)."""
    rows = list(csv.reader(io.StringIO(table)))[1:][-_MOST:]
    image = Image.new("RGB", (_WIDTH, 2 * _TOP + _ROW * max(1, len(rows))), _PAPER)
    pen = ImageDraw.Draw(image)
    if len(rows) > 1:
        pen.line([(_AXIS, _TOP + _ROW // 2), (_AXIS, _TOP + _ROW * len(rows) - _ROW // 2)], fill=_GREY, width=3)
    for index, (time, words, taken, signs) in enumerate(rows):
        middle = _TOP + _ROW * index + _ROW // 2
        _mark(pen, middle, taken=bool(taken), signs=bool(signs))
        _write(pen, 16, middle, time.removesuffix(" UTC"), _GREY)
        _write(pen, _TEXT, middle, words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…", _INK)
    held = io.BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


def _mark(pen: ImageDraw.ImageDraw, middle: int, *, taken: bool, signs: bool) -> None:
    """Told apart by shape, not by colour alone: a disc for a dose, a ring for signs, both in one for both."""
    if signs:
        pen.ellipse((_AXIS - 19, middle - 19, _AXIS + 19, middle + 19), fill=_PAPER, outline=_RED, width=5)
    if taken or not signs:
        size = 11 if taken else 6
        pen.ellipse((_AXIS - size, middle - size, _AXIS + size, middle + size), fill=_INK)


def _write(pen: ImageDraw.ImageDraw, left: int, middle: int, text: str, ink: tuple[int, int, int]) -> None:
    pen.text((left, middle), latin(text), fill=ink, font=ImageFont.load_default(_SIZE), anchor="lm")
