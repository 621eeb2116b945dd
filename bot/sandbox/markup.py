"""Telegram's HTML, read strictly: text with tags in, plain text and entities out."""

import re
from typing import Any, NamedTuple

from bot.sandbox.limits import length
from bot.sandbox.refusals import Refusal, bad_request

Entity = dict[str, Any]

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "span": {"class"}, "code": {"class"}, "blockquote": {"expandable"}}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+"
_TOKEN = re.compile(
    rf"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s+[A-Za-z-]+(?:\s*=\s*(?:{_VALUE}))?)*)\s*>"
    r"|(?P<plain>[^<>&]+)|&(?P<entity>#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]+);|(?P<stray>[<>&])"
)
_ATTRIBUTE = re.compile(rf"([A-Za-z-]+)(?:\s*=\s*({_VALUE}))?")
_LAST_CHARACTER = 0x10FFFF
_LINK = re.compile(r"(?:https?://[^\s/]+|tg://|mailto:).*", re.IGNORECASE | re.DOTALL)


class Marked(NamedTuple):
    """Plain text, and what stands out in it."""

    text: str
    entities: list[Entity]


class _Open(NamedTuple):
    """A tag that waits for its end."""

    tag: str
    entity: Entity | None
    start: int


def read_html(html: str) -> Marked:
    """Parse what a bot sends with `parse_mode=HTML`; anything doubtful is refused."""
    out: list[str] = []
    entities: list[Entity] = []
    opened: list[_Open] = []
    at = 0
    for token in _TOKEN.finditer(html):
        where = len(html[: token.start()].encode())
        if token["plain"]:
            out.append(token["plain"])
            at += length(token["plain"])
        elif token["entity"]:
            char = _character(token["entity"], where)
            out.append(char)
            at += length(char)
        elif token["stray"]:
            raise _cannot_parse(f'unescaped character "{token["stray"]}" at byte offset {where}')
        elif token["end"]:
            entity = _close(token["tag"].lower(), opened, at, where)
            entities += [entity] if entity else []
        else:
            opened.append(_open(token["tag"].lower(), token["attributes"], opened, at, where))
    if opened:
        raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return trimmed("".join(out), entities)


def trimmed(text: str, entities: list[Entity]) -> Marked:
    """Drop the blank ends, as Telegram does, and move the entities along."""
    lead = length(text) - length(text.lstrip())
    text = text.strip()
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, length(text))
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Marked(text, kept)


def _open(tag: str, attributes: str, opened: list[_Open], at: int, where: int) -> _Open:
    given = {name.lower(): _plain(value.strip("\"'"), where) for name, value in _ATTRIBUTE.findall(attributes)}
    if surplus := set(given) - _ATTRIBUTES.get(tag, set()):
        raise _cannot_parse(f'attribute "{min(surplus)}" is not known in tag "{tag}" at byte offset {where}')
    inside = {other.tag for other in opened}
    if inside & {"code", "pre"}:
        if tag == "code" and opened[-1].tag == "pre" and opened[-1].entity is not None:
            if language := given.get("class", "").removeprefix("language-"):
                opened[-1].entity["language"] = language
            return _Open(tag, None, at)
        raise _cannot_parse(f'tag "{tag}" inside of code at byte offset {where}')
    return _Open(tag, _entity(tag, given, inside, where), at)


def _entity(tag: str, given: dict[str, str], inside: set[str], where: int) -> Entity:
    if tag == "a":
        href = given.get("href", "")
        if not _LINK.fullmatch(href):
            raise _cannot_parse(f'link "{href}" is not http, https, tg or mailto at byte offset {where}')
        return {"type": "text_link", "url": href}
    if tag == "span" and given.get("class") == "tg-spoiler":
        return {"type": "spoiler"}
    if tag == "span":
        raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
    if tag not in _SIMPLE:
        raise _cannot_parse(f'Unsupported start tag "{tag}" at byte offset {where}')
    if tag == "blockquote" and tag in inside:
        raise _cannot_parse(f"blockquote inside of a blockquote at byte offset {where}")
    return {"type": "expandable_blockquote" if "expandable" in given else _SIMPLE[tag]}


def _close(tag: str, opened: list[_Open], at: int, where: int) -> Entity | None:
    if not opened:
        raise _cannot_parse(f"Unexpected end tag at byte offset {where}")
    if opened[-1].tag != tag:
        raise _cannot_parse(
            f'Unmatched end tag at byte offset {where}, expected "</{opened[-1].tag}>", found "</{tag}>"'
        )
    done = opened.pop()
    if done.entity is None:
        return None
    return {"type": done.entity["type"], "offset": done.start, "length": at - done.start, **done.entity}


def _plain(value: str, where: int) -> str:
    """The value of an attribute, with its entities read."""
    if "&" not in value:
        return value
    return re.sub(r"&(?:(#\d+|#x[0-9A-Fa-f]+|\w+);)?", lambda found: _character(found[1] or "", where), value)


def _character(name: str, where: int) -> str:
    if name in _NAMED:
        return _NAMED[name]
    digits = name[2:] if name.startswith("#x") else name[1:]
    if name.startswith("#") and digits:
        code = int(digits, 16 if name.startswith("#x") else 10)
        if 0 < code <= _LAST_CHARACTER and not 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 (half characters)
            return chr(code)
    raise _cannot_parse(f'unsupported entity "&{name};" at byte offset {where}')


def _cannot_parse(why: str) -> Refusal:
    return bad_request(f"can't parse entities: {why}")
