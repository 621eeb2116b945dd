"""Taps: what a button does, by what it belongs to."""

from flows.taps.taps import Taps

__all__ = ["Taps"]
