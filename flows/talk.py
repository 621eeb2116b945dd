"""A talk seen as a whole: where it is, what it says, and how that looks."""

from functools import lru_cache

from msgspec.structs import replace

from flows.cards.cards import Cards
from flows.cards.crew_notes import note, note_unsent
from flows.definition import Flow, Node
from flows.inputs import Choose
from flows.interruptions import Interruptions
from flows.learning import Learning
from flows.machine import DONE, FlowMachine
from flows.mixes import Mixes
from flows.outcomes import Outcomes
from flows.relevance import Outlook
from flows.reopening import closed
from flows.reply import Button, Message, Reply
from flows.screens import Screens
from flows.session import PERSON, Session
from flows.simple import Simple
from flows.summary import KIND, Summary
from flows.telling import facts_of
from flows.understanding import Reader
from flows.whom_to_call import WhomToCall
from knowledge.assess import Assessment, assess
from knowledge.content import Content
from knowledge.levels import Severity
from knowledge.wording import Wording

Step = tuple[Session | None, Reply]


class Talk:
    """What every part of the engine needs: the content, the flow, its machine, and the words.

    All of it is read once and never changed; sessions go in and come out.
    """

    def __init__(self, content: Content, flow: Flow, words: Wording, default_country: str = "") -> None:
        """Build the parts once."""
        self.content, self.flow, self.words = content, flow, words
        self.machine = FlowMachine(flow)
        self._place = lru_cache(maxsize=4)(self._find_place)
        self.calls = WhomToCall(content, words, default_country)
        self.screens = Screens(flow, content, words, self.calls)
        self.outcomes = Outcomes(content, words, self.calls)
        self.cards = Cards(flow, content, words, self.screens)
        self.reader = Reader(content)
        self.simple = Simple(flow, content, words, self.screens)
        self.learning = Learning(content, words)
        self.mixes = Mixes(content, words, self.screens)
        self.summary = Summary(flow, content, words)
        self.interruptions = Interruptions(content, words, self.screens, self.calls)

    def place(self, session: Session) -> str:
        """The node the talk is at, or DONE."""
        # one step asks several times; a few places are remembered, and nothing of anybody for long
        return self._place(Session(answers=session.answers, revisit=session.revisit))

    def _find_place(self, session: Session) -> str:
        facts = facts_of(session, self.flow, self.content)
        return self.machine.place(Outlook(session, facts, self.flow, self.content))

    def node(self, session: Session) -> Node | None:
        """The node that is on the screen: the one the talk is at, or one asked afterwards; None when all is asked."""
        place = self.place(session)
        if place != DONE:
            return self.flow.node(place)
        return next((node for node in self.flow.afterwards if self._asked_afterwards(node, session)), None)

    def assessment(self, session: Session) -> Assessment:
        """What the rules say of the answers so far."""
        return assess(facts_of(session, self.flow, self.content), self.content)

    def took(self, session: Session) -> str:
        """What was taken, in words."""
        return self.cards.took(facts_of(session, self.flow, self.content).taken)

    def show(self, session: Session, *, notice: str = "", toast: str = "", fresh: bool = False) -> Step:
        """The present screen, and the outcome before it when it was not told yet."""
        if session.revisit and self._is_emergency_beside(session):
            session = closed(session)
        if session.heard and not session.waiting and self._is_heard_now(session):
            session = self._heard(session)
        if session.interruption:
            screen = self.interruptions.screen(session.interruption, session, self)
            return session, Reply((_noticed(screen, notice, fresh=fresh),), toast=toast)
        told: tuple[Message, ...] = ()
        if self.place(session) == DONE and not session.told:
            session = self.unsent_noted(session)
            found = self.assessment(session)
            told = (self.outcomes.message(found, session, self.took(session)),)
            session = replace(session, told=found.severity.value, told_at=session.at)
            fresh = True
        node = self.node(session)
        if node and node.id == PERSON:
            session = replace(session, draft=tuple(dict.fromkeys((*session.draft, *session.about))))
        screen = self._screen(node, session) if node else self.after(session)
        if picture := self._picture(node, session):
            told, fresh = (*told, self.learning.picture(picture)), True
            session = replace(session, pictures=(*session.pictures, picture))
        return session, Reply((*told, _noticed(screen, notice, fresh=fresh)), toast=toast)

    def unsent_noted(self, session: Session) -> Session:
        """The session with what is ticked and typed as taken, before the talk goes on without that question."""
        return note_unsent(session, self.flow.node("substances"))

    def _is_emergency_beside(self, session: Session) -> bool:
        """Whether something else is severe while a question is answered anew: then that is no time for it."""
        others = tuple(one for one in session.answers if one.node != session.revisit)
        return self.assessment(replace(session, answers=others)).severity == Severity.SEVERE

    def _is_heard_now(self, session: Session) -> bool:
        """What was typed before the danger screen waits for its answer; after Back, for that of the question before."""
        return session.answer("danger") is not None and self.place(session) != session.again

    def _heard(self, session: Session) -> Session:
        """What was typed comes now; in an emergency what was taken goes on the card, and the rest waits."""
        heard = session.heard
        if self.assessment(session).severity != Severity.SEVERE:
            return replace(session, heard=(), waiting=heard)
        taken = tuple(said for one in heard if one.kind == KIND for said in one.taken)
        heard = tuple(replace(one, taken=()) if one.kind == KIND else one for one in heard)
        session = replace(session, heard=tuple(one for one in heard if one.ids or one.kind != KIND))
        return replace(note(self.unsent_noted(session), taken), told=session.told) if taken else session

    def stale(self, session: Session) -> Step:
        """A button of an old question: it says so, and the present screen comes again."""
        return self.show(session, toast=self.words.say("talk.stale"))

    def after(self, session: Session) -> Message:
        """The working message once all is said."""
        rows: tuple[tuple[Button, ...], ...] = (
            (self.act(session, "country"), self.act(session, "new_person")),
            self.screens.last_row(session),
        )
        if session.told != Severity.SEVERE.value:
            rows = ((self.act(session, "change"),), *rows)
        return Message(self.words.say("outcomes.after", session.subject), rows)

    def act(self, session: Session, act: str, label: str = "") -> Button:
        """A button of the talk itself rather than of a node."""
        return Button(self.words.say(f"buttons.{label or act}"), Choose(session.talk, "do", "talk", act).data)

    def _screen(self, node: Node, session: Session) -> Message:
        return self.simple.screen(node, session) if session.simple else self.screens.node(node, session)

    def _picture(self, node: Node | None, session: Session) -> str:
        """The picture that goes before a home check, once; empty when there is none."""
        check = node.home_check if node and not node.measures else None
        return check if check in self.content.pictures and check not in session.pictures else ""

    def _asked_afterwards(self, node: Node, session: Session) -> bool:
        if session.answer(node.id) or node.after is None:
            return False
        answer = session.answer(node.after.node)
        return answer is not None and node.after.option in answer.picks


def _noticed(screen: Message, notice: str, *, fresh: bool) -> Message:
    """The screen with a notice above it; what follows typed words is sent anew below them."""
    text = f"{notice}\n\n{screen.text}" if notice else screen.text
    return replace(screen, text=text, fresh=fresh)
