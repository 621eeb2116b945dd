"""Names that are no single substance: mixes (products.yaml), not ours (decoys.yaml), look-alikes (confusables.yaml)."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from knowledge.schema.strict import Strict, Text


class Product(Strict, frozen=True):
    """A combination product: one name, several substances."""

    name: Text
    contains: Annotated[list[str], Meta(min_length=1)]
    ask: bool = False
    note: str | None = None


class ProductsFile(Strict, frozen=True):
    """Combination products."""

    products: list[Product]


class DecoysFile(Strict, frozen=True):
    """Names that are no substance of ours."""

    decoys: list[str]


class ConfusablesFile(Strict, frozen=True):
    """Names that look or sound alike.

    Attributes:
        well_known: brands and street names that a misspelling may be repaired to without asking.
    """

    well_known: list[str]
    confusable: list[list[str]]
    plain: list[str] | UnsetType = UNSET
    near: list[list[str]] | UnsetType = UNSET
