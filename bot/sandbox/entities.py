"""What Telegram marks by itself in a text (commands, links, mentions), and entities a bot gives as data."""

import re

from bot.sandbox.limits import length
from bot.sandbox.markup import Entity, Marked, read_html, trimmed
from bot.sandbox.refusals import bad_request

_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
    "custom_emoji",
}  # fmt: skip
_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z0-9_]{4,32})\b"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<!\w)(?P<phone_number>\+\d[\d ()-]{6,18}\d)\b"
)
_CLOSED = {"code", "pre", "text_link", "text_mention"}


def read(text: str, parse_mode: str | None, entities: list[Entity] | None) -> Marked:
    """A bot's text, however it marks it, as plain text and entities."""
    if parse_mode and entities:
        raise bad_request("can't parse entities: parse_mode and entities exclude each other")
    if parse_mode is None or parse_mode == "":
        return found(trimmed(text, [_checked(entity, text) for entity in entities or []]))
    if parse_mode.upper() != "HTML":
        # MarkdownV2 is Telegram's too; this stand-in speaks only what the bot uses.
        raise bad_request("unsupported parse_mode")
    return found(read_html(text))


def found(marked: Marked) -> Marked:
    """Add what Telegram finds by itself."""
    closed = [(one["offset"], one["offset"] + one["length"]) for one in marked.entities if one["type"] in _CLOSED]
    own: list[Entity] = []
    for hit in _FOUND.finditer(marked.text):
        start, size = length(marked.text[: hit.start()]), length(hit[0])
        if not any(start < stop and begin < start + size for begin, stop in closed):
            own.append({"type": hit.lastgroup, "offset": start, "length": size})
    both = sorted([*marked.entities, *own], key=lambda one: (one["offset"], -one["length"]))
    return Marked(marked.text, both)


def _checked(entity: object, text: str) -> Entity:
    if not isinstance(entity, dict) or entity.get("type") not in _TYPES:
        raise bad_request("can't parse entities: unknown type of entity")
    offset, size = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(size, int) or offset < 0 or size < 1:
        raise bad_request("can't parse entities: an entity needs an offset and a length")
    if offset + size > length(text):
        raise bad_request("can't parse entities: an entity ends after the text")
    return entity
