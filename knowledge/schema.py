"""The shape of every YAML file in this room, as typed frozen values."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from knowledge.levels import Severity

Grade = Literal["A", "B", "C"]
Status = Literal["read", "known", "expert choice"]
Category = Literal["cognitive", "autonomic", "neuromuscular"]
Text = Annotated[str, Meta(min_length=1)]
Label = Annotated[str, Meta(min_length=1, max_length=24)]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A value whose unknown keys are errors."""


class Source(Strict, frozen=True):
    """Where a statement comes from, and what of it was read."""

    title: Text
    status: Status
    cite: str | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    code: str | None = None
    read: str | None = None
    note: str | None = None


class FirstAction(Strict, frozen=True):
    """The first thing to do about a finding, for oneself and for another."""

    you: Text
    them: Text


class Finding(Strict, frozen=True):
    """A symptom or sign (clinical.md 2) or a red flag (clinical.md 3)."""

    code: Text
    category: Category
    grade: Literal["mild", "severe", "red_flag"]
    label: Label
    you: Text
    them: Text
    short: Text
    sources: list[str]
    see: str | None = None
    expected_effect: bool = False  # an expected effect of stimulants, left out where a rule says so (clinical.md 6.4)
    counts: list[str] = []
    first_action: FirstAction | None = None
    phrases: list[str] = []


class Flag(Strict, frozen=True):
    """A yes/no fact that is not a finding: about the person, the dose or the course."""

    label: Label
    you: Text
    them: Text
    short: Text
    sources: list[str]


class Count(Strict, frozen=True):
    """Something that a home check counts while the clock runs."""

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


class Band(Strict, frozen=True):
    """A range of a measurement, both ends included, perhaps only under a condition."""

    from_: float | None = field(name="from", default=None)
    to: float | None = None
    when: dict[str, Any] | None = None


class Measurement(Strict, frozen=True):
    """A number a person can measure, with its mild and severe ranges (clinical.md 2.5)."""

    label: Text
    unit: Text
    plausible: tuple[float, float]
    category: Category
    mild: list[Band]
    severe: list[Band]
    sources: list[str]
    finding: str | None = None


class DoseBands(Strict, frozen=True):
    """How an amount becomes a dose band 0-3 (clinical.md 6.3)."""

    times_usual: tuple[float | None, float | None, float | None] = (1, None, None)
    any_extra: int | None = None
    unknown: int = 3
    whole: int | None = None  # a whole pack, where that is worse than "do not know"
    count: tuple[float | None, float | None, float | None] | None = None  # pieces above which a band begins
    per_day: bool = False  # the limits are for 24 hours, so "50 mg four times a day" is 200 mg
    least: int = 0  # an extract of kratom is band 1 however little it was (clinical.md 4.1)


class Substance(Strict, frozen=True):
    """One agent, by its generic name."""

    id: Text
    names: list[str]
    ask: list[str] = []
    half_life: str | None = None
    note: str | None = None
    active_hours: float | None = None
    maoi_pair_hours: float | None = None
    watch_hours: float | None = None
    tier: int | None = None
    usual_mg: float | None = None
    band_mg: tuple[float | None, float | None, float | None] | None = None
    piece_mg: dict[str, float] = {}  # what a capsule or spoon weighs at most, where it is known
    unknown_band: int | None = None  # the band when the amount is not known, where it differs from the class's
    long_release: bool = False
    qt: bool = False
    must_call_with_kratom: bool = False
    never_prescribed: bool = False  # a street opioid: no doctor gave this dose, so call even when well
    street_pill: bool = False
    sources: list[str] = []


class SubstanceClass(Strict, frozen=True):
    """A class of substances that the interaction table treats alike (clinical.md 4.12)."""

    id: str = field(name="class")
    code: str
    name: Text
    label: Label
    tier: Literal[0, 1, 2, 3]
    active_hours: float
    maoi_pair_hours: float | None
    watch_hours: float
    depressant: bool
    opioid: bool
    bands: DoseBands
    sources: list[str]
    status: Status
    reviewed_by: str | None
    review_by: Day
    substances: list[Substance]


