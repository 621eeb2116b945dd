"""The stiffness check and the pulse."""

from bot.figures.brush import GREY, HELPER, INK, RED, SKIN, Brush, Point


def stiffness() -> str:
    """Bend and stretch a loose arm. One that gives way is fine; one like a pipe is not."""
    brush = Brush()
    brush.panel(1, 12, 430)
    _arm(brush, (70, 330), (220, 372), (330, 270))
    brush.limb([(220, 470), (222, 410)], 40, HELPER)
    brush.limb([(410, 180), (352, 246)], 36, HELPER)
    brush.limb([(352, 246), (326, 276)], 26, HELPER)
    brush.arrow(brush.bow((220, 372), 190, (-10, -82)), width=8, both=True)
    brush.panel(2, 454, 434)
    _arm(brush, (510, 190), (600, 214), (656, 150))
    brush.arrow(brush.bow((600, 214), 128, (-14, -80)), width=7, both=True)
    brush.good((824, 170), 34)
    _pipe(brush, (506, 372), (690, 372))
    brush.dot((716, 372), 30, SKIN, INK, 3)
    brush.bad((824, 360), 34)
    return brush.finished()


def pulse() -> str:
    """Two fingers on the wrist, under the thumb; count for half a minute, then double it."""
    brush = Brush()
    brush.panel(1, 12, 470)
    _hand(brush)
    for offset in (0, 26):
        brush.limb([(190 + offset, 470), (196 + offset, 350), (200 + offset, 312)], 22, HELPER)
    beat = [(130, 130), (180, 130), (196, 96), (216, 168), (234, 112), (246, 130), (310, 130)]
    brush.line(beat, 6, RED)
    brush.panel(2, 494, 394)
    brush.clock((610, 250), 72, "30 s")
    brush.text((790, 250), "x 2", 62)
    return brush.finished()


def _arm(brush: Brush, shoulder: Point, elbow: Point, hand: Point) -> None:
    brush.limb([shoulder, elbow, hand], 48)
    brush.dot(hand, 30, SKIN, INK, 3)


def _pipe(brush: Brush, left: Point, right: Point) -> None:
    brush.line([left, right], 44, INK)
    brush.line([left, right], 34, GREY)
    for x, y in (left, right):
        brush.line([(x, y - 30), (x, y + 30)], 16, INK)


def _hand(brush: Brush) -> None:
    """A forearm from the left with the palm up, the thumb towards us."""
    brush.limb([(66, 300), (260, 300)], 86)
    brush.limb([(270, 300), (330, 300)], 108)
    for index, length in enumerate((92, 104, 96, 74)):
        brush.limb([(372, 258 + index * 29), (372 + length * 0.7, 256 + index * 30)], 22)
    brush.line([(262, 300), (352, 300)], 100, SKIN)
    brush.limb([(312, 352), (352, 396), (392, 404)], 26)
    brush.line([(250, 300), (330, 300)], 82, SKIN)
