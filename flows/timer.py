"""The timer of a count: the clock says when the time is over, and the number counted is a measurement."""

import re

from msgspec.structs import replace

from flows.inputs import Choose, Due
from flows.measured import noted
from flows.reply import Reply
from flows.session import FollowUp, Interruption, Session
from flows.talk import Step, Talk
from flows.taps import Taps
from knowledge.levels import Severity
from knowledge.schema.findings import Count

COUNT = "count"  # the node of its buttons, the kind of its interruption and of its follow-up
LEARN = "learn"
OVER, LATE, ODD = "over", "late", "odd"
LATE_AFTER = 5.0  # seconds; who counted for longer than they were to has another number
_NEARLY = 2.0  # seconds before the end from which on a number is taken as one of the whole time
_MINUTE = 60
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])")


class Timer:
    """Begins counts, ends them, and takes their numbers."""

    def __init__(self, talk: Talk, taps: Taps) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps = talk, taps

    def tap(self, session: Session, choice: Choose) -> Step:
        """The clock runs from now on; a second tap begins anew."""
        check = self._talk.content.home_checks.get(choice.option)
        if check is None or check.count is None:
            return self._talk.stale(session)
        end = FollowUp(COUNT, session.at + check.count.seconds)
        planned = tuple(one for one in session.planned if one.kind != COUNT)
        waiting = tuple(one for one in session.waiting if one.kind != COUNT)
        counting = Interruption(COUNT, choice.option)
        session = replace(session, planned=(*planned, end), waiting=(counting, *waiting))
        return self._talk.show(session, fresh=True)

    def due(self, session: Session | None, given: Due, now: float) -> Step:
        """The time is over; nothing is said to who has left the count, or is asked about danger meanwhile."""
        if session is None:
            return session, Reply()
        state = LATE if now - given.planned_at > LATE_AFTER else OVER
        waiting = tuple(replace(one, ids=(state,)) if one.kind == COUNT else one for one in session.waiting)
        planned = tuple(one for one in session.planned if one.kind != COUNT)
        session = replace(session, waiting=waiting, planned=planned)
        if session.interruption is None or session.interruption.kind != COUNT:
            return session, Reply()
        shown, reply = self._talk.show(session, fresh=True)
        messages = tuple(one if one.stays else replace(one, urgent=True) for one in reply.messages)
        return shown, replace(reply, messages=messages)

    def typed(self, session: Session, text: str) -> Step | None:
        """The number that was counted; None when the words are something else, as words of danger are."""
        one = session.interruption
        check = self._talk.content.home_checks.get(one.words) if one and one.kind == COUNT else None
        if one is None or check is None or check.count is None:
            return None
        said = self._talk.reader.read(text)
        if said.danger or said.self_harm or said.denied_harm:
            return None
        if said.command == "stop":
            return self._taps.act(session, "back")
        if said.measurements:  # with its name, and so by another clock
            return self._measured(session, dict(said.measurements))
        numbers = _NUMBER.findall(said.plain)
        running = any(end.kind == COUNT and end.at - session.at > _NEARLY for end in session.planned)
        if not numbers or running:
            key = "count.not_yet" if numbers else "talk.cannot_read"
            return self._talk.show(session, notice=self._talk.words.say(key), fresh=True)
        if one.ids == (LATE,):
            return self._talk.show(session, fresh=True)
        if len(numbers) == 1 and (measured := self._counted(int(numbers[0]), check.count)):
            return self._measured(session, measured)
        asked = replace(one, ids=(ODD,))
        return self._talk.show(replace(session, waiting=(asked, *session.waiting[1:])), fresh=True)

    def _counted(self, number: int, count: Count) -> dict[str, float]:
        """The number as one of a whole minute; nothing when nobody has so many or so few."""
        value = number * _MINUTE / count.seconds
        low, high = self._talk.content.measurements[count.measurement].plausible
        return {count.measurement: value} if low <= value <= high else {}

    def _measured(self, session: Session, measured: dict[str, float]) -> Step:
        after, notice = noted(session, measured, self._talk)
        after = replace(after, planned=tuple(one for one in session.planned if one.kind != COUNT))
        if self._talk.assessment(after).severity != Severity.SEVERE:  # an emergency waits behind no question
            rest = tuple(one for one in session.waiting[1:] if one.kind != LEARN)  # the page has done its work
            after = replace(after, waiting=rest, draft_taken=session.draft_taken, asked=session.asked)
        return self._talk.show(after, notice=notice, fresh=True)
