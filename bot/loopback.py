"""The names of this very machine, for what may be reached from here and from nowhere else."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
