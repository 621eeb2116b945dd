"""Taps and inline queries that wait for the bot's answer, each to be answered once and in time."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.changes import Bell
from bot.sandbox.limits import QUERY_SECONDS
from bot.sandbox.refusals import query_too_old

Json = dict[str, Any]


@dataclass
class Query:
    """One tap or inline query."""

    id: str
    kind: str
    account_id: int
    chat_id: int
    asked_at: float
    message_id: int | None = None
    answer: Json | None = None


class Queries:
    """Every query, answered or not."""

    def __init__(self) -> None:
        self.known: dict[str, Query] = {}
        self.bell = Bell()

    def ask(self, kind: str, account_id: int, chat_id: int, now: float, message_id: int | None = None) -> Query:
        """A new question to the bot."""
        # Numbers this long are what Telegram gives; a bot that reads them into 32 bits learns it here.
        query = Query(str(4_000_000_000_000_000_001 + len(self.known)), kind, account_id, chat_id, now, message_id)
        self.known[query.id] = query
        return query

    def answer(self, query_id: str, kind: str, now: float, answer: Json) -> Query:
        """The bot's answer; refused when there is no such question, or no longer."""
        query = self.known.get(query_id)
        if query is None or query.kind != kind or query.answer is not None or now - query.asked_at > QUERY_SECONDS:
            raise query_too_old()
        query.answer = answer
        self.bell.ring()
        return query
