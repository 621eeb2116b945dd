"""Tests of the sandbox, which the other tests stand on."""
