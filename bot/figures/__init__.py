"""The figures of the home checks as SVG; `make pictures` writes them to knowledge/pictures, and for Telegram as PNG."""

from bot.figures.arms import pulse, stiffness
from bot.figures.chest import breathing
from bot.figures.face import eyes
from bot.figures.legs import ankle, reflexes

FIGURES = {
    "ankle": ankle,
    "eyes": eyes,
    "reflexes": reflexes,
    "stiffness": stiffness,
    "pulse": pulse,
    "breathing": breathing,
}

__all__ = ["FIGURES"]
