"""Trouble on demand: what Telegram and the network do to a bot on a bad day."""

import random
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from bot.sandbox.refusals import Refusal, too_many_requests

Kind = Literal["too_many", "server_error", "timeout", "reset"]


@dataclass
class Fault:
    """One kind of trouble, for one method or for all, a number of times or (None) for ever."""

    kind: Kind
    method: str | None = None
    times: int | None = 1
    chance: float = 1.0
    #: Whether the request is carried out and only its answer is lost; a 429 never is.
    after: bool = False
    retry_after: int = 1
    seconds: float = 60.0

    def refusal(self) -> Refusal:
        """What a bot is told, when it is told anything."""
        if self.kind == "too_many":
            return too_many_requests(self.retry_after)
        return Refusal(500, "Internal Server Error")


@dataclass
class Rates:
    """Telegram's speed limits on what is sent: in all, and in each chat."""

    in_all: int = 30
    per_chat: int = 1
    _sent: dict[int | str | None, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, chat_id: int | str, now: float) -> None:
        """Refuse what is too fast; remember what is not."""
        for key, most in ((None, self.in_all), (chat_id, self.per_chat)):
            times = self._sent[key]
            while times and now - times[0] >= 1:
                times.popleft()
            if len(times) >= most:
                raise too_many_requests(max(1, ceil(1 - (now - times[0]))))
        self._sent[None].append(now)
        self._sent[chat_id].append(now)


class Faults:
    """All the trouble that is switched on; none at the start."""

    def __init__(self, clock: Callable[[], float], seed: int = 0) -> None:
        #: Seconds that every answer is late.
        self.lag = 0.0
        #: Set to `Rates()` to have Telegram's speed limits.
        self.rates: Rates | None = None
        #: How likely the webhook gets an update a second time although it took the first.
        self.repeats = 0.0
        self._faults: list[Fault] = []
        self._clock = clock
        self._random = random.Random(seed)

    def add(self, fault: Fault) -> Fault:
        """Switch something on."""
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Switch everything off."""
        self._faults.clear()
        self.rates, self.lag, self.repeats = None, 0.0, 0.0

    def meet(self, method: str) -> Fault | None:
        """The trouble this request meets."""
        for fault in self._faults:
            wanted = fault.method is None or fault.method.lower() == method.lower()
            if wanted and fault.times != 0 and self.happens(fault.chance):
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def check_rate(self, method: str, chat_id: int | str | None) -> None:
        """Refuse what is sent or changed too fast."""
        name = method.lower()
        counted = name.startswith(("send", "edit")) and name != "sendchataction"
        if self.rates and counted and chat_id is not None:
            self.rates.check(chat_id, self._clock())

    def happens(self, chance: float) -> bool:
        """Throw the dice; the same seed throws the same."""
        return chance > 0 and self._random.random() < chance
