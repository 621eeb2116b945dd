"""How much was taken, and of what."""
