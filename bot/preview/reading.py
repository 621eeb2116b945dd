"""Reads the content of two folders for the preview: an engine when it can be used, and every issue."""

from pathlib import Path

from msgspec import Struct

from flows.checks import flow_issues
from flows.definition import Flow
from flows.engine import Engine
from flows.explaining import Explainer
from flows.session import Session
from knowledge.checks import content_issues
from knowledge.content import Content
from knowledge.issues import ContentError, Issue
from knowledge.wording import Wording
from knowledge.yaml_file import YamlError


class Read(Struct, frozen=True):
    """What came of reading.

    Attributes:
        engine: None when the content can't be used.
        explainer: beside every engine.
        issues: what is wrong, also with content that can be used.
    """

    engine: Engine | None
    explainer: Explainer | None
    issues: tuple[Issue, ...]


def read(knowledge: Path, flows: Path, sessions: list[Session], country: str = "") -> Read:
    """Read the content; it is good only if it can go on with the sessions there are.

    Args:
        knowledge: the folder of what we know.
        flows: the folder of how we ask.
        sessions: talks that are under way.
        country: whose numbers are called where a chat has set none.
    """
    try:
        content = Content(knowledge)
        words = Wording(knowledge / "messages")
        flow = Flow(flows / "triage.yaml", content)
        engine = Engine(content, flow, words, country)
        explainer = Explainer(engine.talk)
        for session in (Session(), *sessions):
            engine.present(session)
            explainer.why(session)
        issues = (*content_issues(content), *flow_issues(flow, content, words))
    except ContentError as error:
        return Read(None, None, tuple(error.issues))
    except YamlError as error:
        return Read(None, None, (Issue("flows/understanding", error.line, error.sentence),))
    except Exception as error:  # noqa: BLE001  whatever a half-done file makes stumble, the bot goes on
        sentence = f"the talk can't go on with this content: {type(error).__name__}: {error}"
        return Read(None, None, (Issue(flows.name, 1, sentence),))
    return Read(engine, explainer, tuple(sorted(issues)))
