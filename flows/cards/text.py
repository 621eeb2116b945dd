"""A card as plain text that fits one message, and one QR."""

import html

from flows.cards.card import Card

LONGEST = 1500  # characters
_SECTIONS = (400, 240, 160, 110, 80, 60, 40)  # letters a section may have, tried one after the other


def plain(card: Card) -> str:
    """The card as text; long lists are cut before anything is left out."""
    text = ""
    for most in _SECTIONS:
        text = "\n".join(_lines(card, most))
        if len(text) <= LONGEST:
            return text
    return text[: LONGEST - 1] + "…"


def marked(card: Card) -> str:
    """The same with Telegram's marks: the heading bold, and the code to be copied by a tap."""
    head, *rest = plain(card).split("\n")
    lines = [f"<b>{html.escape(head, quote=False)}</b>", *(html.escape(line, quote=False) for line in rest)]
    code = html.escape(card.code, quote=False)
    return "\n".join(line.replace(code, f"<code>{code}</code>") for line in lines)


def _lines(card: Card, most: int) -> list[str]:
    sections = [f"{one.label}: {_cut(one.text, most)}" for one in card.sections if one.id != "asked_no"]
    return [card.title, card.headline, f"{card.about}, {card.at}", *sections, card.outcome, card.code, card.note]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip(" ,;") + "…"
