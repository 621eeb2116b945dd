"""Check-ins: asked for by the person, planned in the session, sent by the clock, and what their answers do."""

from msgspec.structs import replace

from flows.check_words import CheckWords
from flows.inputs import Choose, Due
from flows.reply import Message, Reply
from flows.schedule import MESSAGES, Schedule
from flows.session import Answer, FollowUp, Report, Session, Watch
from flows.talk import Step, Talk
from flows.taps import Taps
from knowledge.levels import Severity
from knowledge.text import normal

NODE = "check"
CHECK_IN, SILENCE, REVIEW = "check_in", "silence", "review"
ASLEEP = "asleep"
_HELP = frozenset({"need_help", "does_not_wake"})
_SAID = frozenset({"better", "same", "worse", "wakes", "does_not_wake", "need_help", "called", "with_team"})
_OURS = frozenset({CHECK_IN, SILENCE, REVIEW})
_MOST_REPORTS = 24
_WELL = frozenset({"better", "same", "wakes", "called", "cannot_call", "asleep"})


class CheckIns:
    """Plans and answers check-ins; what is planned stands in the session, so that it can't be lost apart from it."""

    def __init__(self, talk: Talk, taps: Taps, schedule: Schedule) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps, self._schedule = talk, taps, schedule
        self._words = CheckWords(talk, schedule)

    def tap(self, session: Session, choice: Choose) -> Step:
        """A button under a result or a check-in; one under an old check-in counts too, for it says how it is now."""
        option = choice.option
        if choice.talk != session.talk or (session.watch is None and option not in {"begin", *_HELP, "worse"}):
            return self._talk.stale(session)
        before, session = session, _noted(session, option)
        if session.watch:  # whether somebody asleep wakes is asked till it is said
            session = replace(session, watch=replace(session.watch, open=ASLEEP if option == ASLEEP else ""))
        match option:
            case "begin":
                return self._begin(session)
            case "worse":
                return self._taps.act(session, "worse")
            case "stop" | "with_team":
                return self.stop(session, f"said_{option}")
        if option in _HELP:
            return self._talk.show(session.with_answer(Answer("danger", ("yes",))))
        if option in _WELL and session.watch:
            return self._reported(session, before, option)
        return self._talk.stale(session)

    def typed(self, session: Session, text: str) -> Step | None:
        """Stop, or what stands for a button of the open check-in, typed; None when it is something else.

        After any result "I feel worse" and "help" are what they say, asked for or not.
        """
        if session.watch is None and not session.told:
            return None
        read, said = self._talk.reader.read(text), normal(text)
        alarming = read.danger or read.self_harm or read.denied_harm
        if session.told and not session.interruption and not alarming and (option := self._schedule.urgent(text)):
            return self.tap(session, Choose(session.talk, "do", NODE, option))
        if session.watch is None:
            return None
        if read.command == "stop":
            return self.stop(session)
        if not session.watch.open or alarming:
            return None
        for row in self._schedule.rows(session.watch.outcome):
            for option in row:
                if said in {normal(self._talk.words.say(f"{MESSAGES}.{option}")), option.replace("_", " ")}:
                    return self.tap(session, Choose(session.talk, "do", NODE, option))
        option = self._schedule.option(session.watch.outcome, text, asleep=session.watch.open == ASLEEP)
        return self.tap(session, Choose(session.talk, "do", NODE, option)) if option else None

    def stop(self, session: Session, message: str = "said_stop") -> Step:
        """No more check-ins; a count that runs beside them goes on."""
        said = self._words.say(session, message)
        planned = tuple(one for one in session.planned if one.kind not in _OURS)
        return replace(session, watch=None, planned=planned), Reply((Message(said, stays=True),))

    def due(self, session: Session | None, given: Due, now: float) -> Step:
        """The clock: at most one message, however many were missed; nothing when it was cancelled meanwhile."""
        if session is None or session.watch is None:
            return session, Reply()
        watch, up_to = session.watch, max(now, given.planned_at)
        come = [one for one in session.planned if one.at <= up_to and one.kind in _OURS]
        checks = [one for one in come if one.kind == CHECK_IN]
        if checks:  # they come first, and the last word after them
            come = [one for one in come if one.kind != REVIEW]
        left = tuple(one for one in session.planned if one not in come)
        if not come:
            return session, Reply()
        if not checks:
            return self._unasked(session, watch, left, review=come[-1].kind == REVIEW)
        if not session.told and now - session.at < self._schedule.busy:
            return replace(session, planned=_ordered(*left, FollowUp(CHECK_IN, now + self._schedule.busy))), Reply()
        planned_at = checks[-1].at
        late = now - planned_at if now - planned_at >= self._schedule.late_after else 0.0
        if not watch.silent:
            silence = FollowUp(SILENCE, now + self._schedule.silence_after)
            left = (*(one for one in left if one.kind != SILENCE), silence)
        session = replace(session, watch=replace(watch, open=CHECK_IN, late=late), planned=_ordered(*left))
        return session, Reply((self._words.question(session),))

    def _unasked(self, session: Session, watch: Watch, left: tuple[FollowUp, ...], *, review: bool) -> Step:
        """The words to a silence, or the last word, which is only for who answers."""
        if not review:
            session = replace(session, watch=replace(watch, open=SILENCE, silent=True), planned=left)
            return session, Reply((self._words.silence(session),))
        if watch.silent or watch.open:
            return replace(session, planned=left), Reply()
        session = replace(session, watch=replace(watch, open=REVIEW), planned=left)
        return session, Reply((self._words.review(session),))

    def again(self, session: Session | None) -> Reply | None:
        """The open check-in once more, as after a crash; None when none is open."""
        if session is None or session.watch is None or not session.watch.open:
            return None
        words = {SILENCE: self._words.silence, REVIEW: self._words.review, ASLEEP: self._words.asleep}
        return Reply((words.get(session.watch.open, self._words.question)(session),))

    def after(self, before: Session | None, step: Step, now: float) -> Step:
        """What anything the person does means for the check-ins: somebody is there, and a newer result plans anew."""
        session, reply = step
        if session is None or session is before:
            return step
        if session.watch is None:
            if before and before.watch and before.talk != session.talk:
                note = Message(self._words.say(session, "ended_new_person"), stays=True)
                return session, replace(reply, messages=(note, *reply.messages))
            return step
        open_still = ASLEEP if session.watch.open == ASLEEP else ""
        watch = replace(session.watch, open=open_still, late=0.0, silent=False)
        session = replace(session, watch=watch, planned=tuple(one for one in session.planned if one.kind != SILENCE))
        if session.told and (before is None or session.told != before.told or session.answers != before.answers):
            return self._planned_anew(session, reply, now)
        return session, reply

    def _planned_anew(self, session: Session, reply: Reply, now: float) -> Step:
        """The schedule of a newer result; after an emergency that was taken back the next check-in still comes soon.

        People who meet a hard stop learn to hide the sign; so it is also said when they will be asked.
        """
        was = session.watch.outcome if session.watch else ""
        soon = min((one.at for one in session.planned if one.kind == CHECK_IN), default=0.0)
        session = self._planned(session, now)
        if session.watch is None or was != Severity.SEVERE.value or session.watch.outcome == was or not soon:
            return session, reply
        first = FollowUp(CHECK_IN, max(soon, now + self._schedule.busy))
        session = replace(session, planned=_ordered(first, *session.planned))
        return session, replace(reply, messages=(self._words.begun(session), *reply.messages))

    def _begin(self, session: Session) -> Step:
        if not session.told:
            return self._talk.stale(session)
        if session.watch:
            return session, Reply(toast=self._words.say(session, "begun_before"))
        session = self._planned(session, session.at)
        return session, Reply((self._words.begun(session),))

    def _planned(self, session: Session, now: float) -> Session:
        """The session with the schedule of its outcome."""
        found = self._talk.assessment(session)
        watch = session.watch or Watch(found.severity.value, now)
        if watch.outcome != found.severity.value:
            watch = replace(watch, outcome=found.severity.value, since=now)
        planned = [FollowUp(CHECK_IN, now + seconds) for seconds in self._schedule.times(found)]
        if review := self._schedule.review(found.severity.value):
            planned.append(FollowUp(REVIEW, now + review))
        kept = [one for one in session.planned if one.kind not in _OURS]
        return replace(session, watch=watch, planned=_ordered(*kept, *planned))

    def _reported(self, session: Session, before: Session, option: str) -> Step:
        watch = before.watch
        assert watch is not None  # noqa: S101  the caller has looked
        if option == ASLEEP:
            return session, Reply((self._words.asleep(session),))
        if not watch.open and before.reports and before.reports[-1].said == option:
            return before, Reply(toast=self._words.say(session, "noted_before"))
        lasted = session.at - watch.since if watch.outcome == "mild" else 0.0
        return session, Reply((self._words.said(session, option, lasted),))


def _noted(session: Session, option: str) -> Session:
    """The session with what was answered, for the card."""
    if session.watch is None or option not in _SAID:
        return session
    return replace(session, reports=(*session.reports, Report(session.at, option))[-_MOST_REPORTS:])


def _ordered(*planned: FollowUp) -> tuple[FollowUp, ...]:
    return tuple(sorted(planned, key=lambda one: one.at))
