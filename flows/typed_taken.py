"""Names and doses typed as what was taken; a doubtful name is asked about, an unknown one is never safe."""

from msgspec.structs import replace

from flows.definition import Node
from flows.session import Interruption, Said, Session
from flows.taken import take
from flows.talk import Step, Talk
from flows.typed_commands import MOST_WORDS_SHOWN
from flows.understanding import Understood

ASKS_AMOUNT = ("substances", "taken")


class TypedTaken:
    """Notes what was typed as taken."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def dose(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """An amount or a time without a name belongs to the one thing that was taken."""
        if not (said.amount or said.when) or (said.answer and node and node.id not in ASKS_AMOUNT):
            return None  # "not sure" is no amount where something else is asked
        words = self._talk.words
        answer = session.answer("substances")
        typed = answer.taken if answer else session.draft_taken
        substances = self._talk.flow.node("substances")
        picks = [substances.option(pick) for pick in (answer.picks if answer else session.draft)]
        buttons = [Said(one.id, one.counts_as) for one in picks if one and one.counts_as]
        everything = [*typed, *buttons]
        if len({one.id for one in everything}) != 1:
            return self._talk.show(session, notice=words.say("talk.amount_which"), fresh=True)
        last = everything[-1]
        dosed = replace(last, amount=said.amount or last.amount, when=said.when or last.when)
        notice = words.say("talk.amount_noted", words=" ".join(part for part in (said.amount, said.when) if part))
        return take(session, (dosed,), self._talk, notice, more=said.more)

    def named(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """Names of what was taken."""
        words = self._talk.words
        doubts = tuple(Interruption("did_you_mean", one.said[:MOST_WORDS_SHOWN], one.ids) for one in said.doubts)
        at_substances = node is not None and node.kind in {"substances", "danger"}
        unknown = tuple(Said(word, "") for word in said.unknown) if node and node.kind == "substances" else ()
        if not (said.taken or doubts or unknown) or (doubts and not said.taken and not at_substances):
            return None
        session = replace(session, waiting=doubts)
        if not said.taken and not unknown:
            return self._talk.show(session, fresh=True)
        names = ", ".join(dict.fromkeys(one.understood for one in said.taken))
        notices = [words.say("talk.noted", name=names)] * bool(said.taken)
        notices += [words.say("talk.unknown_name", name=one.said) for one in unknown]
        return take(session, (*said.taken, *unknown), self._talk, "\n".join(notices), more=said.more)

    def edited(self, session: Session, said: Understood) -> Step:
        """An edited message: read again and replaced on the substance screen."""
        if session.answer("substances") is None and said.taken:
            return self._talk.show(replace(session, draft_taken=said.taken), fresh=True)
        return self._talk.show(session, notice=self._talk.words.say("talk.edited"), fresh=True)
