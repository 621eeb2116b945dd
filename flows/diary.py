"""A diary of doses and effects as a value: what was written down, and for how long it is kept."""

import csv
import io
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from flows import moment

DAY = 86_400.0
DAYS = (7, 30, 90)  # what can be chosen
MOST = 500  # entries; the oldest goes when there are more
LONGEST = 300  # letters of an entry
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Entry(Struct, frozen=True):
    """One thing written down.

    Attributes:
        at: when, seconds since 1970.
        text: the person's words.
        taken: the names of what was taken, as understood.
        signs: ids of findings, as understood.
    """

    at: float
    text: str
    taken: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Diary(Struct, frozen=True):
    """What somebody keeps.

    Attributes:
        entries: oldest first.
        days: for how many days each is kept.
    """

    entries: tuple[Entry, ...] = ()
    days: int = 30

    def with_entry(self, entry: Entry) -> "Diary":
        """One more."""
        return replace(self, entries=(*self.entries, entry)[-MOST:])

    def kept(self, now: float) -> "Diary":
        """What is not too old."""
        return replace(self, entries=tuple(one for one in self.entries if one.at + self.days * DAY > now))

    def until(self, now: float) -> float:
        """When something of it is too old: the oldest entry, or an empty diary itself."""
        oldest = min((one.at for one in self.entries), default=now)
        return oldest + self.days * DAY


def as_csv(diary: Diary, columns: Iterable[str]) -> str:
    """The diary as a table; no cell can be taken for a formula."""
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(columns)
    for one in diary.entries:
        rows.writerow(map(_cell, (moment.written(one.at), one.text, "; ".join(one.taken), "; ".join(one.signs))))
    return table.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
