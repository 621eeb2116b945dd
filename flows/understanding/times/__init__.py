"""How long ago something was taken."""
