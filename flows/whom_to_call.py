"""Whom to call, in words: ambulance, poison line, crisis line, and the medics of an event."""

from flows.event_line import event_line
from flows.session import Session
from knowledge.content import Content
from knowledge.numbers import Numbers, likely_countries, numbers_for
from knowledge.schema.countries import Country, PhoneLine
from knowledge.wording import Wording

MOST_LIKELY = 3
MOST_LINES = 2  # of one kind in a country


class WhomToCall:
    """Finds the numbers for where a person is, or likely is."""

    def __init__(self, content: Content, words: Wording, default_country: str = "") -> None:
        """Keep what is needed to write; the default country is the operator's, for chats that set none."""
        self._content, self._words, self._default_country = content, words, default_country

    def numbers(self, session: Session) -> Numbers:
        """The ambulance's number, and others that may be right."""
        return numbers_for(self._content.countries, session.country or self._default_country, session.language)

    def others(self, session: Session) -> str:
        """The other ambulance numbers with their places; a second line says it when they are weakly known."""
        numbers = self.numbers(session)
        lines = [
            self._words.say("outcomes.other_number", place=place, number=number) for number, place in numbers.others
        ]
        return " · ".join(lines) + (f"\n{self._words.say('outcomes.verify')}" if numbers.verify else "")

    def poison(self, session: Session) -> str:
        """The poison line in words; without a country the likely ones; and whom to call where there is none."""
        country = self._country(session)
        if country:
            return _lines(country.poison) or country.poison_instead or self._words.say("outcomes.poison_none")
        return self._likely(session, "poison") or self._words.say("outcomes.poison_none")

    def crisis(self, session: Session) -> str:
        """The crisis line's number, or where to find one."""
        country = self._country(session)
        found = _lines(country.crisis) if country else self._likely(session, "crisis")
        return found or self._words.say("outcomes.crisis_none")

    def crisis_text(self, session: Session) -> str:
        """The crisis line, as every outcome carries it."""
        return self._words.say("outcomes.crisis", number=self.crisis(session))

    def medics(self, session: Session) -> str:
        """The medics of the event the person came from, before everything else."""
        event = self._content.events.get(session.event)
        return f"{event_line(event, self._words)}\n\n" if event else ""

    def _country(self, session: Session) -> Country | None:
        return self._content.countries.get(session.country or self._default_country)

    def _likely(self, session: Session, kind: str) -> str:
        """The lines of the countries that Telegram's language makes likely, all at once: "US 988 · UK 116 123"."""
        countries = self._content.countries
        lines = [
            f"{iso} {one.number}"
            for iso in likely_countries(countries, session.language)[:MOST_LIKELY]
            for one in getattr(countries[iso], kind)[:1]
        ]
        return " · ".join(lines)


def _lines(lines: list[PhoneLine]) -> str:
    return ", ".join(one.number + (f" ({one.hours})" if one.hours else "") for one in lines[:MOST_LINES])