class Product(Strict, frozen=True):
    """A combination product: one name, several substances."""

    name: Text
    contains: Annotated[list[str], Meta(min_length=1)]
    ask: bool = False
    note: str | None = None


class Reason(Strict, frozen=True):
    """Why two classes are a danger together, in plain words."""

    between: list[str]
    and_: list[str] = field(name="and")
    why: Text
    sources: list[str]


class InteractionTable(Strict, frozen=True):
    """The levels of every pair of classes, and the reasons."""

    levels: dict[str, dict[str, str]]
    letters: dict[str, str]
    level_words: dict[int, str]
    reasons: list[Reason]
    reviewed_by: str | None
    review_by: Day


class Rule(Strict, frozen=True):
    """A row of the decision table: condition, severity, why (clinical.md 6.4)."""

    id: Text
    severity: Severity
    when: dict[str, Any]
    says: Text
    rationale: Text
    sources: Annotated[list[str], Meta(min_length=1)]
    status: Status
    reviewed_by: str | None
    review_by: Day
    call_now: bool = False


class GuidanceLine(Strict, frozen=True):
    """A line of advice and when it is shown."""

    id: Text
    when: dict[str, Any]
    you: Text
    them: Text
    sources: list[str]
    could_be: str | None = None


class PhoneLine(Strict, frozen=True):
    """A number to call; text, so that 000 stays 000."""

    number: Text
    name: str | None = None
    hours: str | None = None
    note: str | None = None


class Country(Strict, frozen=True):
    """The numbers of one country, each kind with its confidence grade (clinical.md 8)."""

    name: Text
    calling_code: str
    languages: list[str]
    emergency: Annotated[list[str], Meta(min_length=1)]
    emergency_grade: Grade
    poison: list[PhoneLine] = []
    poison_grade: Grade | None = None
    poison_note: str | None = None
    poison_instead: str | None = None  # whom to call where there is no line, as it stands in "Call ... now"
    crisis: list[PhoneLine] = []
    crisis_grade: Grade | None = None
    crisis_note: str | None = None
    emergency_note: str | None = None
    also: list[str] = []  # what else people type for it


class Event(Strict, frozen=True):
    """A festival, club or campus with medics of its own."""

    name: Text
    place: Text
    country: str
    medics: PhoneLine
    languages: list[str] = []
    example: bool = False  # to be copied; never live


class LearnPage(Strict, frozen=True):
    """A page for reading at leisure."""

    title: Text
    label: Label
    text: Annotated[str, Meta(min_length=1, max_length=900)]
    sources: Annotated[list[str], Meta(min_length=1)]


class TypedWords(Strict, frozen=True):
    """Phrases that mean danger wherever they are typed, and what they may mean."""

    phrases: list[str]
    findings: list[str]


class ForbiddenAdvice(Strict, frozen=True):
    """A kind of advice no text may give, as patterns, with the words that make a hit fine."""

    id: Text
    why: Text
    patterns: Annotated[list[Text], Meta(min_length=1)]
    negation_clears: bool
    allowed: list[Text] = []


class NormalWords(Strict, frozen=True):
    """Phrases that say that findings are absent."""

    phrases: list[str]
    findings: list[str]


class PhraseTable(Strict, frozen=True):
    """Patterns for what people say of findings (phrases.yaml)."""

    words: dict[str, list[str]]
    patterns: dict[str, list[str]]
    normal: list[NormalWords]
    graver: dict[str, list[str]]


class SayingTable(Strict, frozen=True):
    """What only sounds like a sign (sayings.yaml)."""

    things: list[str]
    sayings: list[str]


class Doubt(Strict, frozen=True):
    """A question that only a clinician can decide, and what the content does until then."""

    id: Text
    question: Text
    now: Text
    rules: list[str]
    decided: str | None
