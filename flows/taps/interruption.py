"""Taps on a question that stands in front of the talk: danger words, did you mean, what was understood, and more."""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from flows import summary
from flows.countries import set_country
from flows.doubtful import as_meant
from flows.going_back import held
from flows.inputs import Choose
from flows.measured import standing
from flows.reopening import reopened
from flows.reply import Message, Reply
from flows.session import Answer, Interruption, Session
from flows.taken import take
from flows.talk import Step, Talk
from flows.telling import facts_of
from knowledge.levels import Level, Severity

NODES = frozenset({"meant", "country", "change", summary.NODE})


class InterruptionTaps:
    """Answers taps on interruptions.

    Attributes:
        acts: what each of their buttons does that belongs to the talk itself.
    """

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self.acts: dict[str, Callable[[Session], Step]] = {
            "need_help": self._need_help,
            "no_help": lambda session: talk.show(session.past_interruption()),
            "meant_else": self._meant_else,
            "right": self._right,
            "carry_on": lambda session: talk.show(session.past_interruption()),
            "delete_yes": self._delete,
            "delete_no": lambda session: talk.show(session.past_interruption(), toast=talk.words.say("talk.kept")),
        }

    def pick(self, session: Session, choice: Choose) -> Step:
        """One of the things that the interruption offers."""
        one, talk = session.interruption, self._talk
        if one is None:
            return talk.stale(session)
        if (
            choice.node == "meant"
            and one.kind == "did_you_mean"
            and choice.option.isdigit()
            and int(choice.option) < len(one.ids)
        ):
            return take(session.past_interruption(), (as_meant(one, one.ids[int(choice.option)]),), talk)
        if choice.node == summary.NODE and one.kind == summary.KIND:
            changed = talk.summary.toggled(one, choice)
            return (
                talk.show(replace(session, waiting=(changed, *session.waiting[1:]))) if changed else talk.stale(session)
            )
        if choice.node == "country" and choice.option in talk.content.countries:
            return set_country(session, choice.option, talk)
        if choice.node == "change" and session.answer(choice.option):
            return talk.show(reopened(session.past_interruption(), choice.option, talk.flow))
        return talk.stale(session)

    def _need_help(self, session: Session) -> Step:
        one = session.interruption
        if one is None:
            return self._talk.stale(session)
        session = held(self._talk.unsent_noted(session.past_interruption()))  # the rest is for the crew, or comes again
        session = session.with_answer(Answer("danger", ("yes", *one.ids)), ())
        which = self._which(one.ids)
        if one.ids and not which:  # it is known, and has no button there
            session = session.with_answer(Answer("danger_which"), ())
        return self._talk.show(replace(session, draft=tuple(dict.fromkeys((*which, *session.draft)))))

    def _which(self, signs: Collection[str]) -> list[str]:
        """What is ticked of "which was it?": the option of the same line of the danger screen."""
        flow = self._talk.flow
        said = {one for line in flow.node("danger").lines for one in line.findings if {*line.findings} & {*signs}}
        return [one.id for one in flow.node("danger_which").options if one.id in {*said, *signs}]

    def _meant_else(self, session: Session) -> Step:
        one = session.interruption
        if one is None or one.kind != "did_you_mean":
            return self._talk.stale(session)
        notice = self._talk.words.say("talk.unknown_name", name=one.words)
        return take(session.past_interruption(), (as_meant(one, ""),), self._talk, notice)

    def _right(self, session: Session) -> Step:
        """What was understood is right as it is ticked now."""
        one = session.interruption
        if one is None or one.kind != summary.KIND:
            return self._talk.stale(session)
        after = standing(session, self._talk.summary.confirmed(session, one), self._talk)
        if not self._has_new_sign(session, one):
            return self._talk.show(after)
        worse = after.with_answer(Answer("course", ("worse",)))
        worse = replace(worse, draft=after.draft, waiting=after.waiting)
        return self._talk.show(worse, notice=self._talk.words.say("talk.new_sign"))

    def _has_new_sign(self, session: Session, one: Interruption) -> bool:
        """Whether a sign came up after a result, or once it was said how it goes: it is worse (clinical.md 7.4)."""
        said = session.told or session.answer("course")
        if not said or session.told == Severity.SEVERE.value:
            return False
        before = facts_of(session, self._talk.flow, self._talk.content).levels
        return any(each in self._talk.content.findings and before.get(each) != Level.YES for each in one.ids)

    def _delete(self, session: Session) -> Step:
        if session.interruption is None or session.interruption.kind != "delete":
            return self._talk.stale(session)
        help_now = self._talk.screens.last_row(session)[:1]
        return None, Reply((Message(self._talk.words.say("talk.deleted"), (help_now,)),), forget=True)
