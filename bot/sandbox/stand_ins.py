"""Pictures, voices and places that a person in the sandbox can send: real enough for Telegram's JSON."""

import struct
import zlib
from collections.abc import Callable
from typing import Any

from bot.sandbox.files import Files

Json = dict[str, Any]
_SIDE = 240


def photo(files: Files) -> Json:
    """A small picture: two colours that run into each other."""
    return {"photo": files.keep(_picture(), "photo.png", "image/png").as_photo()}


def document(files: Files) -> Json:
    """A short text as a file."""
    return {"document": files.keep(b"A stand-in for a file.\n", "file.txt", "text/plain").as_document()}


def voice(files: Files) -> Json:
    """A voice message nobody can hear."""
    file = files.keep(b"OggS stand-in for a voice", "voice.ogg", "audio/ogg")
    return {"voice": {**file.as_file(), "duration": 3, "mime_type": file.kind}}


def video(files: Files) -> Json:
    """A film nobody can watch."""
    file = files.keep(b"stand-in for a film", "video.mp4", "video/mp4")
    return {"video": {**file.as_file(), "width": 320, "height": 240, "duration": 3, "mime_type": file.kind}}


def sticker(files: Files) -> Json:
    """A sticker."""
    file = files.keep(b"stand-in for a sticker", "sticker.webp", "image/webp")
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**file.as_file(), **shape, "emoji": "🙂"}}


def location(_: Files) -> Json:
    """A place: the Royal Observatory, Greenwich."""
    return {"location": {"latitude": 51.4769, "longitude": -0.0005}}


def contact(_: Files) -> Json:
    """A card with a number that is kept free for fiction."""
    return {"contact": {"phone_number": "+442079460000", "first_name": "Sam"}}


STAND_INS: dict[str, Callable[[Files], Json]] = {
    "photo": photo,
    "document": document,
    "voice": voice,
    "video": video,
    "sticker": sticker,
    "location": location,
    "contact": contact,
}


def _picture() -> bytes:
    """A PNG made by hand, so that nothing has to be kept in the tree."""
    rows = b"".join(
        b"\0" + bytes(value for x in range(_SIDE) for value in (90 + x // 3, 130 + y // 4, 200 - x // 4))
        for y in range(_SIDE)
    )
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
