"""Which substances a text names, and whether they were taken."""
