"""What typed words do: danger first, then commands, options, signs, numbers, doses and names."""

from msgspec.structs import replace

from flows import summary
from flows.definition import Node
from flows.inputs import Say
from flows.session import Session
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.typed.commands import MOST_WORDS_SHOWN, TypedCommands
from flows.typed.interruptions import TypedInterruptions, about
from flows.typed.numbers import TypedNumbers
from flows.typed.options import TypedOptions
from flows.typed.people import TypedPeople
from flows.typed.questions import TypedQuestions
from flows.typed.taken import TypedTaken
from flows.understanding import Person, Understood


class Typed:
    """Answers typed words."""

    def __init__(self, talk: Talk, taps: Taps) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self._commands = TypedCommands(talk, taps)
        self._interruptions = TypedInterruptions(talk, taps, self._commands)
        self._options = TypedOptions(talk, taps)
        self._questions = TypedQuestions(talk)
        self._numbers = TypedNumbers(talk)
        self._taken = TypedTaken(talk)
        self._people = TypedPeople(talk)

    def say(self, session: Session, given: Say) -> Step:
        """What the words do; words that say nothing we know get an honest answer and the present screen."""
        said = self._talk.reader.read(given.text, lang=session.language)
        person = self._people.read(session, given.text)
        said = replace(said, unknown=tuple(one for one in said.unknown if not person.words & {*one.split()}))
        session = self._taken.begun(self._people.held(session, person), said)
        alarm = self._interruptions.alarm(session, said)
        if alarm:
            return alarm
        if given.edited and _is_summarised(session):
            read = (*session.heard, *(one for one in session.waiting if one.kind == summary.KIND))
            session = replace(session, heard=read, waiting=())
        elif session.interruption:
            noted = self._people.answer(session, person, said)
            return noted or self._interruptions.answer(session, session.interruption, given, said)
        elif given.edited:
            return self._edited(session, said, person)
        node = self._talk.node(session)
        notice = self._cannot_read(session, said)
        return (
            self._commands.answer(session, given.text, said)
            or self._animal(session, said)
            # the label of a button on the screen is a tap, whatever else its words could mean
            or self._options.answer(session, node, said)
            or self._questions.vague(session, node, said)
            or self._sentence(session, node, said, edited=given.edited)
            or self._people.answer(session, person, said)
            or self._questions.asked(session, said)
            or self._numbers.answer(session, node, given.text, said)
            or self._taken.unnamed(session, node, said)
            or self._taken.dose(session, node, said)
            or self._taken.more(session, said)
            or self._taken.named(session, node, said)
            or self._talk.show(session, notice=notice, fresh=True)
        )

    def _edited(self, session: Session, said: Understood, person: Person) -> Step:
        """An earlier message, read again: what is new in it is added or asked; it taps no button of another screen."""
        node = self._talk.node(session)
        return (
            self._sentence(session, node, said, edited=True)
            or self._people.answer(session, person, said)
            or (self._numbers.answer(session, node, "", said) if said.measurements else None)
            or self._taken.named(session, node, said, edited=True)
            or self._talk.show(session, notice=self._talk.words.say("talk.edited"), fresh=True)
        )

    def _cannot_read(self, session: Session, said: Understood) -> str:
        """What is said when nothing else is known to say."""
        if said.odd:
            return self._talk.words.say("talk.number_odd")
        if said.lang != "en":
            number = self._talk.calls.numbers(session).emergency
            return self._talk.words.say("talk.other_language", number=number)
        return self._talk.words.say("talk.cannot_read")

    def _animal(self, session: Session, said: Understood) -> Step | None:
        if said.subject != "animal" or not (said.taken or said.signs or said.doubts):
            return None
        return self._talk.show(session, notice=self._talk.words.say("talk.animal"), fresh=True)

    def _sentence(self, session: Session, node: Node | None, said: Understood, *, edited: bool) -> Step | None:
        """Signs, or signs with names or numbers: shown once, and nothing counts before it is confirmed."""
        signs = any(one.status == "present" for one in said.signs)
        named = bool(said.taken) and node is not None and node.kind == "danger"
        if said.command or said.answer or not (signs or named) or (not named and _is_only_number(said)):
            return None
        session, unheard = self._taken.beside_signs(session, node, said)
        new = self._talk.summary.of(session, said)
        heard = self._talk.summary.together(session.heard, new, more=said.more, corrects=edited)
        session = about(session, said)
        if session.answer("danger"):
            return self._talk.show(replace(session, heard=(), waiting=heard), notice=unheard, fresh=True)
        words = ", ".join(
            dict.fromkeys(
                [*(one.said for one in said.taken), *(one.said for one in said.signs if one.status == "present")]
            )
        )
        notice = self._talk.words.say("talk.understood_later", words=words[: 2 * MOST_WORDS_SHOWN])
        return self._talk.show(replace(session, heard=heard), notice=notice, fresh=True)


def _is_only_number(said: Understood) -> bool:
    """Whether it is a measurement and nothing else."""
    return not said.taken and all(one.rule == "measurement" for one in said.signs if one.status == "present")


def _is_summarised(session: Session) -> bool:
    return bool(session.heard) or any(one.kind == summary.KIND for one in session.waiting)
