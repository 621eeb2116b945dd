"""findings.yaml: symptoms and signs, other yes/no facts, and the home checks."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from knowledge.schema.strict import Label, Strict, Text

Category = Literal["cognitive", "autonomic", "neuromuscular"]
CATEGORIES: tuple[Category, ...] = get_args(Category)


class FirstAction(Strict, frozen=True):
    """The first thing to do about a finding, for oneself and for another."""

    you: Text
    them: Text


class Finding(Strict, frozen=True):
    """A symptom or sign (clinical.md 2) or a red flag (clinical.md 3).

    Attributes:
        code: its name in clinical.md.
        grade: mild counts toward the outcome; severe and red_flag are severe alone.
        you, them: the question to oneself, and about another: only what can be seen or heard.
        short: fits a list: "They have: ...".
        milder: the mild signs that stay when it was typed and no help is wanted; for severe ones and red flags.
        see: how it looks at this grade and not a graver one; only for who reads the file.
        expected_effect: stimulants do this too, so that a rule may leave it out (clinical.md 6.4).
        counts: the criteria that count it; only for who reads the file.
    """

    code: Text
    category: Category
    grade: Literal["mild", "severe", "red_flag"]
    label: Label
    you: Text
    them: Text
    short: Text
    sources: list[str]
    milder: list[str] = []
    see: str | None = None
    expected_effect: bool = False
    counts: list[str] = []
    first_action: FirstAction | None = None


class Flag(Strict, frozen=True):
    """A yes/no fact that is not a finding: about the person, the dose or the course."""

    label: Label
    you: Text
    them: Text
    short: Text
    sources: list[str]


class Count(Strict, frozen=True):
    """Something that a home check counts while the clock runs.

    Attributes:
        measurement: the id in measurements.yaml that the count becomes, made into a number a minute.
        seconds: for how long it is counted.
    """

    measurement: str
    seconds: Annotated[int, Meta(ge=15, le=60)]
    label: Label
    you: Text
    them: Text


class HomeCheck(Strict, frozen=True):
    """A check of some seconds that a layperson can do (clinical.md 2.6)."""

    finding: str | None
    title: Text
    you: Text
    them: Text
    sources: list[str]
    answers: dict[str, Label] = {}
    count: Count | None = None


class FindingsFile(Strict, frozen=True):
    """Signs, other yes/no facts, and home checks."""

    findings: dict[str, Finding]
    flags: dict[str, Flag]
    home_checks: dict[str, HomeCheck]
