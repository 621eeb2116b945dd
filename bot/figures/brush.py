"""A brush for simple figures: limbs, hands, arrows and signs on white, smooth because drawn larger than shown."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
WIDTH, HEIGHT = 900, 520
_SCALE = 3
INK, PALE, SKIN, HELPER, RED, GREEN, GREY = (
    "#1d2b36", "#eef2f5", "#f3cda6", "#8fb8de", "#c62828", "#2e7d32", "#9aa7b1",
)  # fmt: skip


class Brush:
    """Draws on one picture; places are in pixels of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), "white")
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """The picture in its size, with few colours."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        return small.quantize(48, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)

    def panel(self, number: int, left: float, width: float, colour: str = PALE) -> None:
        """A step of the check, with its number."""
        self._draw.rounded_rectangle(
            self._all((left, 12), (left + width, HEIGHT - 12)), radius=22 * _SCALE, fill=colour
        )
        if number:
            self.dot((left + 34, 46), 22, INK)
            self.text((left + 34, 46), str(number), 28, "white")

    def limb(self, points: Sequence[Point], width: float, colour: str = SKIN) -> None:
        """An arm, a leg or a finger: a thick line with round ends and joints, and an outline."""
        self.line(points, width + 5, INK)
        self.line(points, width, colour)

    def line(self, points: Sequence[Point], width: float, colour: str = INK) -> None:
        """A line with round ends."""
        self._draw.line(self._all(*points), fill=colour, width=round(width * _SCALE), joint="curve")
        for point in points:
            self.dot(point, width / 2, colour)

    def dot(self, at: Point, radius: float, colour: str, outline: str | None = None, width: float = 3) -> None:
        """A filled circle."""
        self.oval(at, (radius, radius), colour, outline, width)

    def oval(self, at: Point, radii: Point, colour: str | None, outline: str | None = None, width: float = 3) -> None:
        """An oval."""
        (x, y), (across, down) = at, radii
        box = self._all((x - across, y - down), (x + across, y + down))
        self._draw.ellipse(box, fill=colour, outline=outline, width=round(width * _SCALE))

    def shape(self, points: Sequence[Point], colour: str, width: float = 3) -> None:
        """A filled shape with an outline."""
        self._draw.polygon(self._all(*points), fill=colour)
        self.line([*points, points[0]], width, INK)

    def arrow(self, points: Sequence[Point], colour: str = RED, width: float = 7, *, both: bool = False) -> None:
        """A line with a head at its end, or at both."""
        self.line(points, width, colour)
        self._head(points[-2], points[-1], colour, width)
        if both:
            self._head(points[1], points[0], colour, width)

    def bow(self, middle: Point, radius: float, angles: tuple[float, float], steps: int = 14) -> list[Point]:
        """The points of a part of a circle, angles in degrees clockwise from the right."""
        first, last = angles
        turns = [math.radians(first + (last - first) * step / steps) for step in range(steps + 1)]
        return [(middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)) for turn in turns]

    def wave(self, begin: Point, end: Point, *, height: float, bumps: int, colour: str = RED, width: float = 5) -> None:
        """A zigzag: something that jerks."""
        (left, top), (right, bottom) = begin, end
        points = [
            (
                left + (right - left) * step / bumps,
                top + (bottom - top) * step / bumps + (height if step % 2 else -height),
            )
            for step in range(bumps + 1)
        ]
        self.line(points, width, colour)

    def good(self, at: Point, size: float = 24) -> None:
        """A tick: nothing to fear from this check."""
        x, y = at
        self.dot(at, size, "white", GREEN, 5)
        self.line([(x - size * 0.45, y), (x - size * 0.1, y + size * 0.4), (x + size * 0.5, y - size * 0.4)], 6, GREEN)

    def bad(self, at: Point, size: float = 24) -> None:
        """A warning triangle: a danger sign."""
        x, y = at
        self._draw.polygon(
            self._all((x, y - size * 1.15), (x + size * 1.2, y + size), (x - size * 1.2, y + size)), fill=RED
        )
        self.line([(x, y - size * 0.35), (x, y + size * 0.25)], 7, "white")
        self.dot((x, y + size * 0.65), 4, "white")

    def clock(self, at: Point, radius: float, words: str) -> None:
        """A watch with the seconds to count below it."""
        x, y = at
        self.line([(x, y - radius - 12), (x, y - radius)], 9)
        self.dot(at, radius, "white", INK, 6)
        self.line([(x, y), (x, y - radius * 0.65)], 6)
        self.line([(x, y), (x + radius * 0.45, y + radius * 0.2)], 6)
        self.text((x, y + radius + 28), words, 34)

    def text(self, at: Point, words: str, size: float, colour: str = INK) -> None:
        """Numbers and signs, centred; words stand in the message, in the reader's language."""
        font = ImageFont.load_default(size * _SCALE)
        self._draw.text(
            self._all(at)[0], words, font=font, fill=colour, anchor="mm", stroke_width=_SCALE, stroke_fill=colour
        )

    def _head(self, before: Point, tip: Point, colour: str, width: float) -> None:
        turn = math.atan2(tip[1] - before[1], tip[0] - before[0])
        size = width * 2.6
        corners = [
            (tip[0] + size * math.cos(turn), tip[1] + size * math.sin(turn)),
            *(
                (tip[0] + size * 0.75 * math.cos(turn + side), tip[1] + size * 0.75 * math.sin(turn + side))
                for side in (1.9, -1.9)
            ),
        ]
        self._draw.polygon(self._all(*corners), fill=colour)

    @staticmethod
    def _all(*points: Point) -> list[Point]:
        return [(x * _SCALE, y * _SCALE) for x, y in points]
