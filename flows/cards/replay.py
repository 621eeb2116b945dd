"""What a person saw, made again from the code on a card: each screen, what was answered, and the outcome."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows import moment
from flows.cards import code as card_code
from flows.engine import Engine
from flows.reply import Message, unmarked
from flows.session import Answer, Session


def replayed(engine: Engine, card: str) -> Iterator[str]:
    """The lines to print.

    Raises:
        flows.cards.code.CardCodeError: if the card has no code that can be read.
    """
    code = card_code.read(card)
    session = code.session
    yield f"Card {session.number}, about {'someone else' if session.subject == 'them' else 'the person writing'}."
    if code.content != engine.content_version:
        yield (
            f"It was made with content {code.content}; this is {engine.content_version}. "
            "Screens and outcome below are as they would be today."
        )
    for index, answer in enumerate(session.answers):
        yield ""
        yield from _screen(engine, replace(session, answers=session.answers[:index], told=""), answer)
        yield f"→ {_answered(engine, answer)}"
    yield ""
    yield from _outcome(engine, session)
    if session.reports:
        yield ""
        yield "── check-ins ──"
    for report in session.reports:
        key = f"check_in.{report.said}"
        said = engine.talk.words.say(key) if engine.talk.words.has(key) else report.said
        yield f"{moment.written(report.at)} → {said}"


def _screen(engine: Engine, session: Session, answer: Answer) -> Iterator[str]:
    node = engine.talk.flow.by_id.get(answer.node)
    yield f"── {answer.node} ──"
    if node:
        yield plain(engine.talk.screens.node(node, session))


def _answered(engine: Engine, answer: Answer) -> str:
    node = engine.talk.flow.by_id.get(answer.node)
    known = node is not None and all(
        pick.partition("=")[0] in {*node.rows, *(option.id for option in node.options)} for pick in answer.picks
    )
    said = [" ".join(part for part in (one.said, one.amount, one.when) if part) for one in answer.taken]
    if node is None or not known:
        return ", ".join([*answer.picks, *said])
    words = ", ".join([engine.talk.screens.picked(node, replace(answer, taken=())), *said]).strip(", ")
    return words or engine.talk.words.say("buttons.none")


def _outcome(engine: Engine, session: Session) -> Iterator[str]:
    found = engine.talk.assessment(session)
    if not session.told:
        yield "The talk was not at its end; what the rules say of it so far:"
    elif session.told != found.severity.value:
        yield f"The person was told: {session.told}. Today it is: {found.severity.value}."
    yield f"Outcome: {found.severity.value}. Rules: {', '.join(because.rule for because in found.because)}."
    yield ""
    yield plain(engine.talk.outcomes.message(found, session, engine.talk.took(session)))


def plain(message: Message) -> str:
    """A message as text, its buttons below it."""
    rows = [" ".join(f"[{button.label}]" for button in row) for row in message.rows]
    return "\n".join([unmarked(message.text), *rows])
