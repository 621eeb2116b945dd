"""Keyboards under messages: read strictly, and looked through for the button somebody presses."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bot.sandbox import limits
from bot.sandbox.refusals import bad_request

Json = dict[str, Any]


class CopyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy button copies."""

    text: str


class Button(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A button of an inline keyboard; only the kinds the sandbox can play."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: CopyText | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    style: str | None = None


class Keyboard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows of buttons."""

    inline_keyboard: list[list[Button]]


_ACTIONS = ("callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat")
_STYLES = {None, "primary", "success", "danger"}


def read_keyboard(markup: Json | None) -> Json | None:
    """The inline keyboard of a message as Telegram would keep it; None when there is none."""
    if markup is None or not markup:
        return None
    if "inline_keyboard" not in markup:
        if set(markup) <= {"remove_keyboard", "force_reply", "selective", "input_field_placeholder"}:
            return None
        raise bad_request("can't parse reply keyboard markup JSON object: the sandbox has only inline keyboards")
    try:
        keyboard = msgspec.convert(markup, Keyboard)
    except msgspec.ValidationError as error:
        raise bad_request(f"can't parse inline keyboard markup JSON object: {error}") from None
    rows = [row for row in keyboard.inline_keyboard if row]
    if sum(map(len, rows)) > limits.BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        if len(row) > limits.BUTTONS_A_ROW:
            raise bad_request(f"can't parse inline keyboard: more than {limits.BUTTONS_A_ROW} buttons in a row")
        for button in row:
            _check(button)
    kept: Json = msgspec.to_builtins(Keyboard(rows))
    return kept if rows else None


def buttons(keyboard: Json | None) -> Iterator[Json]:
    """Every button, in reading order."""
    for row in (keyboard or {}).get("inline_keyboard", []):
        yield from row


def find_button(keyboard: Json | None, wanted: str) -> Json | None:
    """The button with this label, or whose callback data is or ends in `:wanted`."""
    for button in buttons(keyboard):
        if button["text"] == wanted:
            return button
    for button in buttons(keyboard):
        data = button.get("callback_data", "")
        if data == wanted or data.endswith(f":{wanted}"):
            return button
    return None


def _check(button: Button) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    if sum(getattr(button, action) is not None for action in _ACTIONS) != 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is needed")
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= limits.CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.copy_text is not None and not 1 <= limits.length(button.copy_text.text) <= limits.COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.url is not None and not _is_link(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Unsupported URL protocol")
    if button.style not in _STYLES:
        raise bad_request("invalid button style specified")


def _is_link(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https", "tg"} and bool(parts.netloc) and not set(url) & set(" \n\t")
