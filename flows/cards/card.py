"""The handoff card as a value: what was told, what was not asked, and what the rules made of it, all in words."""

from collections.abc import Mapping

from msgspec import Struct


class Section(Struct, frozen=True):
    """A line of the card.

    Attributes:
        id: its name in messages/en/card.yaml.
        label: what it is.
        text: what it says.
        alarming: it is worth a second look.
    """

    id: str
    label: str
    text: str
    alarming: bool = False


class Mark(Struct, frozen=True):
    """Something on the timeline.

    Attributes:
        kind: dose, sign or check.
        label: what it is; of a check-in the mark for its answer, such as "!".
        hours: hours before the card was written; None when the time is not known.
    """

    kind: str
    label: str
    hours: float | None


class Card(Struct, frozen=True):
    """A handoff card, all of it in words.

    Attributes:
        number: of the talk in this chat.
        title: its heading.
        about: whom it is about and who told it.
        at: when it was told, and when the card was made where that is later.
        severity: severe, mild or none.
        headline: the same in words.
        sections: what was told, in the order a crew reads.
        timeline: doses, signs and check-ins.
        labels: the words of the timeline and of the QR: now, unknown, hours, scan and more.
        outcome: severity, rule ids and content version.
        code: all answers, for `serocheck replay`.
        note: what the card is not.
    """

    number: int
    title: str
    about: str
    at: str
    severity: str
    headline: str
    sections: tuple[Section, ...]
    timeline: tuple[Mark, ...]
    labels: Mapping[str, str]
    outcome: str
    code: str
    note: str
