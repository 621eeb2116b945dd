"""Check-ins as messages."""

from flows.inputs import Choose
from flows.learning import timer
from flows.reply import COPY_LIMIT, Button, Message
from flows.schedule import HOUR, MESSAGES, Schedule
from flows.session import Session
from flows.talk import Talk

_MINUTE, _DAY = 60, 24
_DANGER = frozenset({"need_help", "does_not_wake", "cannot_call"})
_SLACK = 90  # seconds before the hour that still count as the hour


class CheckWords:
    """Writes check-ins with the words of one locale."""

    def __init__(self, talk: Talk, schedule: Schedule) -> None:
        """Keep what is needed to write."""
        self._talk, self._schedule = talk, schedule

    def say(self, session: Session, key: str, **values: object) -> str:
        """A message of check-ins."""
        return self._talk.words.say(f"{MESSAGES}.{key}", session.subject, **values)

    def begun(self, session: Session) -> Message:
        """What was agreed on."""
        times = ", ".join(
            dict.fromkeys(self._when(one.at - session.at) for one in session.planned if one.kind == "check_in")
        )
        severe = session.watch is not None and session.watch.outcome == "severe"
        text = self.say(session, "begun_severe" if severe else "begun", times=times, number=self._number(session))
        return Message(text, ((self._button(session, "stop"),), self._help(session)), stays=True)

    def question(self, session: Session) -> Message:
        """The check-in."""
        watch = session.watch
        assert watch is not None  # noqa: S101  the caller has looked
        outcome, number = watch.outcome, self._number(session)
        script = self._script(session) if outcome == "severe" else ""
        parts = [self.say(session, f"ask_{outcome}", number=number, script=script)]
        if watch.late:
            key, unit = ("late_minutes", _MINUTE) if watch.late < 2 * HOUR else ("late_hours", HOUR)
            parts.insert(0, self.say(session, key, count=round(watch.late / unit)))
        if watch.silent:
            parts.append(self.say(session, "still_silent", number=number))
        if not self._next(session):
            parts.append(self.say(session, "last"))
        rows = [tuple(self._button(session, option) for option in row) for row in self._schedule.rows(outcome)]
        if script:
            rows.insert(0, (Button(self._talk.words.say("buttons.copy_script"), copy=script[:COPY_LIMIT]),))
        return Message("\n".join(parts), tuple(rows), stays=True)

    def silence(self, session: Session) -> Message:
        """For whoever holds the phone."""
        return Message(
            self.say(session, "silence", number=self._number(session)),
            tuple((self._button(session, option),) for option in ("wakes", "does_not_wake", "stop")),
            stays=True,
        )

    def review(self, session: Session) -> Message:
        """The last word: what was taken, the doctor, and how to stay safe."""
        page = self._talk.content.learn["prevention"]
        took = self._talk.took(session) or self._talk.words.say("outcomes.script_unknown")
        rows = (
            (Button(page.label, Choose(0, "pick", "learn", "prevention").data), self._talk.act(session, "card")),
            (self._button(session, "worse"),),
            (self._button(session, "need_help"),),
        )
        return Message(self.say(session, "review", took=took), rows, stays=True)

    def asleep(self, session: Session) -> Message:
        """How to look at somebody who sleeps, with a timer for the breaths."""
        counts = ((ident, check.count) for ident, check in self._talk.content.home_checks.items() if check.count)
        breaths = tuple(timer(ident, one, self._talk.words) for ident, one in counts if one.measurement == "breaths")
        rows = (breaths, (self._button(session, "wakes"),), (self._button(session, "does_not_wake"),))
        return Message(self.say(session, "said_asleep"), rows, stays=True)

    def said(self, session: Session, option: str, lasted: float) -> Message:
        """What is said to an answer; `lasted` is for how many seconds the signs have."""
        if option == "cannot_call":
            return Message(self._talk.words.say("outcomes.cannot_call"), stays=True, urgent=True)
        key = self._schedule.lasting(lasted)
        poison = self._talk.calls.poison(session)
        lasting = f"{self.say(session, key, poison=poison)} " if key else ""
        at = self._next(session)
        when = self._when(at - session.at)
        following = self.say(session, "next", when=when) if at else self.say(session, "next_none")
        text = self.say(session, f"said_{option}", html_lasting=lasting, html_next=following)
        return Message(text, (self._help(session),), stays=True)

    def _help(self, session: Session) -> tuple[Button, ...]:
        """The button that the words tell of."""
        return self._talk.screens.last_row(session)[:1]

    def _next(self, session: Session) -> float:
        """When the next check-in is planned, 0 when none is."""
        return min((one.at for one in session.planned if one.kind == "check_in"), default=0.0)

    def _when(self, seconds: float) -> str:
        if seconds < HOUR - _SLACK:
            return self._talk.words.say(f"{MESSAGES}.in_minutes", count=max(1, round(seconds / _MINUTE)))
        hours = round(seconds / HOUR)
        if hours > _DAY:
            return self._talk.words.say(f"{MESSAGES}.in_days", count=round(hours / _DAY))
        return self._talk.words.say(f"{MESSAGES}.{'in_hour' if hours == 1 else 'in_hours'}", count=hours)

    def _number(self, session: Session) -> str:
        return self._talk.calls.numbers(session).emergency

    def _script(self, session: Session) -> str:
        return self._talk.outcomes.script(session, self._talk.took(session), self._talk.assessment(session))

    def _button(self, session: Session, option: str) -> Button:
        style = "danger" if option in _DANGER else ""
        label = self._talk.words.say(f"{MESSAGES}.{option}")
        return Button(label, Choose(session.talk, "do", "check", option).data, style=style)
