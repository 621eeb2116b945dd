"""A message of ours in Telegram's shape: text, buttons, and what is left when Telegram refuses it."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from flows.reply import Button, Message, unmarked

_LIMIT = 4096


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """The buttons under a message."""
    drawn = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(drawn) if drawn else None


def link_keyboard(label: str, url: str) -> InlineKeyboardMarkup:
    """One button that opens an address."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, url=url)]])


def plain(message: Message) -> str:
    """The text without its marks, and no longer than Telegram takes: better plain than not said."""
    text = unmarked(message.text).strip() or "🆘 112 · 911 · 999"
    return text.encode("utf-16-le")[: 2 * _LIMIT].decode("utf-16-le", "ignore")


def _button(button: Button) -> InlineKeyboardButton:
    style = button.style or None
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy), style=style)
    return InlineKeyboardButton(button.label, callback_data=button.data, style=style)
