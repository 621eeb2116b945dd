"""events/*.yaml: festivals, clubs and campuses with medics of their own."""

from knowledge.schema.countries import PhoneLine
from knowledge.schema.strict import Strict, Text


class Event(Strict, frozen=True):
    """A festival, club or campus with medics of its own."""

    name: Text
    place: Text
    country: str
    medics: PhoneLine
    languages: list[str] = []
    example: bool = False  # to be copied; never live
