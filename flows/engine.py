"""The engine: one pure step from a session and an input to the next session and a reply."""

import gc

from msgspec import ValidationError
from msgspec.structs import replace

from flows.asides import Asides
from flows.beginnings import asked_anew
from flows.check_ins import NODE as CHECK
from flows.check_ins import CheckIns
from flows.countries import typed_country
from flows.definition import FOLDER, Flow
from flows.diaries import Diaries
from flows.inputs import SOS, Choose, Command, Due, Input, Say, Start, Unreadable
from flows.interruptions import IDLE_SECONDS
from flows.machine import DONE
from flows.reply import Message, Reply
from flows.schedule import Schedule
from flows.session import Interruption, Session
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.timer import COUNT, Timer
from flows.typed import Typed
from knowledge.content import Content
from knowledge.issues import ContentError, Issue
from knowledge.wording import Wording
from knowledge.yaml_file import YamlError


class Engine:
    """Moves talks along; it holds the content and nothing of any chat."""

    def __init__(self, content: Content, flow: Flow, words: Wording, default_country: str = "") -> None:
        """Build the parts once, at start."""
        self.talk = Talk(content, flow, words, default_country)
        self._taps = Taps(self.talk)
        self._typed = Typed(self.talk, self._taps)
        self._asides = Asides(self.talk, self._taps, self._typed)
        schedule = Schedule(FOLDER / "check_in.yaml", content, words)
        self._check_ins = CheckIns(self.talk, self._taps, schedule)
        self._timer = Timer(self.talk, self._taps)
        self.diaries = Diaries(self.talk)
        self.content_version = content.version

    def step(self, session: Session | None, given: Input, now: float, language: str = "en") -> Step:
        """The next session and the reply.

        Args:
            session: the talk so far, None when there is none.
            given: what came in.
            now: seconds since 1970.
            language: Telegram's language code of the person, to guess the numbers to call.

        Returns:
            The next session (None when nothing is to be held) and what goes out. The same arguments, the same result.
        """
        if isinstance(given, Due):
            if given.kind == COUNT:
                return self._timer.due(session, given, now)
            return self._check_ins.due(session, given, now)
        after, reply = self._check_ins.after(session, self._step(session, given, now, language), now)
        return after and after.dated(), reply

    def present(self, session: Session | None, language: str = "en") -> Reply:
        """The present screen again, as after a crash; an outcome that was told is told again."""
        open_check_in = self._check_ins.again(session)
        counting = session and session.interruption and session.interruption.kind == COUNT
        if open_check_in and not counting:
            return open_check_in
        reply = self.talk.show(replace(session or Session(language=language), told=""), fresh=True)[1]
        return replace(reply, messages=(*open_check_in.messages, *reply.messages)) if open_check_in else reply

    def _step(self, before: Session | None, given: Input, now: float, language: str) -> Step:
        session = self._present(before, given, now, language)
        if aside := self._asides.step(session, given):
            return aside
        match given:
            case Choose(option="sos", node="talk"):
                return before, Reply((self.talk.outcomes.emergency(session, self.talk.took(session)),))
            case Choose(node="log"):  # from the diary into the talk
                return self._start(session, Start(), idle=False)
            case Start():
                return self._start(session, given, idle=before is not None and now - before.at > IDLE_SECONDS)
            case Choose(node=node):
                taps = {CHECK: self._check_ins.tap, COUNT: self._timer.tap}.get(node, self._taps.tap)
                after, reply = taps(session, given)
                gone = before is None and (given.act, given.option) == ("told", "no")
                return after, self._typed_again(reply) if gone else reply
            case Say():
                return self._say(session, given, seen=before is not None)
            case Command():
                after, reply = self._command(session, given)
                return (before if after is session and before is None else after), reply  # no screen begins no talk
            case Unreadable():
                key = "talk.cannot_read_photo" if given.kind == "photo" else "talk.cannot_read_other"
                return self.talk.show(session, notice=self.talk.words.say(key), fresh=True)
            case Due():  # `step` has seen to it
                return before, Reply()

    def _present(self, session: Session | None, given: Input, now: float, language: str) -> Session:
        """The session as it is now; a tap on a danger screen that was never stored brings its own number."""
        if session is not None:
            return replace(session, at=now, language=language)
        talk = given.talk if isinstance(given, Choose) and given.node == "danger" else int(now)
        return Session(talk=talk, language=language, at=now)

    def _typed_again(self, reply: Reply) -> Reply:
        """The reply to a danger screen that was shown before a restart, which took what was typed with it."""
        notice = Message(self.talk.words.say("talk.typed_is_gone"), stays=True)
        return replace(reply, messages=(notice, *reply.messages))

    def _start(self, session: Session, given: Start, *, idle: bool) -> Step:
        if given.payload == "sos":
            return self._command(session, Command("sos"))
        if given.payload == "friend" and not session.answers:
            return self.talk.show(replace(session, subject="them"), fresh=True)
        if not session.answers:
            return self.talk.show(replace(session, waiting=()), fresh=True)
        place = self.talk.place(session)
        if place == DONE:
            return self.talk.show(replace(session, waiting=(Interruption("carry_on", "result"),)), fresh=True)
        if idle:
            anew, reply = self.talk.show(asked_anew(session), fresh=True)
            notice = Message(self.talk.words.say("talk.carry_on_idle"), stays=True)
            return anew, replace(reply, messages=(notice, *reply.messages))
        return self.talk.show(replace(session, waiting=(Interruption("carry_on", place), *session.waiting)), fresh=True)

    def _command(self, session: Session, given: Command) -> Step:
        words, help_now = self.talk.words, (self.talk.screens.last_row(session)[:1],)
        match given.name:
            case "start":
                return self._start(session, Start(given.argument), idle=False)
            case "sos":
                return session, Reply((self.talk.outcomes.emergency(session, self.talk.took(session)),))
            case "back":
                return self._taps.act(session, "back")
            case "card":
                return self._taps.act(session, "card")
            case "country" if given.argument:
                return typed_country(session, given.argument, self.talk)
            case "country":
                return self.talk.show(replace(session, waiting=(Interruption("country"),)), fresh=True)
            case "delete" if session.begun:
                return self.talk.show(replace(session, waiting=(Interruption("delete"), *session.waiting)), fresh=True)
            case "delete":
                return None, Reply((Message(words.say("talk.delete_nothing"), help_now, stays=True),), forget=True)
            case "privacy" | "help" | "settings":
                key = "talk.privacy" if given.name == "privacy" else "talk.help"
                return session, Reply((Message(words.say(key), help_now, stays=True),))
        return self._say(session, Say(f"{given.name} {given.argument}".strip()))

    def _say(self, session: Session, given: Say, *, seen: bool = True) -> Step:
        counted = self._timer.typed(session, given.text)
        said = counted or self._check_ins.typed(session, given.text) or self._typed.say(session, given)
        danger = said[0].answer("danger") if said[0] and not seen else None
        # a no to a danger screen that was never seen is no answer to it
        return self.talk.show(session, fresh=True) if danger and "no" in danger.picks else said


def load(locale: str = "en", default_country: str = "") -> Engine:
    """The engine with the shipped content.

    Args:
        locale: the language of the messages.
        default_country: ISO code of the numbers for chats that have set no country, empty to show the likely ones.

    Raises:
        knowledge.issues.ContentError: if any content can't be read; it lists every issue.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing made here is garbage, and looking for some would be a fifth of the start
    try:
        content = Content()
        return Engine(content, Flow(FOLDER / "triage.yaml", content), Wording(locale=locale), default_country)
    except (YamlError, ValidationError) as error:
        raise ContentError([Issue("flows/understanding", 1, f"its words can't be read: {error}")]) from error
    finally:
        if collecting:
            gc.enable()


__all__ = ["SOS", "Engine", "load"]
