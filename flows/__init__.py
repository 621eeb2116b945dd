"""How we ask: talks as data, and one pure step from a session and an input to a session and a reply."""
