"""Events: their numbers can be dialled, their country exists, and their names fit a link."""

import re
from collections.abc import Iterator

from knowledge.checks.numbers import NUMBER
from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.issues import Issue, nearest

NAME = re.compile(r"[a-z0-9_]{1,40}")


def events(content: Content) -> Iterator[Issue]:
    """Every event can be used as it stands."""
    for ident, event in content.event_files.items():
        file = f"events/{ident}.yaml"
        if not NAME.fullmatch(ident):
            yield issue(
                content, file, (), f"“{ident}” does not fit a link: small letters, digits and _ only, at most 40"
            )
        if not NUMBER.fullmatch(event.medics.number):
            yield issue(content, file, ("medics", "number"), f"“{event.medics.number}” is not a number to call")
        if event.country not in content.countries:
            sentence = f"there is no country “{event.country}”{nearest(event.country, content.countries)}"
            yield issue(content, file, ("country",), sentence)
