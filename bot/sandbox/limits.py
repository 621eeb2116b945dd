"""The sizes Telegram allows, each checked by a small function that refuses as Telegram does."""

import re

from bot.sandbox.refusals import bad_request

TEXT = 4096
CAPTION = 1024
CALLBACK_DATA_BYTES = 64
COPY_TEXT = 256
TOAST = 200
BUTTONS = 100
BUTTONS_A_ROW = 8
COMMANDS = 100
COMMAND_DESCRIPTION = 256
NAME = 64
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
INLINE_RESULTS = 50
INLINE_RESULT_ID_BYTES = 64
PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
QUERY_SECONDS = 15
ACTION_SECONDS = 5
DELETE_SECONDS = 48 * 3600

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2}")


def length(text: str) -> int:
    """Characters as Telegram counts them: UTF-16 units, in which entity offsets are given too."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, *, editing: bool = False) -> None:
    """A message has text, and not more than 4,096 characters of it."""
    if not text:
        raise bad_request("message text is empty")
    if length(text) > TEXT:
        raise bad_request("MESSAGE_TOO_LONG" if editing else "message is too long")


def check_caption(text: str) -> None:
    """A caption has at most 1,024 characters."""
    if length(text) > CAPTION:
        raise bad_request("message caption is too long")


def check_toast(text: str) -> None:
    """The answer to a tap has at most 200 characters."""
    if length(text) > TOAST:
        raise bad_request("MESSAGE_TOO_LONG")


def check_command(command: str, description: str) -> None:
    """A command of the menu: a plain name and a short line about it."""
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= length(description) <= COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def check_secret(secret: str) -> None:
    """What Telegram is to send along with every delivery."""
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def check_language(code: str) -> None:
    """A language of the bot's profile: two letters, or none for everybody else."""
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")


def is_start_payload(payload: str) -> bool:
    """Whether a deep link can carry this."""
    return bool(_START_PAYLOAD.fullmatch(payload))
