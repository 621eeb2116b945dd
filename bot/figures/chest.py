"""The breathing count."""

from bot.figures.brush import GREY, INK, SKIN, Brush


def breathing() -> str:
    """Watch the chest of someone who lies; each time it goes up is one; count for a minute."""
    brush = Brush()
    brush.panel(1, 12, 560)
    brush.line([(40, 410), (544, 410)], 12, GREY)
    brush.limb([(330, 376), (430, 330), (510, 388)], 40)
    body = [(150, 392), (160, 330), *brush.bow((240, 346), 70, (200, 340)), (330, 350), (340, 392)]
    brush.shape(body, "#b9c7d1", 5)
    brush.line(brush.bow((240, 330), 92, (205, 335)), 4, GREY)
    brush.dot((98, 362), 40, SKIN, INK, 4)
    brush.line([(84, 344), (90, 344)], 5)
    brush.limb([(190, 372), (268, 382)], 24)
    for x in (200, 280):
        brush.arrow([(x, 216), (x, 150)], width=9)
    brush.text((240, 96), "1, 2, 3 ...", 40)
    brush.panel(2, 584, 304)
    brush.clock((736, 250), 84, "60 s")
    return brush.finished()
