"""Draws what messages carry: the card as a page and as a QR, and the pictures of the home checks."""

from bot.cards.drawn import File, draw

__all__ = ["File", "draw"]
