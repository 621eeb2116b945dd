"""The eye check."""

from bot.figures.brush import HELPER, INK, RED, SKIN, Brush, Point


def eyes() -> str:
    """Follow a finger left and right with the eyes only. Smooth is fine; eyes that jerk are not."""
    brush = Brush()
    brush.panel(1, 12, 430)
    _face(brush, (227, 300), look=-10)
    _finger(brush, (56, 236), HELPER)
    _finger(brush, (398, 236), "#d3e2f0")
    brush.arrow([(100, 112), (354, 112)], width=8, both=True)
    brush.panel(2, 454, 434)
    _eye(brush, (590, 150), 0)
    brush.arrow([(560, 226), (620, 226)], INK, 5, both=True)
    brush.good((760, 150), 34)
    _eye(brush, (590, 360), 0, ghosts=(-36, 36))
    brush.wave((540, 436), (640, 436), height=10, bumps=9)
    brush.bad((760, 356), 34)
    return brush.finished()


def _face(brush: Brush, at: Point, look: float) -> None:
    x, y = at
    brush.oval((x, y), (130, 150), SKIN, INK, 5)
    for side in (-52, 52):
        brush.oval((x + side, y - 30), (34, 22), "#ffffff", INK, 4)
        brush.dot((x + side + look, y - 30), 13, INK)
    brush.line([(x, y - 4), (x - 12, y + 40), (x + 6, y + 40)], 4)
    brush.line([(x - 36, y + 84), (x + 36, y + 84)], 5)


def _finger(brush: Brush, at: Point, colour: str) -> None:
    """A finger held up, at the height of the eyes."""
    x, y = at
    brush.limb([(x, y + 96), (x, y + 34)], 48, colour)
    brush.limb([(x, y + 20), (x, y - 34)], 20, colour)


def _eye(brush: Brush, at: Point, look: float, ghosts: tuple[float, ...] = ()) -> None:
    brush.oval(at, (76, 48), "#ffffff", INK, 5)
    for ghost in ghosts:
        brush.oval((at[0] + ghost, at[1]), (20, 20), "#c9d2d9", RED, 4)
    brush.dot((at[0] + look, at[1]), 22, INK)
