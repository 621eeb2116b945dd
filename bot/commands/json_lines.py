"""JSON lines in, JSON lines out: a bad line gets `{"id", "error"}`, and the next is read."""

from collections.abc import Callable
from typing import IO, Any

import msgspec

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def answer_lines(lines: IO[bytes], out: IO[bytes], answer: Callable[[Any], dict[str, Any]]) -> int:
    """Answer line by line; `answer` raises a ValueError that says what is wrong. Returns the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if not text.strip():
            continue
        ident: Any = None
        try:
            value = msgspec.json.decode(text)
            ident = value.get("id") if isinstance(value, dict) else None
            result = answer(value)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            status, result = 1, {"id": ident, "error": f"line {number} is not JSON that I can read"}
        except ValueError as error:
            status, result = 1, {"id": ident, "error": f"line {number}: {error}"}
        out.write(msgspec.json.encode(result) + b"\n")
        out.flush()
    return status
