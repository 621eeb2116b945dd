"""Advice, as a result carries it: the lines of guidance that fit a person, with numbers and hours filled in."""

import html

from flows.session import Session
from flows.whom_to_call import WhomToCall
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.levels import Level
from knowledge.reading import Reading, lower
from knowledge.schema.guidance import GuidanceLine

MOST_MIMICS = 1


class Advice:
    """Writes lines of guidance."""

    def __init__(self, content: Content, calls: WhomToCall) -> None:
        """Keep what is needed to write."""
        self._content, self._calls = content, calls

    def lines(self, kind: str, reading: Reading, session: Session) -> str:
        """All lines of `guidance/<kind>.yaml` that fit, one below the other."""
        hours = self._content.watch_hours(reading.agents)
        return "\n".join(f"• {self._fill(line, session, hours)}" for line in self._fitting(kind, reading))

    def for_sos(self, session: Session) -> str:
        """What to do about a danger nobody has named."""
        return self.lines("severe", lower(Facts({"danger_sign": Level.YES}), self._content), session)

    def mimics(self, reading: Reading, session: Session) -> list[str]:
        """What else it could be, whole sentences in the order of the file."""
        return [self._fill(line, session) for line in self._fitting("mimics", reading)[:MOST_MIMICS]]

    def _fitting(self, kind: str, reading: Reading) -> list[GuidanceLine]:
        lines = self._content.guidance[kind]
        return [line for line in lines if self._content.conditions.of(line.when).holds(reading)]

    def _fill(self, line: GuidanceLine, session: Session, watch_hours: float = 0) -> str:
        text = line.you if session.subject == "you" else line.them
        for name, value in (
            ("ems", self._calls.numbers(session).emergency),
            ("poison", self._calls.poison(session)),
            ("crisis", self._calls.crisis(session)),
            ("watch_hours", f"{watch_hours:g}"),
        ):
            text = text.replace(f"{{{name}}}", value)
        return html.escape(text, quote=False)
