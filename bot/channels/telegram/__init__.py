"""Telegram: updates in, messages and buttons out; nothing else of Telegram goes further."""

import os

# How long to wait comes as a timedelta, as it will in python-telegram-bot's next version, and without a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
