"""Telegram in a box: a strict local Bot API, the people who use it, and a chat page in front of the real bot."""

from bot.sandbox.faults import Fault, Faults, Rates
from bot.sandbox.people import Person
from bot.sandbox.screen import Button, Screen, Seen, Toast
from bot.sandbox.server import TOKEN, LocalBotApi

__all__ = ["TOKEN", "Button", "Fault", "Faults", "LocalBotApi", "Person", "Rates", "Screen", "Seen", "Toast"]
