"""An event's medics, as the first line of every result."""

import html

from knowledge.schema.events import Event
from knowledge.wording import Wording


def event_line(event: Event, words: Wording) -> str:
    """Their number, where they are, and when they answer."""
    told = [part for part in (event.place, event.medics.hours, ", ".join(event.languages)) if part]
    about = html.escape(" · ".join(told), quote=False)
    return words.say("event.line", name=event.name, number=event.medics.number, html_about=about)
