"""Interruptions and typed words: danger words make one, and words answer the one that is on the screen."""

from msgspec.structs import replace

from flows import summary
from flows.countries import typed_country
from flows.inputs import Choose, Say
from flows.session import Interruption, Said, Session
from flows.taken import take
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.typed.commands import MOST_WORDS_SHOWN, TypedCommands
from flows.understanding import Understood

_HELP = {"yes": "need_help", "unsure": "need_help", "cry": "need_help", "no": "no_help"}
ANSWERS = {
    "danger_words": _HELP,
    "self_harm_words": _HELP,
    "delete": {"yes": "delete_yes", "no": "delete_no"},
    "did_you_mean": {"no": "meant_else", "unsure": "meant_else"},
    summary.KIND: {"yes": "right", "ok": "right"},
}
COMMANDS = frozenset({"sos", "cry", "back"})  # what can be said in front of any question


class TypedInterruptions:
    """Raises and answers them."""

    def __init__(self, talk: Talk, taps: Taps, commands: TypedCommands) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps, self._commands = talk, taps, commands

    def alarm(self, session: Session, said: Understood) -> Step | None:
        """Danger and self-harm words come before everything, in every state."""
        waiting = []
        if said.denied_harm and not said.danger:
            # a denial is believed, and still worth one gentle question
            waiting.append(Interruption("self_harm_words", said.denied_harm[:MOST_WORDS_SHOWN], ("self_harm",)))
        elif said.self_harm:
            waiting.append(Interruption("self_harm_words", said.self_harm[:MOST_WORDS_SHOWN], ("self_harm",)))
        if said.danger:
            # of what the words may mean the first is said to the crew
            ids = tuple(dict.fromkeys(findings[0] for _, findings in said.danger if findings))
            words = ", ".join(_each_once([phrase for phrase, _ in said.danger]))
            waiting.append(Interruption("danger_words", words[:MOST_WORDS_SHOWN], ids))
        if not waiting:
            return None
        kept = [one for one in session.waiting if one.kind not in {"danger_words", "self_harm_words", summary.KIND}]
        # what was read before and not confirmed comes again, whatever is answered now
        read = (*session.heard, *(one for one in session.waiting if one.kind == summary.KIND))
        heard = self._talk.summary.together(read, self._talk.summary.of(session, said), more=said.more)
        session = replace(about(session, said), heard=heard)
        return self._talk.show(replace(session, waiting=(*waiting, *kept)), fresh=True)

    def answer(self, session: Session, one: Interruption, given: Say, said: Understood) -> Step:
        """What words do to the question that stands in front of the talk."""
        act = "" if given.edited else ANSWERS.get(one.kind, {}).get(said.answer or said.command)
        if one.kind == "did_you_mean" and said.answer == "yes" and len(one.ids) == 1:
            return self._taps.tap(session, Choose(session.talk, "pick", "meant", "0"))
        if act:
            return self._taps.act(session, act)
        if said.command in COMMANDS and (step := self._commands.answer(session, given.text, said)):
            return step
        signs = any(each.status == "present" for each in said.signs)
        if (one.kind == summary.KIND and (said.taken or signs)) or (one.kind == "did_you_mean" and signs):
            return self._more(session, said, self._talk.summary.of(session, said))
        if one.kind == summary.KIND and said.amount and len({each.id for each in one.taken}) == 1:
            last = one.taken[-1]  # "and another 3 g": of the one thing that was read
            dosed = Said(last.said, last.id, said.amount, said.when)
            return self._more(session, said, (Interruption(summary.KIND, "", (), (dosed,)),))
        if one.kind == "did_you_mean" and said.taken:
            session = session.past_interruption() if self._meant(session, said) else session
            return take(session, said.taken, self._talk, more=said.more)
        if one.kind == "country":
            return typed_country(session, given.text, self._talk)
        if one.kind in {"danger_words", "self_harm_words"}:
            return self._first(session, said)
        return self._talk.show(session, notice=self._talk.words.say("talk.cannot_read"), fresh=True)

    def _first(self, session: Session, said: Understood) -> Step:
        """Other words at the question about danger: what they say is kept, and it comes again with its number."""
        heard = self._talk.summary.together(session.heard, self._talk.summary.of(session, said), more=said.more)
        number = self._talk.calls.numbers(session).emergency
        notice = self._talk.words.say("talk.danger_first", session.subject, number=number)
        return self._talk.show(replace(session, heard=heard), notice=notice, fresh=True)

    def _meant(self, session: Session, said: Understood) -> bool:
        """Whether a name answers what was meant; after another one the question stays."""
        one = session.interruption
        return bool(one and one.kind == "did_you_mean" and {each.id for each in said.taken} & {*one.ids})

    def _more(self, session: Session, said: Understood, new: tuple[Interruption, ...]) -> Step:
        """More words while what was understood, or may be, is on the screen: both together."""
        more = said.more
        if self._meant(session, said):
            session = session.past_interruption()
        if session.answer("danger"):
            session = replace(session, waiting=self._talk.summary.together(session.waiting, new, more=more))
        else:  # the danger screen comes before what was understood
            session = replace(session, heard=self._talk.summary.together(session.heard, new, more=more))
        return self._talk.show(session, fresh=True)


def _each_once(phrases: list[str]) -> list[str]:
    """The phrases without those that another one says too: "hes turning blue" needs no "turning blue"."""
    return [one for one in dict.fromkeys(phrases) if not any(one != other and one in other for other in phrases)]


def about(session: Session, said: Understood) -> Session:
    """Whom the talk is about, as the first words say it; the danger screen has a button to change it."""
    if said.subject == "other" and not session.answers:
        return replace(session, subject="them")
    return session
