"""Names and doses typed as what was taken; a doubtful name is asked about, an unknown one is never safe."""

import re

from msgspec.structs import replace

from flows.beginnings import renewed
from flows.definition import Node
from flows.doubtful import did_you_mean
from flows.reopening import reopened
from flows.session import Interruption, Said, Session
from flows.taken import take
from flows.talk import Step, Talk
from flows.typed.commands import MOST_WORDS_SHOWN
from flows.understanding import Understood
from flows.understanding.names.taking import is_asked_or_denied, says_taken, took_more
from knowledge.english import english

ASKS_AMOUNT = ("substances", "taken")
NEW = "new_or_raised"
MORE, UNKNOWN_PILL = "more_than_usual", "unknown pill"
MOST_HELD = 2  # things named before that a pill may be one of
_ONE_PILL = re.compile(r"(?:i )?(?:took |had |ate |popped )?(?:an?|one|another) (?:pill|tab|tablet|cap|capsule)")
_PILL = re.compile(r"\b(?:pill|tab|tablet|cap|capsule|med|medicine|medication)s?\b")


class TypedTaken:
    """Notes what was typed as taken."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def unnamed(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """A pill or a medicine without a name may be anything; a number of pills belongs to what was named."""
        if (node and node.kind != "substances") or said.taken or said.doubts or said.unknown:
            return None
        if not _PILL.search(said.plain) or is_asked_or_denied(said.plain):
            return None
        held = {one.id for one in self._held(session) if one.id}
        if held and said.amount and not _ONE_PILL.fullmatch(said.plain):
            return None
        ids = (UNKNOWN_PILL, *(sorted(held - {UNKNOWN_PILL})[:MOST_HELD] if said.amount else ()))
        asked = Interruption("did_you_mean", said.plain[:MOST_WORDS_SHOWN], ids)
        return self._talk.show(replace(session, waiting=(asked,)), fresh=True)

    def dose(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """An amount or a time without a name belongs to the one thing that was taken."""
        if not (said.amount or said.when) or (said.answer and node and node.id not in ASKS_AMOUNT):
            return None  # "not sure" is no amount where something else is asked
        words = self._talk.words
        everything, unknown = self._held(session), _unknown(node, said)
        if unknown and (len({one.id for one in everything}) != 1 or any(one.amount for one in everything)):
            return None  # it may be of that name, and takes no other amount away
        if len({one.id for one in everything}) != 1 and said.more:
            return self._more(session)
        if len({one.id for one in everything}) != 1:
            return self._talk.show(session, notice=words.say("talk.amount_which"), fresh=True)
        last = everything[-1]
        dosed = replace(last, amount=said.amount or last.amount, when=said.when or last.when)
        notice = words.say("talk.amount_noted", words=" ".join(part for part in (said.amount, said.when) if part))
        notices = [notice, *(words.say("talk.unknown_name", name=one.said) for one in unknown)]
        return take(session, (dosed, *unknown), self._talk, "\n".join(notices), more=said.more)

    def _held(self, session: Session) -> list[Said]:
        """All that was named as taken so far, typed first."""
        answer, substances = session.answer("substances"), self._talk.flow.node("substances")
        picks = [substances.option(pick) for pick in (answer.picks if answer else session.draft)]
        buttons = [Said(one.id, one.counts_as) for one in picks if one and one.counts_as]
        return [*(answer.taken if answer else session.draft_taken), *buttons]

    def begun(self, session: Session, said: Understood) -> Session:
        """The session with a medicine's new or raised dose: ticked where that is asked, or added to that answer."""
        taken = session.answer("taken")
        if not said.begun or NEW in (taken.picks if taken else session.draft):
            return session
        if taken is None:
            return replace(session, draft=(*session.draft, NEW))
        return replace(session.amended(replace(taken, picks=(*taken.picks, NEW))), told="")

    def more(self, session: Session, said: Understood) -> Step | None:
        """More was taken, and nobody says of what."""
        if said.taken or said.doubts or not took_more(said.plain):
            return None
        return self._more(session)

    def _more(self, session: Session) -> Step:
        """It counts as more than usual at once, and so a result is told anew; what is named next adds to it."""
        notice, taken = self._talk.words.say("talk.more_which"), session.answer("taken")
        session = renewed(session)
        node = self._talk.node(session)
        if node and node.option(MORE):  # it is asked right now
            session = replace(session, draft=tuple(dict.fromkeys((*session.draft, MORE))))
        elif taken:
            picks = tuple(dict.fromkeys((*taken.picks, MORE)))
            session = replace(session.amended(replace(taken, picks=picks)), told="")
        elif session.told and session.answer("substances"):  # nothing was taken, it was said
            session = reopened(session, "substances", self._talk.flow)
        return self._talk.show(session, notice=notice, fresh=True)

    def named(self, session: Session, node: Node | None, said: Understood, *, edited: bool = False) -> Step | None:
        """Names of what was taken; of a message that was edited another amount takes the place of the first."""
        words = self._talk.words
        doubts = tuple(did_you_mean(one) for one in said.doubts if one.counts)
        kind, took, unknown = node.kind if node else "", says_taken(said.plain), _unknown(node, said)
        # elsewhere an everyday word is no drug, unless it was taken
        if kind not in {"substances", "danger"} and not took and (node or said.plain in english()):
            doubts = ()
        if not (said.taken or doubts or unknown):
            return None
        session = replace(session, waiting=doubts)
        if not said.taken and not unknown:
            return self._talk.show(session, fresh=True)
        names = ", ".join(dict.fromkeys(one.with_amount for one in said.taken))
        notices = [words.say("talk.noted", name=names)] * bool(said.taken)
        notices += [words.say("talk.unknown_name", name=one.said) for one in unknown]
        new = self._not_held(session, unknown, more=said.more)
        return take(
            session, (*said.taken, *new), self._talk, "\n".join(notices), more=said.more and not edited, edited=edited
        )

    def beside_signs(self, session: Session, node: Node | None, said: Understood) -> tuple[Session, str]:
        """The session with the names that nobody knows, where signs were typed with them, and what is said of them."""
        unknown = _unknown(node, said)
        notices = [self._talk.words.say("talk.unknown_name", name=one.said) for one in unknown]
        new = self._not_held(session, unknown, more=said.more)
        return replace(session, draft_taken=(*session.draft_taken, *new)), "\n".join(notices)

    def _not_held(self, session: Session, unknown: tuple[Said, ...], *, more: bool) -> tuple[Said, ...]:
        """The names that nobody knows, but for one that is held and is only said again."""
        held = {one.said for one in self._held(session) if not one.id}
        return tuple(one for one in unknown if more or one.amount or one.said not in held)


def _unknown(node: Node | None, said: Understood) -> tuple[Said, ...]:
    """The names that nobody knows, where names are asked for or something was taken; one alone has its amount."""
    asked = node is not None and node.kind == "substances"
    if not (asked if node else says_taken(said.plain)):
        return ()
    names = [one[:MOST_WORDS_SHOWN] for one in (said.unheard if asked else said.unknown)]
    alone = len(names) == 1 and not said.taken
    return tuple(Said(name, "", said.amount if alone else None, said.when if alone else None) for name in names)
