"""The country whose numbers are used: found by its name, and set."""

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from flows.country_lines import country_lines
from flows.reply import Message
from flows.session import Interruption, Session
from flows.talk import Step, Talk
from knowledge.text import squeezed

NEAR_ENOUGH = 85  # of 100, for a country's whole name: "uk" is not near "ukraine"


def typed_country(session: Session, name: str, talk: Talk) -> Step:
    """Set the country by its name, another name for it, or its two letters."""
    known = talk.content.countries
    iso = squeezed(name).upper()
    if iso not in known:
        names = {squeezed(one): code for code, country in known.items() for one in (country.name, *country.also)}
        found = process.extractOne(squeezed(name), names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
        if found is None:
            session = replace(session, waiting=(Interruption("country"),))
            return talk.show(session, notice=talk.words.say("talk.country_unknown"), fresh=True)
        iso = names[found[0]]
    return set_country(session, iso, talk)


def set_country(session: Session, iso: str, talk: Talk) -> Step:
    """Use a country's numbers from now on."""
    known = talk.content.countries[iso]
    numbers = Message(country_lines(known, talk.content, talk.words), stays=True)
    after, reply = talk.show(replace(session, waiting=(), country=iso), fresh=True)
    return after, replace(reply, messages=(numbers, *reply.messages))
