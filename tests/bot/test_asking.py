"""Asking Telegram: what is tried again, what is not, and what is no longer wanted when its turn comes."""

import time
from collections.abc import Awaitable, Callable

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.channels.telegram.asking import Asking
from bot.channels.telegram.errors import BlockedError, MovedError, SupersededError, UnreachableError
from bot.metrics import Metrics


def _says(*answers: Exception | str) -> tuple[Callable[[], Awaitable[str]], list[int]]:
    """A call that answers so, one after the other, and how often it was made."""
    left, made = list(answers), [0]

    async def call() -> str:
        made[0] += 1
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return call, made


async def test_what_may_help_is_tried_again() -> None:
    call, made = _says(NetworkError("x"), TimedOut(), RetryAfter(0), "done")
    assert await Asking(Metrics(), 10).ask(call, chat=5) == "done"
    assert made == [4]


@pytest.mark.parametrize(
    ("refusal", "means"),
    [(Forbidden("x"), BlockedError), (ChatMigrated(-7), MovedError), (BadRequest("x"), BadRequest)],
)
async def test_what_no_other_try_would_change_is_told_at_once(refusal: Exception, means: type[Exception]) -> None:
    call, made = _says(refusal)
    with pytest.raises(means):
        await Asking(Metrics(), 10).ask(call, chat=5)
    assert made == [1]


async def test_a_group_that_moved_says_where_it_is() -> None:
    call, _ = _says(ChatMigrated(-1007))
    with pytest.raises(MovedError) as moved:
        await Asking(Metrics(), 10).ask(call, chat=-7)
    assert moved.value.chat == -1007


async def test_patience_has_an_end() -> None:
    call, _ = _says(*(NetworkError("x") for _ in range(9)))
    begun = time.monotonic()
    with pytest.raises(UnreachableError):
        await Asking(Metrics(), 0.5).ask(call, chat=5)
    assert time.monotonic() - begun < 1
    call, made = _says(RetryAfter(300))
    with pytest.raises(UnreachableError):
        await Asking(Metrics(), 10).ask(call, chat=6)
    assert made == [1]


async def test_a_screen_that_is_out_of_date_is_not_tried_again() -> None:
    async def wanted() -> bool:
        return False

    call, made = _says(NetworkError("x"), "late")
    with pytest.raises(SupersededError):
        await Asking(Metrics(), 10).ask(call, chat=5, wanted=wanted)
    assert made == [1]
