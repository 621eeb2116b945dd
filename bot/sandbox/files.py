"""Files that were sent through the sandbox, kept in memory."""

import hashlib
import struct
from dataclasses import dataclass
from typing import Any

from bot.sandbox.limits import DOCUMENT_BYTES, PHOTO_BYTES
from bot.sandbox.refusals import bad_request

Json = dict[str, Any]
_PHOTO_SIDES = 10_000
_PHOTO_RATIO = 20


@dataclass(frozen=True)
class File:
    """One file."""

    id: str
    name: str
    kind: str
    content: bytes

    def as_file(self) -> Json:
        """What every kind of file says about itself."""
        return {"file_id": self.id, "file_unique_id": self.id[-16:], "file_size": len(self.content)}

    def as_photo(self) -> list[Json]:
        """The JSON of a photo: here always a single size."""
        if len(self.content) > PHOTO_BYTES:
            raise bad_request("too big for a photo")
        size = image_size(self.content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if width + height > _PHOTO_SIDES or max(size) > _PHOTO_RATIO * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return [{**self.as_file(), "width": width, "height": height}]

    def as_document(self) -> Json:
        """The JSON of a document."""
        return {**self.as_file(), "file_name": self.name, "mime_type": self.kind}


class Files:
    """Every file by its id."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def keep(self, content: bytes, name: str, kind: str) -> File:
        """Store a file; the same content under the same name is the same file."""
        if len(content) > DOCUMENT_BYTES:
            raise bad_request("file is too big")
        if not content:
            raise bad_request("file must be non-empty")
        digest = hashlib.sha256(name.encode() + b"\0" + kind.encode() + b"\0" + content).hexdigest()
        file = File(f"sandbox-{digest[:40]}", name, kind, content)
        self._files[file.id] = file
        return file

    def find(self, file_id: str) -> File:
        """The file with this id. Addresses are not fetched: the sandbox never leaves this machine."""
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        if file_id not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._files[file_id]


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG; None when it is none of them."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack(">II", content[16:24])
        elif content.startswith((b"GIF87a", b"GIF89a")):
            width, height = struct.unpack("<HH", content[6:10])
        elif content.startswith(b"\xff\xd8"):
            return _jpeg_size(content)
        else:
            return None
    except struct.error:
        return None
    return (width, height) if width and height else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 (every segment begins so)
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004 (a frame header)
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + size
    return None
