"""What goes out, as data: messages with buttons, a toast, and what to forget."""

import html
import re

from msgspec import Struct

from flows.cards.card import Card

COPY_LIMIT = 256  # characters a copy button can hold
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Button(Struct, frozen=True):
    """A button under a message: it either sends data back or copies a text.

    Attributes:
        label: what it says.
        data: callback data, at most 64 bytes.
        copy: text put on the clipboard, at most 256 characters; a button has data or copy.
        style: "danger", "primary", "success" or "" (older apps ignore it).
    """

    label: str
    data: str = ""
    copy: str = ""
    style: str = ""


class Attachment(Struct, frozen=True):
    """A file that a message carries; it is drawn where it is sent.

    Attributes:
        kind: card_pdf, card_qr, csv, diary (a table as a picture) or picture.
        name: of the picture or the table, such as "ankle".
        card: what is drawn on a card's page or in its QR.
        instead: what is said when the file can't be sent; without it nothing is.
        text: what is in a table.
    """

    kind: str
    name: str = ""
    card: Card | None = None
    instead: str = ""
    text: str = ""


class Message(Struct, frozen=True):
    """One message.

    Attributes:
        text: HTML of Telegram's kind, at most 4,096 characters when shown.
        rows: rows of buttons.
        stays: a new message that stays; otherwise it takes the place of the working message.
        fresh: the working message is sent anew, below what was typed, and the old one loses its buttons.
        urgent: is sent before everything else that waits.
        attachment: a file it carries; the text stands under it then.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    stays: bool = False
    fresh: bool = False
    urgent: bool = False
    attachment: Attachment | None = None


class Reply(Struct, frozen=True):
    """Everything that goes out for one input.

    Attributes:
        messages: in order.
        toast: a short notice over the screen, at most 200 characters.
        forget: everything held of this chat is to be deleted.
        erase: the message whose button was tapped is to be deleted.
    """

    messages: tuple[Message, ...] = ()
    toast: str = ""
    forget: bool = False
    erase: bool = False


def unmarked(text: str) -> str:
    """A message's HTML as it is read: without its tags, and < as <."""
    return html.unescape(_TAG.sub("", text))
