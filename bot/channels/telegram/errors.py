"""What can keep a message from a chat."""

from telegram.error import RetryAfter


class BlockedError(Exception):
    """The chat can't be written to any more."""


class UnreachableError(Exception):
    """Telegram could not be reached for so long that others should not wait."""


class SupersededError(Exception):
    """While a screen waited there came a newer one."""


class MovedError(Exception):
    """A group has become a supergroup with another number."""

    def __init__(self, chat: int) -> None:
        super().__init__()
        self.chat = chat


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
