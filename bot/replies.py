"""Replies after they are saved: marked once they are out, made again when nobody saw them go out."""

import logging
import time
from collections.abc import Callable

from msgspec.structs import replace

from bot.last_resort import LastResort
from bot.log import place_of
from bot.metrics import Metrics
from bot.notes import noted
from bot.received import Owed, Received
from bot.steps import Steps, Talks
from bot.storage import Store, Stored, StoreDownError
from flows.reply import Reply

_log = logging.getLogger(__name__)
_LATE = 120.0  # seconds of silence that are owned up to


class Replies:
    """The replies that the store knows of."""

    def __init__(
        self,
        talks: Talks,
        store: Store,
        *,
        clock: Callable[[], float] = time.time,
        last_resort: LastResort | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._last_resort = last_resort or LastResort()
        self.metrics = metrics or Metrics()
        self._steps = Steps(talks, self._last_resort, self.metrics)
        #: Whether something is on its way to a chat; the channel knows.
        self.on_its_way: Callable[[int], bool] = lambda _: False

    async def sent(self, chat: int, revision: int, working: int) -> bool:
        """The reply to this revision went out; False when there is a newer one meanwhile."""
        try:
            return not revision or await self._store.mark_sent(chat, revision, working)
        except StoreDownError as error:
            self._down("mark_sent", error)
            return True

    async def latest(self, chat: int) -> Received | None:
        """The present screen of a chat without what was told before, None when nothing is held."""
        try:
            stored = await self._store.load(chat)
        except StoreDownError as error:
            self._down("latest", error)
            return None
        if stored is None:
            return None
        screens = tuple(one for one in self._steps.present(stored.session).messages if not one.stays)
        return Received(Reply(tuple(replace(one, fresh=False) for one in screens)), working=stored.working)

    async def overtaken(self, chat: int, revision: int) -> bool:
        """Whether another replica has taken the talk further meanwhile, so that it shows the newer screen."""
        return bool(revision) and self._store.shared and not await self.is_newest(chat, revision)

    async def is_newest(self, chat: int, revision: int) -> bool:
        """Whether a talk was not taken further meanwhile, nor forgotten; yes when the store can't be asked."""
        try:
            return await self._store.revision(chat) == revision
        except StoreDownError as error:
            self._down("revision", error)
            return True

    async def owed(self, waiting_for: float, still_sending: list[int]) -> list[Owed]:
        """The replies that nobody delivers for so many seconds, made again; they are ours to deliver now."""
        now = self._clock()
        try:
            await self._store.keep_claims(still_sending, now)
            waiting = await self._store.claim_unsent(now - waiting_for, now)
        except StoreDownError as error:
            self._down("unsent", error)
            return []
        self.metrics.made_again.inc(len(waiting))
        return [Owed(one.chat, self.owned_up(self._again(one.stored), one.since)) for one in waiting]

    def owned_up(self, received: Received, since: float) -> Received:
        """The same, with a word of regret when the person has waited for long."""
        if self._clock() - since < _LATE:
            return received
        return replace(received, reply=noted(received.reply, self._last_resort.texts.late, first=True))

    async def count(self) -> None:
        """Bring what the store can tell into the metrics."""
        try:
            counts = await self._store.counts()
        except StoreDownError as error:
            self._down("counts", error)
            return
        self.metrics.chats.set(counts.chats)
        self.metrics.unsent.set(counts.unsent)
        self.metrics.unsent_seconds.set(self._clock() - counts.unsent_since if counts.unsent_since else 0)

    def _again(self, stored: Stored) -> Received:
        """The answer to an update that is saved already: nothing when it went out."""
        if not stored.unsent:
            return Received(Reply(), working=stored.working, again=True)
        return Received(self._steps.present(stored.session), stored.revision, stored.working, again=True)

    def _with_missed(self, stored: Stored | None, reply: Reply) -> Reply:
        """The reply, after what stays of an earlier one that was swallowed: no outcome is lost to a new tap."""
        if not (stored and stored.unsent):
            return reply
        missed = [one for one in self._steps.present(stored.session).messages if one.stays]
        return replace(reply, messages=(*(one for one in missed if one not in reply.messages), *reply.messages))

    def _down(self, doing: str, error: Exception) -> None:
        _log.warning("event=store_down doing=%s error=%s", doing, place_of(error))
        self.metrics.store_down.labels(doing).inc()
