"""What all shapes have in common: unknown keys are errors, and a few kinds of text."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Status = Literal["read", "known", "expert choice"]
Text = Annotated[str, Meta(min_length=1)]
Label = Annotated[str, Meta(min_length=1, max_length=24)]  # fits a button
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A value whose unknown keys are errors."""
