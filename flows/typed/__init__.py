"""Typed words: what each kind of them does in a talk."""

from flows.typed.words import Typed

__all__ = ["Typed"]
