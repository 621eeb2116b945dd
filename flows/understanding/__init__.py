"""Turns typed text into what it says; the one door through which words come into a talk."""

from flows.understanding.people import People, Person
from flows.understanding.reader import Reader
from flows.understanding.understood import Alarm, Doubt, Sign, Taken, Understood

__all__ = ["Alarm", "Doubt", "People", "Person", "Reader", "Sign", "Taken", "Understood"]
