"""Tests: they mirror the rooms, and read as sentences."""
