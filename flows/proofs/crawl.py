"""A walk through the talk by its buttons: every screen that can be told apart is met, and every button on it tapped."""

from collections import deque
from collections.abc import Iterable

from msgspec import Struct

from flows.definition import Flow, Node
from flows.engine import Engine
from flows.inputs import Choose, Command, Input, Say, Start
from flows.proofs.proof import Failure, Progress
from flows.relevance import Outlook
from flows.reply import Message, Reply
from flows.session import Answer, Session
from flows.telling import facts_of
from knowledge.content import Content
from knowledge.wording import Wording

NOW = 1_800_000_000.0
LANGUAGE = "en"
MOST_STEPS = 60_000
STEPS = "steps"
WALKED = "every screen that can be told apart was reached by its buttons, and every button on it tapped"


class Heard(Wording):
    """The same words, remembering which were said."""

    def __init__(self, words: Wording) -> None:
        """Take over the texts."""
        self.__dict__.update(vars(words))
        self.said: set[str] = set()

    def say(self, key: str, subject: str = "you", **values: object) -> str:
        """The message, noted."""
        self.said.add(key)
        return super().say(key, subject, **values)


class Edge(Struct, frozen=True):
    """One step: from a session by an input to the next, and what was shown."""

    before: Session | None
    given: Input
    after: Session | None
    reply: Reply


class Crawl(Struct, frozen=True):
    """All steps of the walk.

    Attributes:
        engine: what was walked through.
        edges: every step.
        paths: how each session was reached from nothing, by its place in `sessions`.
        sessions: one session for each screen that can be told apart.
        said: the messages that were said.
    """

    engine: Engine
    edges: list[Edge]
    sessions: list[Session]
    paths: list[tuple[Input, ...]]
    said: frozenset[str]


_LAST: list[tuple[tuple[Content, Flow, Wording], Crawl]] = []  # the newest walk; several proofs look at the same one


def crawl(content: Content, flow: Flow, words: Wording, progress: Progress) -> Crawl:
    """Walk through the talk; a second call for the same content gives the same walk."""
    if not _LAST or _LAST[0][0] != (content, flow, words):
        _LAST[:] = [((content, flow, words), _walk(content, flow, words, progress))]
    return _LAST[0][1]


def _walk(content: Content, flow: Flow, words: Wording, progress: Progress) -> Crawl:
    heard = Heard(words)
    engine = Engine(content, flow, heard)
    edges: list[Edge] = []
    known: dict[object, tuple[Session, tuple[Input, ...]]] = {}
    waiting: deque[tuple[Session | None, tuple[Input, ...], Reply]] = deque([(None, (), Reply())])
    for _ in progress(range(MOST_STEPS), None):
        if not waiting:
            break
        session, path, shown = waiting.popleft()
        for given in [*_buttons(shown.messages), *_typed(content, session)]:
            try:
                after, reply = engine.step(session, given, NOW, LANGUAGE)
            except Exception as error:  # whatever it is, a person would be left without an answer
                raise Failure(f"after {' › '.join(map(told, (*path, given)))} the bot stumbles: {error!r}") from error
            edges.append(Edge(session, given, after, reply))
            if after is not None and (key := _look(engine, after)) not in known:
                known[key] = (after, (*path, given))
                waiting.append((after, (*path, given), engine.present(after) if not reply.messages else reply))
    return Crawl(
        engine, edges, [one for one, _ in known.values()], [path for _, path in known.values()], frozenset(heard.said)
    )


def _look(engine: Engine, session: Session) -> object:
    """All by which screens are told apart: two talks that differ in nothing else show the same questions."""
    talk, first = engine.talk, session.interruption
    place = talk.place(session)
    # a draft counts as if it were sent, so that what it would open stays apart
    ticks = talk.flow.node(place).ticks(session.draft) if place in talk.flow.by_id else ()
    sent = session.with_answer(Answer(place, ticks), ticks) if ticks else session
    outlook = Outlook(sent, facts_of(sent, talk.flow, talk.content), talk.flow, talk.content)
    return (
        session.subject if session.told or not session.answers else "",
        place,
        first and (first.kind, first.words == "result"),
        bool(session.draft) or bool(session.draft_taken),
        session.told,
        bool(session.country),
        bool(session.revisit),
        session.watch is not None,
        bool(session.answers),
        () if session.told else tuple(outlook.needs(node) for node in talk.flow.nodes),
        tuple(_led(node, sent) for node in (*talk.flow.nodes, *talk.flow.afterwards) if node.after),
    )


def _led(node: Node, session: Session) -> bool:
    """Whether the option that leads to the node was picked, and the node not answered yet."""
    answer = session.answer(node.after.node) if node.after else None
    return (
        answer is not None
        and node.after is not None
        and node.after.option in answer.picks
        and not session.answer(node.id)
    )


def _buttons(messages: Iterable[Message]) -> list[Input]:
    """What can be tapped under the messages."""
    data = [button.data for message in messages for row in message.rows for button in row if button.data]
    return [choice for choice in map(Choose.read, dict.fromkeys(data)) if choice is not None]


def _typed(content: Content, session: Session | None) -> list[Input]:
    """What is typed at the first screens, so that every question that stands in front of the talk comes up."""
    if session is None:
        return [Start(), Start("sos"), Start("friend")]
    if session.waiting or session.draft or session.draft_taken:
        return []
    if session.answers and session.answers[-1].node == "person":
        return [Say("restless and sweating")]  # signs in words, after which one screen stands for many
    if len(session.answers) > 1:
        return []
    doubtful = [next(iter(content.names.ask), "")]
    danger = [content.danger_words[0].phrases[0], content.phrases.findings["self_harm"].phrases[0]]
    commands = ("start", "sos", "back", "card", "country", "delete", "help", "privacy")
    return [
        *(Say(text) for text in (*doubtful, *danger, "kratom 4 g 2 hours ago", "pulse 110", "stop", "zzzzz") if text),
        *(Command(name) for name in commands),
    ]


def answers(edge: Edge, flow: Flow) -> bool:
    """Whether the tap was on a button of the question that was on the screen."""
    given = edge.given
    return isinstance(given, Choose) and given.node in flow.by_id and not edge.reply.toast


def told(given: Input) -> str:
    """An input in words."""
    if isinstance(given, Choose):
        return f"{given.node}: {given.option}"
    if isinstance(given, Say):
        return f"“{given.text}”"
    return f"/{given.name}" if isinstance(given, Command) else "start"
