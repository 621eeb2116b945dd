"""What is asked beside the talk: pages to read, and what things do together; the talk itself stays where it is."""

from msgspec.structs import replace

from flows import mix_code
from flows.beginnings import asked_anew
from flows.inputs import Choose, Command, Input, Say, Start
from flows.learning import CHECK, INDEX, NODES, PAGE
from flows.reply import Reply
from flows.session import Interruption, Session
from flows.taken import take
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.telling import facts_of
from flows.typed import Typed

ALARMS = frozenset({"danger_words", "self_harm_words"})
EVENT = "ev_"  # begins the payload of an event's link
ASIDE = frozenset({"learn", "check"})  # interruptions that nobody has to answer


class Asides:
    """Answers what is not about the talk; None when it is."""

    def __init__(self, talk: Talk, taps: Taps, typed: Typed) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps, self._typed = talk, taps, typed

    def step(self, session: Session, given: Input) -> Step | None:
        """What an input does beside the talk."""
        match given:
            case Choose():
                return self._tap(session, given)
            case Command():
                return self._command(session, given)
            case Say():
                return self._say(session, given)
            case Start(payload) if payload.startswith(mix_code.MARK):
                return self._prefilled(session, payload)
            case Start(payload) if payload.removeprefix(EVENT) in self._talk.content.events and payload.startswith(
                EVENT
            ):
                return self._at_event(session, payload.removeprefix(EVENT))
        return None

    def _tap(self, session: Session, choice: Choose) -> Step | None:
        """A tap on a page, or on "start the check" below a mix: these work for ever."""
        if choice.node in NODES and self._talk.learning.has(choice.node, choice.option):
            return self._learn(session, choice.node, choice.option)
        if choice.node == "talk" and choice.option.startswith(mix_code.MARK):
            return self._prefilled(session, choice.option)
        return self._simple(session, choice) if session.simple else None

    def _command(self, session: Session, given: Command) -> Step | None:
        """/learn, /check and /simple."""
        match given.name:
            case "learn":
                return self._learn(session, PAGE, INDEX, fresh=True)
            case "check":
                return self._check(session, given.argument)
            case "simple":
                key = "simple.off" if session.simple else "simple.on"
                session = replace(session, simple=not session.simple, asked=())
                return self._talk.show(session, notice=self._talk.words.say(key), fresh=True)
        return None

    def _say(self, session: Session, given: Say) -> Step | None:
        """Words typed while a page or the question of /check is open; words of danger go the usual way."""
        one = session.interruption
        if one is None and session.simple:
            return self._simple_word(session, given)
        if one is None or one.kind not in ASIDE:
            return None
        session = replace(session, waiting=session.waiting[1:])
        return self._check(session, given.text) if one.kind == "check" else self._typed.say(session, given)

    def _prefilled(self, session: Session, code: str) -> Step:
        """Into the talk with what a link or a button names; after a result, the danger questions come first again."""
        session = replace(session, waiting=tuple(one for one in session.waiting if one.kind in ALARMS))
        if session.told:
            session = asked_anew(session)
        answer = session.answer("substances")
        held = {one.id for one in (answer.taken if answer else session.draft_taken)}
        new = tuple(one for one in self._talk.mixes.said(code) if one.id not in held)
        return take(session, new, self._talk) if new else self._talk.show(session, fresh=True)

    def _simple(self, session: Session, choice: Choose) -> Step | None:
        """One yes or no of /simple, or the way back to the one before it."""
        node = self._talk.node(session)
        if choice.talk != session.talk or session.interruption or node is None:
            return None
        after = None
        if choice.node == "talk" and choice.option == "back":
            after = self._talk.simple.back(session, node)
        elif choice.node == node.id:
            after = self._talk.simple.answered(session, node, choice)
        return self._talk.show(after) if after else None

    def _simple_word(self, session: Session, given: Say) -> Step | None:
        """A yes or no that was typed: it is about the one thing that /simple asks, not about the whole list."""
        said, node = self._talk.reader.read(given.text), self._talk.node(session)
        asked = self._talk.simple.asked(node, session) if node else ""
        if not asked or node is None or said.danger or said.self_harm or given.edited or said.answer in {"", "ok"}:
            return None
        # "not sure" has a button in a grid only; elsewhere it counts as a yes, never as less
        level = "yes" if said.answer == "unsure" and node.kind != "grid" else said.answer
        choice = Choose(session.talk, "pick", node.id, f"{asked}={level}")
        after = self._talk.simple.answered(session, node, choice)
        return self._talk.show(after, fresh=True) if after else self._taps.tap(session, choice)

    def _at_event(self, session: Session, ident: str) -> Step | None:
        """From now on the event's medics come first, and its country's numbers after them."""
        event = self._talk.content.events.get(ident)
        if event is None:
            return None
        notice = self._talk.words.say("event.hello", name=event.name, number=event.medics.number)
        session = replace(session, event=ident, country=session.country or event.country)
        return self._talk.show(session, notice=notice, fresh=True)

    def _check(self, session: Session, argument: str) -> Step:
        said = self._talk.reader.read(argument)
        if said.danger or said.self_harm:
            return self._typed.say(session, Say(argument))
        names = self._talk.mixes.named(said)
        if not argument.strip():
            names = self._talk.mixes.told(facts_of(session, self._talk.flow, self._talk.content).taken or ())
        if not names:
            session = replace(session, waiting=(*self._front(session), Interruption("check")))
        return session, Reply((self._talk.mixes.message(names, session),))

    def _learn(self, session: Session, node: str, option: str, *, fresh: bool = False) -> Step:
        session = replace(session, waiting=(*self._front(session), Interruption("learn", option, (node,))))
        session, reply = self._shown(session, fresh=fresh)
        if node == CHECK and option in self._talk.content.pictures:
            reply = replace(reply, messages=(self._talk.learning.picture(option), *reply.messages))
        return session, reply

    def _shown(self, session: Session, *, fresh: bool) -> tuple[Session, Reply]:
        shown, reply = self._talk.show(session, fresh=fresh)
        return shown or session, reply

    def _front(self, session: Session) -> tuple[Interruption, ...]:
        """Questions about danger stay in front of everything."""
        return tuple(one for one in session.waiting if one.kind in ALARMS)
