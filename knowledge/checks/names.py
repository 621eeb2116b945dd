"""Names: no sure name means two things, and none is a single letter."""

from collections.abc import Iterator

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.issues import Issue, nearest
from knowledge.text import normal


def names(content: Content) -> Iterator[Issue]:
    """Every name of a substance or product."""
    owners: dict[str, str] = {}
    for kind, family in content.classes.items():
        for index, one in enumerate(family.substances):
            for name in map(normal, (one.id, *one.names)):
                place = (f"substances/{kind}.yaml", ("substances", index))
                if len(name) < 2:  # noqa: PLR2004  a letter
                    yield issue(content, *place, f"{one.id}: the name “{name}” is one letter; put it under ask")
                if owners.setdefault(name, one.id) != one.id:
                    yield issue(
                        content,
                        *place,
                        f"the name “{name}” is under {owners[name]} and {one.id}; put it under ask of both",
                    )
    for index, product in enumerate(content.products):
        place = ("substances/products.yaml", ("products", index))
        for ident in product.contains:
            if ident not in content.class_of:
                sentence = f"{product.name} contains “{ident}”, which no file has{nearest(ident, content.class_of)}"
                yield issue(content, *place, sentence)
        if normal(product.name) in owners:
            sentence = f"the product name “{product.name}” is also under {owners[normal(product.name)]}"
            yield issue(content, *place, sentence)
