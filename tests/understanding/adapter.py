"""The one place where the real reader is wired to these tests."""

from importlib import import_module
from typing import Any

from tests.understanding.reading import Understand


def wired() -> Understand:
    """`serocheck understand` for one text, read at 22:00; raises ImportError until the command exists."""
    understand_record: Any = import_module("bot.commands.understand").understand_record
    reader: Any = import_module("flows.understanding").Reader(import_module("knowledge.content").Content())

    def understand(text: str) -> dict[str, Any]:
        record: dict[str, Any] = understand_record({"id": "test", "text": text, "lang": "en", "now": "22:00"}, reader)
        return record

    return understand
