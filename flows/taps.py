"""What a tap does: to a question, to an interruption, or to the talk as a whole."""

from collections.abc import Callable

from msgspec.structs import replace

from flows import card_text, summary
from flows.country_lines import country_lines
from flows.definition import Node
from flows.inputs import Choose
from flows.machine import DONE
from flows.reply import Attachment, Message, Reply
from flows.screens import EXCLUSIVE
from flows.session import Answer, Interruption, Said, Session
from flows.talk import Step, Talk
from knowledge.levels import Severity

DANGER = "danger"
KEPT_WHEN_ASKED_ANEW = ("substances", "mood_medicine", "taken", "person")


class Taps:
    """Answers taps; every method takes a session and gives the next one with the reply."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self._acts: dict[str, Callable[[Session], Step]] = {
            "back": self._back,
            "mistake": self._back,
            "called": lambda session: self._note(session, "outcomes.called"),
            "cannot_call": lambda session: self._note(session, "outcomes.cannot_call"),
            "card": self.card,
            "card_pdf": lambda session: self._card_file(session, "card_pdf"),
            "card_qr": lambda session: self._card_file(session, "card_qr"),
            "card_share": lambda session: self._note(session, "card.share", urgent=False),
            "card_delete": lambda session: (session, Reply(toast=talk.words.say("talk.card_deleted"), erase=True)),
            "why": self._why,
            "worse": self._worse,
            "change": lambda session: self._interrupt(session, "change"),
            "country": lambda session: self._interrupt(session, "country"),
            "carry_on": lambda session: talk.show(_uninterrupted(session)),
            "start_again": self.new_talk,
            "new_person": self.new_talk,
            "something_changed": self.ask_anew,
            "delete_yes": self._delete,
            "delete_no": lambda session: talk.show(_uninterrupted(session), toast=talk.words.say("talk.kept")),
            "need_help": self._need_help,
            "no_help": lambda session: talk.show(_answered(session)),
            "meant_else": self._meant_else,
            "right": self._right,
        }

    def tap(self, session: Session, choice: Choose) -> Step:
        """What a tap does; one that belongs to an old question only says so and shows the present screen."""
        talk = self._talk
        if choice.talk != session.talk:
            return self._tap_elsewhere(session, choice)
        if choice.node == "talk":
            act = self._acts.get(choice.option)
            return act(session) if act else self._stale(session)
        if choice.node in {"meant", "country", "change", summary.NODE}:
            return self._pick_interruption(session, choice)
        node = talk.node(session)
        if node is None or session.interruption:
            return self._stale(session)
        if choice.node == node.beside and not session.answer(choice.node):
            session = session.with_answer(self._drafted(node, session))
            node = talk.flow.node(choice.node)
        if choice.node != node.id:
            return self._stale(session)
        return self._tap_node(session, node, choice)

    def _tap_elsewhere(self, session: Session, choice: Choose) -> Step:
        """A tap on a screen of another talk: it is old, unless it is the danger screen.

        A first one may be sent twice, for nothing is held before it is answered; and its "yes" is never too late.
        A "no" that may have been about another person is old.
        """
        talk = self._talk
        first = session.number == 1 and not session.begun and not session.interruption
        if choice.node == DANGER and first:
            return self.tap(session, replace(choice, talk=session.talk))
        if (choice.node, choice.option) == (DANGER, "yes"):
            return session, Reply((talk.outcomes.emergency(session, talk.took(session)),))
        return self._stale(session)

    def ask_anew(self, session: Session) -> Step:
        """The danger screen first, with what was taken kept."""
        kept = tuple(one for one in session.answers if one.node in KEPT_WHEN_ASKED_ANEW)
        session = replace(_uninterrupted(session), answers=kept, draft=(), asked=(), revisit="", told="")
        return self._talk.show(session, fresh=True)

    def new_talk(self, session: Session) -> Step:
        """A new talk, perhaps about another person; the country stays."""
        anew = Session(
            talk=max(int(session.at), session.talk + 1),
            number=session.number + 1,
            country=session.country,
            language=session.language,
            at=session.at,
            simple=session.simple,
            event=session.event,
        )
        return self._talk.show(anew, fresh=True)

    def card(self, session: Session) -> Step:
        """The handoff card, as a message that stays."""
        if not session.answers:
            return self._talk.show(session, notice=self._talk.words.say("talk.no_card"), fresh=True)
        card, act = self._talk.cards.card(session, self._talk.assessment(session)), self._talk.act
        rows = (
            (act(session, "card_pdf"), act(session, "card_qr")),
            (act(session, "card_share"), act(session, "card_delete")),
        )
        return session, Reply((Message(card_text.marked(card), rows, stays=True),))

    def _card_file(self, session: Session, kind: str) -> Step:
        """The card as a page or as a QR; as text again when that can't be sent."""
        if not session.answers:
            return self._stale(session)
        card = self._talk.cards.card(session, self._talk.assessment(session))
        attachment = Attachment(kind, card=card, instead=card_text.marked(card))
        rows = ((self._talk.act(session, "card_delete"),),)
        return session, Reply((Message(self._talk.words.say(f"card.{kind}"), rows, stays=True, attachment=attachment),))

    def _tap_node(self, session: Session, node: Node, choice: Choose) -> Step:
        match choice.act, choice.option:
            case ("on" | "off") as act, option if node.option(option) and node.kind in {"many", "substances"}:
                kept = tuple(one for one in session.draft if one != option)
                return self._talk.show(replace(session, draft=(*kept, option) if act == "on" else kept))
            case "do", ("next" | "none") as send if node.kind in {"many", "grid", "substances"}:
                return self._send(session, node, send)
            case "pick", "other" if node.kind == "danger":
                subject = "them" if session.subject == "you" else "you"
                return self._talk.show(replace(session, subject=subject))
            case "pick", option if node.kind == "grid":
                return self._grid(session, node, option)
            case "pick", option if node.option(option) and node.kind in {"one", "danger"}:
                return self._talk.show(session.with_answer(Answer(node.id, (option,))))
            case "pick", ("none" | "unsure") as alone if node.kind == "substances":
                picks = session.draft if alone == "none" else (*session.draft, alone)
                return self._talk.show(session.with_answer(Answer(node.id, picks or (alone,), session.draft_taken)))
        return self._stale(session)

    def _send(self, session: Session, node: Node, send: str) -> Step:
        words = self._talk.words
        if node.kind == "grid":
            if send == "next":
                return self._talk.show(session, toast=words.say("talk.tap_each_row"))
            drafted = {pick.partition("=")[0] for pick in session.draft}
            rest = tuple(f"{row}=no" for row in node.rows if row not in drafted)
            return self._talk.show(session.with_answer(Answer(node.id, (*session.draft, *rest))))
        if node.kind == "substances" and not (session.draft or session.draft_taken):
            return self._talk.show(session, toast=words.say("talk.choose_first"))
        return self._talk.show(session.with_answer(self._drafted(node, session)))

    def _drafted(self, node: Node, session: Session) -> Answer:
        return Answer(node.id, session.draft, session.draft_taken if node.kind == "substances" else ())

    def _grid(self, session: Session, node: Node, option: str) -> Step:
        row, _, level = option.partition("=")
        if row not in node.rows or level not in {"yes", "no", "unsure"}:
            return self._stale(session)
        draft = (*(pick for pick in session.draft if pick.partition("=")[0] != row), option)
        if len(draft) == len(node.rows):
            return self._talk.show(session.with_answer(Answer(node.id, draft)))
        return self._talk.show(replace(session, draft=draft))

    def _pick_interruption(self, session: Session, choice: Choose) -> Step:
        one, talk = session.interruption, self._talk
        if one is None:
            return self._stale(session)
        if (
            choice.node == "meant"
            and one.kind == "did_you_mean"
            and choice.option.isdigit()
            and int(choice.option) < len(one.ids)
        ):
            return self.take(_answered(session), (Said(one.words, one.ids[int(choice.option)]),))
        if choice.node == summary.NODE and one.kind == summary.KIND:
            changed = talk.summary.toggled(one, choice)
            return (
                talk.show(replace(session, waiting=(changed, *session.waiting[1:])))
                if changed
                else self._stale(session)
            )
        if choice.node == "country" and choice.option in talk.content.countries:
            return self.set_country(session, choice.option)
        if choice.node == "change" and session.answer(choice.option):
            return talk.show(self._reopened(_uninterrupted(session), choice.option))
        return self._stale(session)

    def _reopened(self, session: Session, node: str) -> Session:
        """A question to answer anew; what was ticked or typed there still is, so that adding never takes away."""
        said = session.answer(node)
        kept = tuple(answer for answer in session.answers if answer.node != node)
        anew = replace(session, answers=kept, revisit=node, told="", draft=(), asked=())
        return self._ticked(anew, said) if said else anew

    def _ticked(self, session: Session, said: Answer) -> Session:
        """The question as it was before it was answered so."""
        node = self._talk.flow.by_id.get(said.node)
        if node is None or session.simple or node.kind not in {"many", "substances"}:
            return session
        ticked = tuple(pick for pick in said.picks if pick not in EXCLUSIVE)
        return replace(session, draft=ticked, draft_taken=said.taken or session.draft_taken)

    def set_country(self, session: Session, iso: str) -> Step:
        """Use a country's numbers from now on."""
        talk, known = self._talk, self._talk.content.countries[iso]
        numbers = Message(country_lines(known, talk.content, talk.words), stays=True)
        after, reply = talk.show(replace(_uninterrupted(session), country=iso), fresh=True)
        return after, replace(reply, messages=(numbers, *reply.messages))

    def take(self, session: Session, taken: tuple[Said, ...], notice: str = "", *, more: bool = False) -> Step:
        """Note substances that were typed: into the present question, or into the answer that was given before.

        What is typed again takes the place of the same thing, unless it is more of it.
        """
        talk = self._talk
        names = ", ".join(one.understood for one in taken)
        notice = notice or talk.words.say("talk.noted", name=names)
        answer = session.answer("substances")
        if answer is None:
            again = set() if more else {new.id for new in taken if new.id}
            kept = tuple(one for one in session.draft_taken if one.id not in again)
            return talk.show(replace(session, draft_taken=(*kept, *taken)), notice=notice, fresh=True)
        amended = replace(
            answer, taken=(*answer.taken, *taken), picks=tuple(one for one in answer.picks if one != "none")
        )
        answers = tuple(amended if one.node == "substances" else one for one in session.answers)
        return talk.show(replace(session, answers=answers, told=""), notice=notice, fresh=True)

    def _meant_else(self, session: Session) -> Step:
        one = session.interruption
        if one is None or one.kind != "did_you_mean":
            return self._stale(session)
        notice = self._talk.words.say("talk.unknown_name", name=one.words)
        return self.take(_answered(session), (Said(one.words, ""),), notice)

    def _right(self, session: Session) -> Step:
        """What was understood is right as it is ticked now."""
        one = session.interruption
        if one is None or one.kind != summary.KIND:
            return self._stale(session)
        return self._talk.show(self._talk.summary.confirmed(session, one))

    def _need_help(self, session: Session) -> Step:
        one = session.interruption
        if one is None:
            return self._stale(session)
        session = session.with_answer(Answer(DANGER, ("yes",)))
        if one.ids:
            session = session.with_answer(Answer("danger_which", one.ids))
        return self._talk.show(session)

    def _worse(self, session: Session) -> Step:
        worse = session.with_answer(Answer("course", ("worse",)))
        if self._talk.assessment(worse).severity == Severity.SEVERE:
            return self._talk.show(worse)
        return self.ask_anew(session)

    def _why(self, session: Session) -> Step:
        return session, Reply((self._talk.outcomes.sources(self._talk.assessment(session), session),))

    def _back(self, session: Session) -> Step:
        if session.interruption:
            return self._talk.show(_uninterrupted(session))
        before = session.back()
        if session.answers:
            before = self._ticked(before, session.answers[-1])
        return self._talk.show(before, fresh=bool(session.told))

    def _delete(self, session: Session) -> Step:
        if session.interruption is None or session.interruption.kind != "delete":
            return self._stale(session)
        return None, Reply((Message(self._talk.words.say("talk.deleted")),), forget=True)

    def _note(self, session: Session, key: str, *, urgent: bool = True) -> Step:
        return session, Reply((Message(self._talk.words.say(key, session.subject), stays=True, urgent=urgent),))

    def _interrupt(self, session: Session, kind: str) -> Step:
        return self._talk.show(replace(session, waiting=(Interruption(kind),)), fresh=self._talk.place(session) == DONE)

    def _stale(self, session: Session) -> Step:
        return self._talk.show(session, toast=self._talk.words.say("talk.stale"))


def _uninterrupted(session: Session) -> Session:
    return replace(session, waiting=())


def _answered(session: Session) -> Session:
    """The session with its first interruption answered and the others still waiting."""
    return replace(session, waiting=session.waiting[1:])
