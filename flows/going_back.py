"""Back: the question before is asked again, and nothing that was said since is lost: it is ticked, or is read again."""

from msgspec.structs import replace

from flows.definition import Flow
from flows.reopening import ticked_again
from flows.session import Answer, Interruption, Session
from flows.summary import KIND, QUICK, WORDS
from flows.telling import MEASURED

SAID = frozenset({"danger_words", "self_harm_words", "did_you_mean", KIND})  # interruptions about what was typed


def one_back(session: Session, flow: Flow) -> Session:
    """The session without its newest answer, which is ticked again; a number stands until nothing else is left."""
    at = max((at for at, one in enumerate(session.answers) if one.node != MEASURED), default=len(session.answers) - 1)
    if at < 0:
        return replace(session, waiting=())
    newest, rest = session.answers[at], (*session.answers[:at], *session.answers[at + 1 :])
    back = replace(session, answers=rest, again=newest.node, asked=(), waiting=(), revisit="", told="")
    if newest.node == WORDS:
        return replace(back, heard=(_read_again(newest), *back.heard))
    return ticked_again(back, newest, flow)


def held(session: Session) -> Session:
    """What was typed and is still to be answered waits, and comes again after the question before it."""
    asked = tuple(one for one in session.waiting if one.kind in SAID)
    return replace(session, waiting=(), heard=tuple(dict.fromkeys((*asked, *session.heard))))


def _read_again(words: Answer) -> Interruption:
    signs = tuple(one for one in words.picks if one != QUICK)
    return Interruption(KIND, " ".join(signs), signs)
