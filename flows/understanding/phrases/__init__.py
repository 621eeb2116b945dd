"""How phrases are looked up in a text."""
