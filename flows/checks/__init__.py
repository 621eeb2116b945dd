"""A flow that can be read but does not hold together, and what somebody should look at in it."""

from collections.abc import Iterable

from flows.checks.advice import never_shown
from flows.checks.asked import leads_elsewhere, only_typed, unasked, unreachable
from flows.checks.messages import long_data, wordless
from flows.checks.unused import said_in, unused_facts, unused_messages
from flows.definition import Flow
from knowledge.content import Content
from knowledge.issues import Issue
from knowledge.wording import Wording


def flow_issues(flow: Flow, content: Content, words: Wording) -> list[Issue]:
    """Every issue of a flow whose names exist."""
    return [
        *unasked(flow, content),
        *leads_elsewhere(flow, content),
        *unreachable(flow, content),
        *wordless(flow, content, words),
        *long_data(flow),
    ]


def flow_warnings(flow: Flow, content: Content, words: Wording, sources: Iterable[str]) -> list[Issue]:
    """What somebody should look at; `sources` are the Python texts that may name a message or a fact."""
    code = said_in(sources)
    return [
        *only_typed(flow, content),
        *unused_messages(flow, content, words, code),
        *unused_facts(flow, content, code),
        *never_shown(content),
    ]
