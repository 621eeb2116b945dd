"""Substances that were named: noted in the present question, or in the answer that was given before."""

from collections.abc import Collection

from msgspec.structs import replace

from flows.beginnings import renewed
from flows.cards.crew_notes import note
from flows.held import added, joined
from flows.session import Said, Session
from flows.talk import Step, Talk
from knowledge.agents import UNKNOWN


def take(
    session: Session, taken: tuple[Said, ...], talk: Talk, notice: str = "", *, more: bool = False, edited: bool = False
) -> Step:
    """Note what was named and say it back.

    What is named again takes the place of the same thing, unless it is more of it. Once the question was answered it is
    added, unless the message is an earlier one that was edited.
    """
    notice = notice or talk.words.say("talk.noted", name=", ".join(one.with_amount for one in taken))
    # of two things that nobody can name none is the other again
    again = {one.id for one in taken if talk.content.class_of.get(one.id, UNKNOWN) != UNKNOWN and not more}
    return talk.show(_noted(renewed(session), taken, again, edited=edited), notice=notice, fresh=True)


def _noted(session: Session, taken: tuple[Said, ...], again: Collection[str], *, edited: bool) -> Session:
    answer = session.answer("substances")
    if answer is None and session.told:  # an emergency before it was asked: for the card, and what to say
        return note(session, taken)
    if answer is None:
        return replace(session, draft_taken=joined(session.draft_taken, taken, again, corrects=True))
    held = joined(answer.taken, taken, again, corrects=True) if edited else (*answer.taken, *taken)
    return replace(session.amended(added(answer, held)), told="")
