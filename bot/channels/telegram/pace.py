"""Whose turn it is to call Telegram: no more than it takes in all and in each chat, and emergencies before all else."""

import asyncio
import heapq
import itertools
import time
from collections import deque
from enum import IntEnum

from msgspec import Struct

from bot.memory import Recent

_IN_ALL = 30  # messages a second that Telegram takes of a bot
_RESERVED = 5  # of them only for emergencies, so that these find room in every second
_UNASKED_SHARE = 0.8  # of the rest, so that answers find room beside check-ins
_SLOWEST = 5.0  # messages a second, however often Telegram refuses
_RECOVERY = 0.5  # messages a second more, each second without a refusal
_BURST = 10  # messages a chat may get at once; then one a second, in a group one in three
_CHAT_SECONDS, _GROUP_SECONDS = 1.0, 3.0
_QUIET = 3.0  # seconds without a call after which a refusal can't be the chat's own fault
_IN_A_ROW = 3  # refusals of chats that were quiet: the limit of all chats together is reached
_CHATS = 10_000


class Level(IntEnum):
    """How urgent a call is; lower goes first."""

    URGENT = 0
    ANSWER = 1
    UNASKED = 2


class _Chat(Struct):
    """What a chat can take: when its burst is used up and refilled, when it was called, until when it refuses."""

    full_at: float = 0.0
    called: float = float("-inf")
    before: float = float("-inf")
    closed_until: float = 0.0


class _Waiter(Struct, order=True):
    level: Level
    number: int
    chat: int
    turn: asyncio.Future[None]


class Pace:
    """Gives turns; it slows down when Telegram refuses, for replicas that do not know of each other share the limit."""

    def __init__(self) -> None:
        self._ready: list[_Waiter] = []
        self._later: list[tuple[float, _Waiter]] = []  # their chats can't take more before that time
        self._numbers = itertools.count()
        self._chats: Recent[int, _Chat] = Recent(_CHATS)
        self._called: deque[float] = deque()  # in the last second
        self._rate = float(_IN_ALL - _RESERVED)
        self._rated = time.monotonic()
        self._closed_until = 0.0
        self._unasked_at = 0.0
        self._refusals = 0  # since Telegram last took something
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._ready) + len(self._later)

    async def turn(self, chat: int, level: Level) -> None:
        """Wait until this chat may be called."""
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._ready, _Waiter(level, next(self._numbers), chat, turn))
        self._give()
        await turn

    def taken(self) -> None:
        """Telegram took a call."""
        self._refusals = 0

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram wants us to wait: for this chat if we were fast there, else with everything but emergencies."""
        now = time.monotonic()
        one = self._chat(chat)
        one.closed_until = now + seconds
        one.full_at = now + seconds + (_BURST - 1) * _interval(chat)
        if one.called - one.before > _QUIET:
            self._refusals += 1
        if self._refusals >= _IN_A_ROW:
            self._refusals = 0
            self._closed_until = max(self._closed_until, now + seconds)
            self._rate = max(_SLOWEST, self._rate * 0.7)
            self._rated = now + seconds

    def _give(self) -> None:
        """Give every turn that may be had now, and come back when the next one may."""
        now = time.monotonic()
        self._rate = min(self._rate + max(0.0, now - self._rated) * _RECOVERY, _IN_ALL - _RESERVED)
        self._rated = max(self._rated, now)
        while self._called and now - self._called[0] >= 1:
            self._called.popleft()
        while self._later and self._later[0][0] <= now:
            heapq.heappush(self._ready, heapq.heappop(self._later)[1])
        again = self._later[0][0] if self._later else float("inf")
        while self._ready:
            waiter = self._ready[0]
            if waiter.turn.done():
                heapq.heappop(self._ready)
                continue
            opens = self._opens(waiter.level, now)
            if opens > now:
                again = min(again, opens)
                break  # what is behind is no more urgent
            heapq.heappop(self._ready)
            opens = self._chat_opens(waiter, now)
            if opens > now:
                heapq.heappush(self._later, (opens, waiter))
                again = min(again, opens)
                continue
            self._count(waiter, now)
            waiter.turn.set_result(None)
        self._come_back(again)

    def _opens(self, level: Level, now: float) -> float:
        """When the next call of a level may be made, as far as all chats together go."""
        most = _IN_ALL - 1 if level is Level.URGENT else int(self._rate)
        opens = now if len(self._called) < most else self._called[len(self._called) - most] + 1
        if level is not Level.URGENT:
            opens = max(opens, self._closed_until)
        return max(opens, self._unasked_at) if level is Level.UNASKED else opens

    def _chat_opens(self, waiter: _Waiter, now: float) -> float:
        """When the next call may be made as far as its chat goes; an emergency waits only if that chat has refused."""
        one = self._chat(waiter.chat)
        if waiter.level is Level.URGENT:
            return max(now, one.closed_until)
        return max(now, one.closed_until, one.full_at - (_BURST - 1) * _interval(waiter.chat))

    def _count(self, waiter: _Waiter, now: float) -> None:
        one = self._chat(waiter.chat)
        one.full_at = max(one.full_at, now) + _interval(waiter.chat)
        one.before, one.called = one.called, now
        self._called.append(now)
        if waiter.level is Level.UNASKED:
            self._unasked_at = now + 1 / (self._rate * _UNASKED_SHARE)

    def _chat(self, chat: int) -> _Chat:
        one = self._chats.get(chat) or _Chat()
        self._chats.put(chat, one)
        return one

    def _come_back(self, when: float) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if when < float("inf"):
            delay = max(0.001, when - time.monotonic())
            self._timer = asyncio.get_running_loop().call_later(delay, self._give)


def _interval(chat: int) -> float:
    """Seconds between messages that a chat takes for long."""
    return _GROUP_SECONDS if chat < 0 else _CHAT_SECONDS
