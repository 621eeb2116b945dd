"""What a text says of the person: age, pregnancy, long illness; it fills "About you", where it can be taken out."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, convert

from flows.understanding.phrases.normalise import Plain, plain
from knowledge import yaml_file

ADULT, OLD = 18, 65
_TEEN, _OLDEST = 12, 120
_BEFORE, _AFTER = 3, 6  # words in which something may deny it
_BETWEEN_SEXES = re.compile(r"\(\s*(?:(\d{1,2})\s?[mf]|[mf]\s?(\d{1,2}))\s*\)")  # "(15f)"


class AgeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words around a number that make it an age."""

    before: list[str]
    between: list[str]
    old: list[str]
    months: list[str]
    next: list[str]
    things: list[str]


class PeopleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of people.yaml."""

    flags: dict[str, list[str]]
    denied: list[str]
    goes_on: list[str]
    over_after: list[str]
    age: AgeWords


class Person(Struct, frozen=True):
    """What is said of somebody.

    Attributes:
        flags: the flags that hold.
        age: in years, None when not said.
        words: the words that say it.
    """

    flags: tuple[str, ...] = ()
    age: int | None = None
    words: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.flags) or self.age is not None


class People:
    """Reads what is said of the person."""

    def __init__(self) -> None:
        """Read people.yaml."""
        file = convert(yaml_file.read(Path(__file__).with_name("people.yaml")), PeopleFile)
        self._denied, self._goes_on = frozenset(file.denied), frozenset(file.goes_on)
        self._flags = {flag: re.compile(rf"\b(?:{_any(words)})\b") for flag, words in file.flags.items()}
        self._over = re.compile(rf"\b(?:{_any(file.over_after)})\b")
        age, things = file.age, rf"(?!\s(?:{_any(file.age.things)})\b)"
        self._old = re.compile(rf"\b(\d{{1,3}})\s?(?:{_any(age.old)})\b{things}")
        self._months = re.compile(rf"\b\d{{1,3}}\s?(?:{_any(age.months)})\b{things}")
        between = rf"(?:(?:{_any(age.between)})\s)*"
        self._is = re.compile(rf"\b(?:{_any(age.before)})\s{between}(\d{{1,3}})(?:$|\s?[.]|\s(?:{_any(age.next)})\b)")

    def read(self, text: str, *, bare: bool = False) -> Person:
        """What the text says; `bare`: a number alone is an age, for that is asked."""
        line = _line(plain(text))
        found = [(flag, match) for flag, pattern in self._flags.items() for match in pattern.finditer(line)]
        told = [(flag, match) for flag, match in found if not self._is_denied(line, match)]
        age = self._age(line, text, bare=bare)
        flags = dict.fromkeys(flag for flag, _ in told)
        if age is not None and (of_age := _of_age(age)):
            flags[of_age] = None
        said = frozenset(word for _, match in found for word in match[0].split())
        return Person(tuple(flags), age, said)

    def _age(self, line: str, text: str, *, bare: bool) -> int | None:
        alone = re.fullmatch(r"\s*(\d{1,3})\s*", text) if bare else None
        match = alone or self._old.search(line) or self._is.search(line) or _BETWEEN_SEXES.search(text.casefold())
        if match:
            age = int(next(filter(None, match.groups())))
            return age if age <= _OLDEST else None
        return 0 if self._months.search(line) else None

    def _is_denied(self, line: str, match: re.Match[str]) -> bool:
        if self._over.search(" ".join(line[match.end() :].split()[:_AFTER])):
            return True
        for word in reversed(line[: match.start()].split()[-_BEFORE:]):
            if word in self._goes_on or word.endswith("."):
                return False
            if word in self._denied:
                return True
        return False


def _line(text: Plain) -> str:
    """A text as its words, one space between them, a full stop after a word with a pause behind it."""
    pauses = [one.pause for one in text.words[1:]]
    return " ".join(f"{one.form}{'.' if pause else ''}" for one, pause in zip(text.words, [*pauses, 0], strict=False))


def _of_age(age: int) -> str:
    """The flag of an age, empty for who is neither young nor old."""
    if age < _TEEN:
        return "under_12"
    return "age_12_17" if age < ADULT else "over_65" if age >= OLD else ""


def _any(words: Iterable[str]) -> str:
    """One of the words; between theirs a sign may stand, as in "y/o"."""
    return "|".join(r"\.?\s".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
