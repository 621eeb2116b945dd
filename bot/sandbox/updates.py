"""Updates that wait for the bot: kept in order until it confirms them, whether it polls or has a webhook."""

import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.sandbox.changes import Bell
from bot.sandbox.refusals import bad_request, conflict

Json = dict[str, Any]

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
    "chat_boost", "removed_chat_boost",
})  # fmt: skip
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_SEEN_FOR = 3.0


class Update(NamedTuple):
    """One update; those of one queue (a chat, or somebody's inline queries) keep their order."""

    id: int
    queue: int
    body: Json


@dataclass
class Webhook:
    """Where updates are sent, and what went wrong there last."""

    url: str
    secret: str | None
    max_connections: int
    last_error: str = ""
    last_error_at: float = 0.0


class Updates:
    """The line of updates the bot has not confirmed yet."""

    def __init__(self) -> None:
        self.waiting: dict[int, Update] = {}
        self.allowed = KINDS - _NOT_BY_DEFAULT
        self.allowed_given: list[str] | None = None
        self.webhook: Webhook | None = None
        self.bell = Bell()
        self._next_id = 500_000_001
        self._poll = 0
        self._polling = False
        self._polled_at = float("-inf")
        self._closed = False

    @property
    def bot_is_there(self) -> bool:
        """Whether somebody takes the updates: polls now or a moment ago, or has a webhook."""
        return self.webhook is not None or self._polling or time.monotonic() - self._polled_at < _SEEN_FOR

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; None leaves it as it was, an empty list is the default."""
        if kinds is None:
            return
        if unknown := set(kinds) - KINDS:
            raise bad_request(f"unknown kind of update {min(unknown)!r} in allowed_updates")
        self.allowed_given = kinds or None
        self.allowed = frozenset(kinds) or KINDS - _NOT_BY_DEFAULT

    def add(self, kind: str, body: Json, queue: int) -> int | None:
        """A new update for the bot; None when it does not want this kind."""
        if kind not in self.allowed:
            return None
        update = Update(self._next_id, queue, {"update_id": self._next_id, kind: body})
        self._next_id += 1
        self.waiting[update.id] = update
        self.bell.ring()
        return update.id

    def done(self, update_ids: Iterable[int]) -> None:
        """The bot has these."""
        for update_id in list(update_ids):
            self.waiting.pop(update_id, None)
        self.bell.ring()

    def close(self) -> None:
        """The server stops: whoever waits gets nothing."""
        self._closed = True
        self.bell.ring()

    async def take(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """What `getUpdates` answers: everything before `offset` is confirmed, the rest is given, when there is any."""
        if self.webhook is not None:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self._poll += 1
        mine = self._poll
        self.bell.ring()
        if offset > 0:
            self.done(known for known in self.waiting if known < offset)
        elif offset < 0:
            self.done(list(self.waiting)[:offset])

        def look() -> list[Json] | None:
            if self._poll != mine:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            if self.webhook is not None:
                raise conflict("terminated by setWebhook request")
            found = [update.body for update in itertools.islice(self.waiting.values(), limit)]
            return found or ([] if self._closed else None)

        self._polling = True
        try:
            return await self.bell.until(look, seconds)
        except TimeoutError:
            return []
        finally:
            if self._poll == mine:
                self._polling = False
                self._polled_at = time.monotonic()
