"""Tests of where we meet people."""
