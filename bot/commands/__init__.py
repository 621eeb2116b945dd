"""The commands of `python -m bot`, one file each: `add` describes its arguments, `run` does it."""
