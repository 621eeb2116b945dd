"""The engine's steps, so taken that a person is answered whatever the engine stumbles over."""

import logging
from typing import Protocol

from msgspec.structs import replace

from bot.last_resort import LastResort
from bot.log import place_of
from bot.metrics import Metrics
from flows.inputs import Due, Input
from flows.reply import Reply
from flows.session import Session

_log = logging.getLogger(__name__)


class Talks(Protocol):
    """The engine as the service sees it."""

    content_version: str

    def step(
        self, session: Session | None, given: Input, now: float, language: str = "en"
    ) -> tuple[Session | None, Reply]:
        """One turn of a talk."""

    def present(self, session: Session | None, language: str = "en") -> Reply:
        """Where a talk is, once more."""


class Steps:
    """Takes steps; what the engine stumbles over twice is set aside, and the emergency card answers."""

    def __init__(self, talks: Talks, last_resort: LastResort, metrics: Metrics) -> None:
        self._talks = talks
        self._metrics = metrics
        self.fallback = last_resort.reply

    def step(self, session: Session | None, given: Input, now: float, language: str) -> tuple[Session | None, Reply]:
        """One turn."""
        for attempt in (1, 2):
            try:
                after, reply = self._talks.step(session, given, now, language)
                self._metrics.stepped(session, after, given, reply)
            except Exception as error:  # noqa: BLE001  whatever it is, the person gets an answer
                event = "stumbled" if attempt == 1 else "set_aside"
                _log.error("event=%s input=%s error=%s", event, type(given).__name__, place_of(error))
            else:
                return after, reply
        self._metrics.set_aside.labels(type(given).__name__).inc()
        return session, self.fallback

    def follow(self, session: Session, now: float) -> tuple[Session, Reply]:
        """The turn of the earliest follow-up that is due; what was due is not due again, whatever came of it."""
        if session.due is None or session.due > now:
            return session, Reply()
        first = min(session.planned, key=lambda one: one.at)
        after, reply = self.step(session, Due(first.kind, first.at), now, session.language)
        after = after or session
        if first in after.planned:
            after = replace(after, planned=tuple(one for one in after.planned if one.at > now))
        return after, reply

    def present(self, session: Session) -> Reply:
        """Where a talk is, once more."""
        try:
            return self._talks.present(session, session.language)
        except Exception as error:  # noqa: BLE001  as above
            _log.error("event=set_aside input=present error=%s", place_of(error))
            self._metrics.set_aside.labels("present").inc()
            return self.fallback
