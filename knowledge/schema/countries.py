"""countries.yaml: whom to call in which country."""

from typing import Annotated, Literal

from msgspec import Meta

from knowledge.schema.strict import Day, Strict, Text

Grade = Literal["A", "B", "C"]


class PhoneLine(Strict, frozen=True):
    """A number to call; text, so that 000 stays 000."""

    number: Text
    name: str | None = None
    hours: str | None = None
    note: str | None = None


class Country(Strict, frozen=True):
    """The numbers of one country (clinical.md 8).

    Grades: A official or several sources agree, B well known, C weak, shown with "please verify".

    Attributes:
        calling_code: without the +; `check` compares the country's numbers with what is known of it.
        languages: codes of Telegram's kind, for chats that set no country.
        emergency: the ambulance first.
        poison_instead: whom to call where there is no line, as it stands in "Call ... now".
        support: lines for people who use drugs; not for emergencies.
        also: what else people type for it.
    """

    name: Text
    calling_code: str
    languages: list[str]
    emergency: Annotated[list[str], Meta(min_length=1)]
    emergency_grade: Grade
    poison: list[PhoneLine] = []
    poison_grade: Grade | None = None
    poison_note: str | None = None
    poison_instead: str | None = None
    crisis: list[PhoneLine] = []
    crisis_grade: Grade | None = None
    crisis_note: str | None = None
    support: list[PhoneLine] = []
    support_grade: Grade | None = None
    emergency_note: str | None = None
    also: list[str] = []


class CountriesFile(Strict, frozen=True):
    """Numbers to call, and the day on which they were checked."""

    checked: Day
    countries: dict[str, Country]
