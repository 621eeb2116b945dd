"""What a text says, as values: each with the words it came from, the rule that made it, and whether it is sure."""

from typing import NamedTuple

from msgspec import Struct

from flows.session import Said
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import MASS, PACKS, PIECES
from flows.understanding.names.intake import Intake
from flows.understanding.polarity.polarity import Status
from flows.understanding.subject import Subject
from flows.understanding.times.ago import Ago

A_DAY = 24  # hours


class Span(NamedTuple):
    """A place in the text."""

    start: int
    end: int


class Sign(Struct, frozen=True):
    """A finding that the text speaks of.

    Attributes:
        id: the finding.
        said: the words.
        span: where they stand.
        status: present, absent, past or hypothetical.
        rule: the phrase, or "measurement".
        item: the place among the text's items, for whom it is about.
    """

    id: str
    said: str
    span: Span
    status: Status
    rule: str
    item: int = 0


class Taken(Struct, frozen=True):
    """A substance that the text surely names.

    Attributes:
        id: the substance or class.
        said: the name as typed.
        span: where it stands.
        status: taken, regular, planned, denied or past.
        rule: exact or repaired.
        sure: False when it must be confirmed.
        amount: how much, None when not said.
        ago: when, None when not said.
    """

    id: str
    said: str
    span: Span
    status: Intake
    rule: str
    sure: bool = True
    amount: Quantity | None = None
    ago: Ago | None = None

    @property
    def counts(self) -> bool:
        """Whether it was or may have been taken: what is long past counts until a time says otherwise."""
        return self.status not in {"planned", "denied"}

    @property
    def as_said(self) -> Said:
        """As the talk keeps it; what is taken every day was taken today, whatever time stands beside it."""
        long_ago = self.ago is not None and self.ago.high >= A_DAY and self.status == "regular"
        return Said(self.said, self.id, words_of(self.amount), self.ago.words if self.ago and not long_ago else None)


class Doubt(Struct, frozen=True):
    """A word that may mean one of several substances; it becomes buttons."""

    said: str
    ids: tuple[str, ...]
    span: Span = Span(0, 0)
    amount: Quantity | None = None
    ago: Ago | None = None
    status: Intake = "taken"

    @property
    def counts(self) -> bool:
        """Whether it may have been taken; what is denied or only planned is not asked about."""
        return self.status not in {"planned", "denied"}

    @property
    def as_said(self) -> Said:
        """As the talk keeps it until it is known what was meant."""
        return Said(self.said, "", words_of(self.amount), self.ago.words if self.ago else None)


def words_of(amount: Quantity | None) -> str | None:
    """An amount in words that the dose bands can read; the higher end of a range."""
    if amount is None:
        return None
    if amount.unit == "times usual":
        return f"{amount.high:g} times usual"
    if not amount.unit or (amount.unit in PACKS and amount.high <= 1):
        return amount.words
    if amount.unit in MASS:
        return f"{amount.high:g} {amount.unit}"
    if amount.unit in PIECES and not amount.high.is_integer():
        return f"{amount.high:g} {amount.unit}s"
    unit = amount.unit if amount.high == 1 else f"{amount.unit}s"
    return f"{amount.high:g} {unit}" if amount.unit and amount.high.is_integer() else amount.words


class Alarm(NamedTuple):
    """Words that sound like danger, with the findings they may mean."""

    said: str
    findings: tuple[str, ...]


class Understood(Struct, frozen=True):
    """What a text says.

    Attributes:
        plain: the text, normalised.
        lang: its language.
        subject: whom it is about.
        signs: the findings it speaks of, each once.
        substances: the substances it surely names, each once.
        doubts: words that may be a substance.
        danger: the danger words in it.
        self_harm: the self-harm words in it.
        denied_harm: self-harm words that it denies; still worth one gentle question.
        command: back, restart, stop, sos, cry, help or next when the whole text is that.
        answer: yes, no, unsure or ok when the whole text is that; ok may mean yes or no.
        heat: yes, warm or no when the whole text is that, where heat is asked about.
        illness: it names the illness itself.
        unknown: words that are no word we know.
        strange: what would be a name nobody knows, where names are asked for: words we may know, as "moon rocks".
        measurements: numbers by measurement id.
        odd: a number that can't be right was given.
        amount: an amount without a name.
        when: a time without a name.
        more: it speaks of something beside what was said before: "another 5 g".
        begun: a medicine was begun or its dose raised not long ago.
    """

    plain: str
    lang: str = "en"
    subject: Subject = "none"
    signs: tuple[Sign, ...] = ()
    substances: tuple[Taken, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    danger: tuple[Alarm, ...] = ()
    self_harm: str = ""
    denied_harm: str = ""
    command: str = ""
    answer: str = ""
    heat: str = ""
    illness: bool = False
    unknown: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    measurements: tuple[tuple[str, float], ...] = ()
    odd: bool = False
    amount: str | None = None
    when: str | None = None
    more: bool = False
    begun: bool = False

    @property
    def taken(self) -> tuple[Said, ...]:
        """What was taken, as the talk keeps it: what is denied or only planned is left out."""
        return tuple(one.as_said for one in self.substances if one.counts)

    @property
    def unheard(self) -> tuple[str, ...]:
        """The names that nobody knows, each whole: "blue blorg" rather than "blorg"."""
        inside = {word for name in self.strange for word in name.split()}
        return (*self.strange, *(word for word in self.unknown if word not in inside))
