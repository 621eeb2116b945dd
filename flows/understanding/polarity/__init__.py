"""Whether a sign is there: no, if, last year."""
