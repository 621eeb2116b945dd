"""The ankle check and the knee tap."""

from bot.figures.brush import GREY, HELPER, INK, SKIN, Brush, Point


def ankle() -> str:
    """Alone: heel up and let go. With help: push the ball of the foot up fast and hold. Then count the bounces."""
    brush = Brush()
    brush.panel(1, 12, 284)
    brush.line([(34, 452), (274, 452)], 6, GREY)
    _chair(brush, 40, 262)
    _leg(brush, (66, 236), (206, 236), (186, 372), (238, 428))
    brush.arrow([(140, 336), (140, 400)], width=8, both=True)
    brush.panel(2, 308, 284)
    _leg(brush, (340, 262), (408, 196), (466, 356), (540, 330))
    _pushing_hand(brush, (540, 352))
    brush.arrow(brush.bow((470, 340), 112, (-20, -78)), width=9)
    brush.panel(3, 604, 284)
    _counted(brush, 176, ("1", "2"), good=True)
    _counted(brush, 398, ("1", "2", "3"), good=False)
    return brush.finished()


def reflexes() -> str:
    """The leg hangs; tap just below the kneecap. A small kick is fine; a big one, or many, is not."""
    brush = Brush()
    brush.panel(1, 12, 284)
    _sitting(brush, 12, 0)
    brush.limb([(260, 140), (208, 222)], 40, HELPER)
    brush.limb([(208, 222), (168, 262)], 26, HELPER)
    brush.arrow([(250, 298), (190, 280)], width=9)
    brush.panel(2, 308, 284)
    knee = _sitting(brush, 308, 14)
    brush.arrow(brush.bow(knee, 178, (92, 66)), width=7)
    brush.good((540, 66), 30)
    brush.panel(3, 604, 284)
    knee = _sitting(brush, 604, 56)
    brush.arrow(brush.bow(knee, 178, (92, 48)), width=9)
    brush.bad((836, 66), 30)
    return brush.finished()


def _chair(brush: Brush, left: float, top: float) -> None:
    brush.line([(left, top - 130), (left, top + 186)], 10, INK)
    brush.line([(left, top), (left + 66, top), (left + 66, top + 186)], 10, INK)


def _leg(brush: Brush, hip: Point, knee: Point, heel: Point, toe: Point) -> None:
    """Thigh, shin and foot."""
    brush.limb([hip, knee, heel], 46)
    brush.limb([heel, toe], 30)
    brush.line([knee, heel], 40, SKIN)


def _pushing_hand(brush: Brush, at: Point) -> None:
    """A helper's hand that pushes the ball of the foot up from below."""
    x, y = at
    brush.limb([(x + 22, y + 126), (x + 8, y + 44)], 44, HELPER)
    brush.limb([(x - 26, y + 12), (x + 8, y + 34), (x + 30, y + 4)], 26, HELPER)
    brush.limb([(x + 30, y + 8), (x + 24, y - 42)], 16, HELPER)


def _counted(brush: Brush, top: float, numbers: tuple[str, ...], *, good: bool) -> None:
    """A foot that bounces so often, and what that means."""
    left = 746 - (len(numbers) - 1 + (not good) * 0.8) * 29
    for index, number in enumerate(numbers):
        brush.arrow(brush.bow((left + index * 58, top + 24), 25, (200, 335)), width=7)
        brush.text((left + index * 58, top + 44), number, 38)
    if not good:
        brush.text((left + len(numbers) * 58 - 8, top + 38), "+", 44)
    (brush.good if good else brush.bad)((746, top - 62), 32)


def _sitting(brush: Brush, left: float, degrees: float) -> Point:
    """Somebody's leg that hangs over an edge, the shin lifted by so many degrees; where the knee is."""
    brush.shape([(left + 14, 246), (left + 88, 246), (left + 88, 480), (left + 14, 480)], GREY)
    knee = (left + 118, 214.0)
    heel = brush.bow(knee, 124, (90 - degrees, 90), 1)[0]
    toe = brush.bow(heel, 54, (14 - degrees, 14), 1)[0]
    _leg(brush, (left + 34, 214), knee, heel, toe)
    brush.oval(brush.bow(knee, 12, (-20 - degrees / 2, 0), 1)[0], (9, 12), "#e0ad7d")
    return knee
