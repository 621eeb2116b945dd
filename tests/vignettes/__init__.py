"""Clinicians' test cases, read from the YAML files beside this one."""

from pathlib import Path
from typing import Any

from msgspec import Struct, convert

from knowledge import yaml_file


class Expect(Struct, frozen=True, forbid_unknown_fields=True):
    """What a case must give; rules are among those that hold."""

    severity: str
    call_now: bool | None = None
    rules: list[str] = []


class Vignette(Struct, frozen=True, forbid_unknown_fields=True):
    """A case: what is given, and what must come of it."""

    name: str
    given: dict[str, Any]
    expect: Expect
    number: int | None = None
    sources: list[str] = []
    look_alike: str | None = None
    note: str | None = None


def vignettes(name: str = "*") -> list[Vignette]:
    """All vignettes of the files whose name fits."""
    files = sorted(Path(__file__).parent.glob(f"{name}.yaml"))
    return [convert(row, Vignette) for path in files for row in yaml_file.read(path)]
