"""What to call in a country: ambulance, poison line, crisis line, with hours and how sure we are."""

from collections.abc import Iterable

from knowledge.content import Content
from knowledge.schema.countries import Country, PhoneLine
from knowledge.wording import Wording

MOST_LINES = 3


def country_lines(country: Country, content: Content, words: Wording) -> str:
    """The lines, as a message says them."""

    def grade(letter: str | None) -> str:
        return words.say(f"country.grade_{letter or 'C'}")

    def listed(kind: str, lines: Iterable[PhoneLine], letter: str | None, note: str | None) -> str:
        shown = "; ".join(_line(one) for one in list(lines)[:MOST_LINES])
        if not shown:
            return words.say(f"country.no_{kind}", note=note or "")
        return words.say(f"country.{kind}", lines=shown, note=note or "", grade=grade(letter))

    parts = [
        words.say("talk.country_set", name=country.name, number=country.emergency[0]),
        words.say(
            "country.ambulance",
            lines=", ".join(country.emergency),
            note=country.emergency_note or "",
            grade=grade(country.emergency_grade),
        ),
        listed("poison", country.poison, country.poison_grade, country.poison_note),
        listed("crisis", country.crisis, country.crisis_grade, country.crisis_note),
        listed("support", country.support, country.support_grade, None) if country.support else "",
        words.say("country.checked", date=content.numbers_checked) if content.numbers_checked else "",
    ]
    return "\n".join(" ".join(part.split(" ")).replace("  ", " ").strip() for part in parts if part)


def _line(line: PhoneLine) -> str:
    more = ", ".join(part for part in (line.name, line.hours, line.note) if part)
    return f"{line.number} ({more})" if more else line.number
