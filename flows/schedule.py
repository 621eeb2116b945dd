"""When check-ins come: `check_in.yaml`, read and checked."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msgspec

from knowledge import yaml_file
from knowledge.assess import Assessment
from knowledge.content import Content
from knowledge.issues import ContentError, Issue, nearest, shown
from knowledge.schema.strict import Strict
from knowledge.text import normal
from knowledge.wording import Wording

MESSAGES = "check_in"
HOUR = 3600.0
_MINUTE = 60.0
_MOST = 3 * 24 * 60  # minutes; the privacy text promises it


class Longer(Strict, frozen=True):
    """More check-ins for what has to be watched for long."""

    watch_hours: float
    minutes: list[float]


class Times(Strict, frozen=True):
    """The check-ins after one outcome, in minutes, and the rows of buttons under each."""

    minutes: list[float]
    rows: list[list[str]]
    longer: list[Longer] = []
    review_minutes: float | None = None


class Daily(Strict, frozen=True):
    """Check-ins for substances and classes that stay for days."""

    taken: list[str]
    minutes: list[float]


class Lasting(Strict, frozen=True):
    """What is said of signs that last."""

    from_hours: float
    message: str


class Phrases(Strict, frozen=True):
    """Words that are typed in place of a button."""

    option: str
    anywhere: list[str] = []
    alone: list[str] = []


class ScheduleFile(Strict, frozen=True):
    """`check_in.yaml` as it stands."""

    flow: str
    silence_after_minutes: float
    late_after_minutes: float
    busy_minutes: float
    schedules: dict[str, Times]
    daily: Daily
    lasting: list[Lasting]
    asleep: list[str]
    typed: list[Phrases]
    fillers: list[str]


class Schedule:
    """When check-ins come, in seconds.

    Attributes:
        silence_after: how long an answer is waited for.
        late_after: from when on a check-in says that it is late.
        busy: how long somebody in the middle of a talk is left alone.
    """

    def __init__(self, path: Path, content: Content, words: Wording) -> None:
        """Read the file.

        Raises:
            ContentError: if it can't be read, or names something that does not exist.
        """
        try:
            self._file = msgspec.convert(yaml_file.read(path), ScheduleFile)
        except yaml_file.YamlError as error:
            raise ContentError([Issue(shown(path), error.line, error.sentence)]) from error
        except msgspec.ValidationError as error:
            raise ContentError([Issue(shown(path), 1, str(error))]) from error
        issues = [Issue(shown(path), 1, sentence) for sentence in self._wrong(content, words)]
        if issues:
            raise ContentError(issues)
        self.silence_after = self._file.silence_after_minutes * _MINUTE
        self.late_after = self._file.late_after_minutes * _MINUTE
        self._fillers = frozenset(map(normal, self._file.fillers))
        self._urgent = frozenset(chain.from_iterable(one.anywhere for one in self._file.typed))
        self.busy = self._file.busy_minutes * _MINUTE

    def times(self, found: Assessment) -> tuple[float, ...]:
        """Seconds from now to each check-in, in order."""
        times = self._file.schedules[found.severity.value]
        minutes = set(times.minutes)
        for longer in times.longer:
            if found.watch_hours >= longer.watch_hours:
                minutes.update(longer.minutes)
        agents = {name for agent in found.reading.agents for name in (agent.id, agent.kind)}
        if agents.intersection(self._file.daily.taken) and times.longer:
            minutes.update(self._file.daily.minutes)
        return tuple(minute * _MINUTE for minute in sorted(minutes))

    def review(self, outcome: str) -> float | None:
        """Seconds from now to the last word, None when there is none."""
        minutes = self._file.schedules[outcome].review_minutes
        return None if minutes is None else minutes * _MINUTE

    def rows(self, outcome: str) -> list[list[str]]:
        """The rows of buttons under a check-in."""
        return self._file.schedules[outcome].rows

    def option(self, outcome: str, text: str, *, asleep: bool = False) -> str:
        """The button that typed words stand for, empty when they are none; `asleep`: it is asked if somebody wakes."""
        said = _words(text)
        urgent = not self._urgent.isdisjoint(said)  # then no word is a filler: "no, it's worse" is not "no worse"
        kept = said if urgent else [word for word in said if word not in self._fillers]
        there = set(self._file.asleep) if asleep else set(chain.from_iterable(self.rows(outcome)))
        for one in self._file.typed:
            alone = any(_words(each) in (said, kept) for each in one.alone)
            grave = not set(said).isdisjoint(one.anywhere)
            if (alone and one.option in there) or (grave and one.option in there.union(self._file.asleep)):
                return one.option
        return ""

    def urgent(self, text: str) -> str:
        """The urgent button that all of the words stand for, as in "it is worse now"; empty when they say more."""
        kept = {word for word in _words(text) if word not in self._fillers}
        return next((one.option for one in self._file.typed if kept and kept.issubset(one.anywhere)), "")

    def lasting(self, seconds: float) -> str:
        """The message about signs that have lasted for so long, empty when there is none."""
        fitting = [one for one in self._file.lasting if seconds >= one.from_hours * HOUR]
        return max(fitting, key=lambda one: one.from_hours).message if fitting else ""

    def _wrong(self, content: Content, words: Wording) -> Iterator[str]:
        schedules = self._file.schedules
        if set(schedules) != {"severe", "mild", "none"}:
            yield "schedules must be exactly severe, mild and none"
        for name in self._file.daily.taken:
            if name not in content.class_of:
                yield f"daily names “{name}”, which nothing defines{nearest(name, content.class_of)}"
        options = {
            *self._file.asleep,
            *chain.from_iterable(chain.from_iterable(one.rows for one in schedules.values())),
        }
        for said in self._file.typed:
            if said.option not in options:
                yield f"typed names the button “{said.option}”{nearest(said.option, options)}"
        for one in self._file.lasting:
            if not words.has(f"{MESSAGES}.{one.message}"):
                yield f"there is no message {MESSAGES}.{one.message}"
        for outcome, times in schedules.items():
            yield from _wrong_times(outcome, times, self._file.daily, words)


def _words(text: str) -> list[str]:
    """The words of a text, without what stands around them."""
    return [word for word in (each.strip('.,!?:;…"()') for each in normal(text).split()) if word]


def _wrong_times(outcome: str, times: Times, daily: Daily, words: Wording) -> Iterator[str]:
    options = list(chain.from_iterable(times.rows))
    for option in options:
        if not words.has(f"{MESSAGES}.{option}"):
            yield f"there is no message {MESSAGES}.{option} for a button of {outcome}"
    if "stop" not in options:
        yield f"{outcome} has no button stop"
    minutes = [*times.minutes, times.review_minutes or _MOST, *chain.from_iterable(one.minutes for one in times.longer)]
    if not times.minutes or not all(0 < minute <= _MOST for minute in (*minutes, *daily.minutes)):
        yield f"the minutes of {outcome} must be above 0 and at most {_MOST}"
