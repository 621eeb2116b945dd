"""Facts that follow from others: each a named function of a complete picture, never falling when a sign is added."""

from knowledge.computed import measurements, people, signs, taken
from knowledge.computed.registry import COMPUTED, Computed

__all__ = ["COMPUTED", "Computed", "measurements", "people", "signs", "taken"]
