"""What we know and how it decides: content as YAML, decisions as pure functions."""
