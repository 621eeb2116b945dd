"""What was typed of the person: ticked on "About you", and added to that answer once it is there."""

from msgspec.structs import replace

from flows.session import PERSON, Session
from flows.talk import Step, Talk
from flows.understanding import People, Person, Understood


class TypedPeople:
    """Holds it, and says it back."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk
        self._people = People()

    def read(self, session: Session, text: str) -> Person:
        """What the text says of the person; where that is asked a number alone is an age, unless it counts options."""
        node = self._talk.node(session)
        options = len(node.options) if node and node.id == PERSON and not session.interruption else 0
        number = int(text) if text.strip().isdecimal() else 0
        return self._people.read(text, bare=0 < options < number)

    def held(self, session: Session, person: Person) -> Session:
        """The session with it; a result that was told is told anew."""
        answer = session.answer(PERSON)
        if answer is None:
            return replace(session, about=tuple(dict.fromkeys((*session.about, *person.flags))))
        picks = tuple(dict.fromkeys((*answer.picks, *person.flags)))
        if picks == answer.picks:
            return session
        return replace(session.amended(replace(answer, picks=picks)), told="")

    def answer(self, session: Session, person: Person, said: Understood) -> Step | None:
        """Said back when nothing else was said; None when there is more to answer."""
        more = said.taken or said.doubts or said.measurements or said.command or said.answer or said.odd
        if not person or more or any(one.status == "present" for one in said.signs):
            return None
        names = [self._talk.content.fact(flag).label for flag in person.flags]
        name = ", ".join(names) or self._talk.words.say("talk.years_old", count=person.age)
        return self._talk.show(session, notice=self._talk.words.say("talk.noted", name=name), fresh=True)
