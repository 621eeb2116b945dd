"""What operators may see: counts and seconds, never an id or a word of anybody."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

from flows.inputs import Choose, Input, Say
from flows.reply import Reply
from flows.session import Session

disable_created_metrics()  # type: ignore[no-untyped-call]  # when a count began says nothing to anybody
TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The counts of one bot."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = self._counter("updates", "Updates taken", "kind")
        self.moves = self._counter("moves", "Answers given at a node", "node")
        self.outcomes = self._counter("outcomes", "Outcomes told", "severity")
        self.unclear = self._counter("unclear_texts", "Typed words that said nothing to us, by the node shown", "node")
        self.messages = self._counter("messages", "Messages sent or edited", "level")
        self.retries = self._counter("retries", "Calls to Telegram made again", "why")
        self.conflicts = self._counter("conflicts", "Saves that another replica was faster with")
        self.set_aside = self._counter("set_aside", "Updates the code stumbled over twice", "kind")
        self.store_down = self._counter("store_down", "Times the store could not be used", "doing")
        self.made_again = self._counter("made_again", "Replies made again because they were not seen to go out")
        self.seconds = Histogram(
            "serocheck_answer_seconds", "From an update to its answer", ["urgent"], buckets=_SECONDS,
            registry=self.registry,
        )  # fmt: skip
        self.queue = self._gauge("queue_depth", "Calls that wait for their turn")
        self.chats = self._gauge("chats", "Chats held in the store")
        self.unsent = self._gauge("unsent_replies", "Replies not seen to go out")
        self.unsent_seconds = self._gauge("unsent_seconds", "How long the oldest of them waits")

    def page(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self.registry)

    def stepped(self, before: Session | None, after: Session | None, given: Input, reply: Reply) -> None:
        """Count what a step did."""
        known = set(before.answers) if before else set()
        new = [answer for answer in (after.answers if after else ()) if answer not in known]
        for answer in new:
            self.moves.labels(answer.node).inc()
        if after and after.told and not (before and before.told == after.told and not new):
            self.outcomes.labels(after.told).inc()
        if isinstance(given, Say) and not new and _same(before, after):
            self.unclear.labels(node_shown(reply)).inc()

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"serocheck_{name}", what, labels, registry=self.registry)

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"serocheck_{name}", what, registry=self.registry)


def node_shown(reply: Reply) -> str:
    """The node whose buttons a reply shows."""
    for message in reply.messages:
        for button in (one for row in message.rows for one in row):
            choice = Choose.read(button.data)
            if choice and choice.node != "talk":
                return choice.node
    return "none"


def _same(before: Session | None, after: Session | None) -> bool:
    """Whether nothing was learned."""
    if before is None or after is None:
        return True
    return (before.draft, before.draft_taken, before.waiting, before.country) == (
        after.draft, after.draft_taken, after.waiting, after.country,
    )  # fmt: skip
