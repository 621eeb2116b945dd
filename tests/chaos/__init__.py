"""Chaos: kills, floods, faults and thieves, each tried at full size; `make chaos` prints what came of it."""
