"""The answers we expect: the YAML of the tuned and the held-out sets as typed values."""

from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import yaml

HERE = Path(__file__).parent
Split = str  # the name of a folder
FIRST: tuple[Split, ...] = ("tuned", "tuned_1b")
TUNED: tuple[Split, ...] = tuple(sorted(path.name for path in HERE.glob("tuned*")))
HELD_OUT: tuple[Split, ...] = tuple(sorted(path.name for path in HERE.glob("held_out*")))
SPLITS: tuple[Split, ...] = (*TUNED, *HELD_OUT)
Status = Literal["present", "absent", "past", "hypothetical"]
Taken = Literal["taken", "regular", "planned", "denied", "past"]


class Amount(msgspec.Struct, frozen=True):
    """So much of something; a range stays a range, a bare count has no unit."""

    value: float | tuple[float, float]
    unit: str | None = None


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people say for one finding, or for none; `also` is tolerated beside it, `instead` may stand for it."""

    text: str
    finding: str | None
    also: list[str] = []
    instead: list[str] = msgspec.field(default=[], name="or")
    ordinary: bool = False  # of no finding, and not written to sound like one


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name of a substance, or a word that must not become one."""

    text: str
    id: str | None
    kind: Literal["exact", "misspelt", "ambiguous", "other_medicine", "english_word"]
    also: list[str] = []
    meanings: list[str] = []


class Polarity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finding and whether it is there."""

    text: str
    finding: str
    status: Status
    instead: list[str] = msgspec.field(default=[], name="or")


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """So much of that substance; `instead` are other right ways to say so much."""

    of: str
    value: float | tuple[float, float]
    unit: str | None = None
    instead: list[Amount] = msgspec.field(default=[], name="or")


class Time(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The widest interval since that substance whose middle may be answered."""

    of: str
    hours_ago: tuple[float, float]


class DosesTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its amounts and times, read at `now`."""

    text: str
    now: str
    amounts: list[Dose]
    times: list[Time]


class SelfHarm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that must bring the crisis line, or only sound like them."""

    text: str
    self_harm: bool


class Substance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A substance of a message."""

    id: str
    status: Taken | None = None
    or_status: list[Taken] = []
    amount: Amount | None = None
    or_amounts: list[Amount] = []
    hours_ago: tuple[float, float] | None = None


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole message; what is `None` is not scored, `maybe`, `also` and `maybe_ask` are tolerated."""

    text: str
    substances: list[Substance]
    findings: dict[str, Status]
    measurements: dict[str, float]
    ask: list[str]
    subject: Literal["self", "other", "animal", "none"] | None = None
    self_harm: bool | None = None
    danger: bool | None = None
    also: list[str] = []
    maybe: list[str] = []
    instead: dict[str, list[str]] = msgspec.field(default={}, name="or")
    maybe_ask: list[str] = []
    tags: list[str] = []


FILES: dict[type[msgspec.Struct], str] = {
    Message: "messages.yaml",
    Phrase: "phrases.yaml",
    Name: "names.yaml",
    Polarity: "polarity.yaml",
    DosesTimes: "doses_times.yaml",
    SelfHarm: "self_harm.yaml",
}
G = TypeVar("G", bound=msgspec.Struct)


def load(kind: type[G], *splits: Split) -> list[G]:
    """All of one kind in these splits, in the files' order; not every set has every kind."""
    return [one for split in splits for one in _of(kind, split)]


def _of(kind: type[G], split: Split) -> list[G]:
    path = HERE / split / FILES[kind]
    if not path.exists() and split not in FIRST:
        return []
    value: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return msgspec.convert(value, list[kind])  # type: ignore[valid-type]
