"""A brush for simple figures as SVG: limbs, hands, arrows and signs on white."""

import math
from collections.abc import Sequence
from html import escape

Point = tuple[float, float]
WIDTH, HEIGHT = 900, 520
INK, PALE, SKIN, HELPER, RED, GREEN, GREY = (
    "#1d2b36", "#eef2f5", "#f3cda6", "#8fb8de", "#c62828", "#2e7d32", "#9aa7b1",
)  # fmt: skip
_BASELINE = 0.36  # of a letter's size: how far the line it stands on is below its middle


class Brush:
    """Draws one figure; places are in pixels of the picture."""

    def __init__(self) -> None:
        self._shapes = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']

    def finished(self) -> str:
        """The figure as an SVG file, a shape a line."""
        size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        return "\n".join([head, *self._shapes, "</svg>", ""])

    def panel(self, number: int, left: float, width: float, colour: str = PALE) -> None:
        """A step of the check, with its number."""
        self._add("rect", x=left, y=12, width=width, height=HEIGHT - 24, rx=22, fill=colour)
        if number:
            self.dot((left + 34, 46), 22, INK)
            self.text((left + 34, 46), str(number), 28, "#ffffff")

    def limb(self, points: Sequence[Point], width: float, colour: str = SKIN) -> None:
        """An arm, a leg or a finger: a thick line with round ends and joints, and an outline."""
        self.line(points, width + 5, INK)
        self.line(points, width, colour)

    def line(self, points: Sequence[Point], width: float, colour: str = INK) -> None:
        """A line with round ends."""
        self._add(
            "polyline", points=_places(points), fill="none", stroke=colour, stroke_width=width,
            stroke_linecap="round", stroke_linejoin="round",
        )  # fmt: skip

    def dot(self, at: Point, radius: float, colour: str, outline: str | None = None, width: float = 3) -> None:
        """A filled circle."""
        self.oval(at, (radius, radius), colour, outline, width)

    def oval(self, at: Point, radii: Point, colour: str | None, outline: str | None = None, width: float = 3) -> None:
        """An oval; its outline is inside it."""
        inner = width / 2 if outline else 0.0
        (x, y), (across, down) = at, radii
        self._add(
            "ellipse", cx=x, cy=y, rx=across - inner, ry=down - inner, fill=colour or "none", stroke=outline or "none",
            stroke_width=width if outline else 0,
        )  # fmt: skip

    def shape(self, points: Sequence[Point], colour: str, width: float = 3) -> None:
        """A filled shape with an outline."""
        self._polygon(points, colour)
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
        self.dot(at, size, "#ffffff", GREEN, 5)
        self.line([(x - size * 0.45, y), (x - size * 0.1, y + size * 0.4), (x + size * 0.5, y - size * 0.4)], 6, GREEN)

    def bad(self, at: Point, size: float = 24) -> None:
        """A warning triangle: a danger sign."""
        x, y = at
        self._polygon([(x, y - size * 1.15), (x + size * 1.2, y + size), (x - size * 1.2, y + size)], RED)
        self.line([(x, y - size * 0.35), (x, y + size * 0.25)], 7, "#ffffff")
        self.dot((x, y + size * 0.65), 4, "#ffffff")

    def clock(self, at: Point, radius: float, words: str) -> None:
        """A watch with the seconds to count below it."""
        x, y = at
        self.line([(x, y - radius - 12), (x, y - radius)], 9)
        self.dot(at, radius, "#ffffff", INK, 6)
        self.line([(x, y), (x, y - radius * 0.65)], 6)
        self.line([(x, y), (x + radius * 0.45, y + radius * 0.2)], 6)
        self.text((x, y + radius + 28), words, 34)

    def text(self, at: Point, words: str, size: float, colour: str = INK) -> None:
        """Numbers and signs, centred; words stand in the message, in the reader's language."""
        self._add(
            "text", x=at[0], y=at[1] + size * _BASELINE, inside=words, font_family="Helvetica, Arial, sans-serif",
            font_size=size, font_weight="bold", text_anchor="middle", fill=colour,
        )  # fmt: skip

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
        self._polygon(corners, colour)

    def _polygon(self, points: Sequence[Point], colour: str) -> None:
        self._add("polygon", points=_places(points), fill=colour)

    def _add(self, shape: str, inside: str = "", **marks: float | str) -> None:
        """A shape with its marks; `stroke_width` is SVG's stroke-width."""
        told = " ".join(f'{name.replace("_", "-")}="{_number(value)}"' for name, value in marks.items())
        self._shapes.append(f"<{shape} {told}>{escape(inside)}</{shape}>" if inside else f"<{shape} {told}/>")


def _places(points: Sequence[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 1) + 0.0:g}"
