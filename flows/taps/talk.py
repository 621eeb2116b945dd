"""Taps on the talk as a whole: back, the card, why, worse, change an answer, a new person."""

from collections.abc import Callable

from msgspec.structs import replace

from flows.beginnings import asked_anew, new_talk
from flows.cards import text as card_text
from flows.cards.card import Card
from flows.going_back import SAID, held, one_back
from flows.machine import DONE
from flows.reopening import asked_after_all, closed
from flows.reply import Attachment, Message, Reply
from flows.session import Answer, Interruption, Session
from flows.talk import Step, Talk
from flows.telling import MEASURED
from knowledge.levels import Severity


class TalkTaps:
    """Answers taps that no question asked for.

    Attributes:
        acts: what each of their buttons does.
    """

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self.acts: dict[str, Callable[[Session], Step]] = {
            "back": self._back,
            "mistake": self._mistake,
            "called": lambda session: self._note(session, "outcomes.called"),
            "cannot_call": lambda session: self._note(session, "outcomes.cannot_call"),
            "card": self._card,
            "card_pdf": lambda session: self._card_file(session, "card_pdf"),
            "card_qr": lambda session: self._card_file(session, "card_qr"),
            "card_share": lambda session: self._note(session, "card.share", urgent=False),
            "card_delete": lambda session: (session, Reply(toast=talk.words.say("talk.card_deleted"), erase=True)),
            "why": self._why,
            "worse": self._worse,
            "change": lambda session: self._interrupt(session, "change"),
            "country": lambda session: self._interrupt(session, "country"),
            "start_again": lambda session: talk.show(new_talk(session), fresh=True),
            "new_person": lambda session: talk.show(new_talk(session), fresh=True),
            "something_changed": lambda session: talk.show(asked_anew(session), fresh=True),
        }

    def _card(self, session: Session) -> Step:
        """The handoff card, as a message that stays."""
        if not session.answers:
            return self._talk.show(session, notice=self._talk.words.say("talk.no_card"), fresh=True)
        card, act = self._written(session), self._talk.act
        rows = (
            (act(session, "card_pdf"), act(session, "card_qr")),
            (act(session, "card_share"), act(session, "card_delete")),
            self._talk.screens.last_row(session)[:1],
        )
        return session, Reply((Message(card_text.marked(card), rows, stays=True),))

    def _card_file(self, session: Session, kind: str) -> Step:
        """The card as a page or as a QR; as text again when that can't be sent."""
        if not session.answers:
            return self._talk.stale(session)
        card = self._written(session)
        attachment = Attachment(kind, card=card, instead=card_text.marked(card))
        rows = ((self._talk.act(session, "card_delete"),), self._talk.screens.last_row(session)[:1])
        return session, Reply((Message(self._talk.words.say(f"card.{kind}"), rows, stays=True, attachment=attachment),))

    def _written(self, session: Session) -> Card:
        """The card, with what is ticked and typed as taken and not sent yet."""
        whole = replace(self._talk.unsent_noted(session), told=session.told)
        return self._talk.cards.card(whole, self._talk.assessment(whole))

    def _worse(self, session: Session) -> Step:
        worse = session.with_answer(Answer("course", ("worse",)))
        if self._talk.assessment(worse).severity == Severity.SEVERE:
            return self._talk.show(worse)
        return self._talk.show(asked_anew(session), fresh=True)

    def _why(self, session: Session) -> Step:
        return session, Reply((self._talk.outcomes.sources(self._talk.assessment(session), session),))

    def _back(self, session: Session) -> Step:
        talk, one = self._talk, session.interruption
        if one and one.kind not in SAID:
            return talk.show(session.past_interruption())
        if session.told == Severity.SEVERE.value:
            return self._back_in_emergency(session)
        if session.revisit and not one:
            return talk.show(closed(session), fresh=True)
        before = one_back(closed(held(session)), talk.flow)
        return talk.show(asked_after_all(before, talk.flow), fresh=bool(session.told))

    def _back_in_emergency(self, session: Session) -> Step:
        """One answer back; while it is one still, it is not told again, and what was read waits."""
        if session.interruption:
            return self._talk.show(held(session))
        before = self._before(session)
        told = session.told if self._is_severe(before) else ""
        return self._talk.show(asked_after_all(replace(before, told=told), self._talk.flow), fresh=True)

    def _mistake(self, session: Session) -> Step:
        """Back to before the answer that made it an emergency; the card stays."""
        if session.told != Severity.SEVERE.value:
            return self._talk.stale(session)
        before = held(session)
        while before.answers and self._is_severe(before):
            before = self._before(before)
        ticks = tuple(one for one in before.draft if not any(node.ticks([one]) for node in self._talk.flow.afterwards))
        return self._talk.show(asked_after_all(replace(before, draft=ticks), self._talk.flow), fresh=True)

    def _before(self, session: Session) -> Session:
        """One answer back in an emergency: a number stands, unless it is what makes it one."""
        without = replace(session, answers=session.answers[:-1], told="")
        number = session.answers[-1].node == MEASURED and not self._is_severe(without)
        return without if number else one_back(session, self._talk.flow)

    def _is_severe(self, session: Session) -> bool:
        return self._talk.assessment(session).severity == Severity.SEVERE

    def _note(self, session: Session, key: str, *, urgent: bool = True) -> Step:
        return session, Reply((Message(self._talk.words.say(key, session.subject), stays=True, urgent=urgent),))

    def _interrupt(self, session: Session, kind: str) -> Step:
        return self._talk.show(replace(session, waiting=(Interruption(kind),)), fresh=self._talk.place(session) == DONE)
