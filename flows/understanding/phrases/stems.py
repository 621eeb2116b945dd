"""Stems: "shaking" and "shakes" are "shak"."""

import re
from collections.abc import Collection, Mapping

SHORTEST = 3  # letters of a stem
# In short words the "e" tells hate from hat, hope from hop: "hoping" had it, "hopping" did not.
_HAD_AN_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_HAS_AN_E = re.compile(_HAD_AN_E.pattern + "e")


def stem(form: str, irregular: Mapping[str, str], unstemmed: Collection[str]) -> str:
    """The word without its ending; `irregular` words have another one, `unstemmed` ones none."""
    form = irregular.get(form, form)
    if form in unstemmed or len(form) <= SHORTEST:
        return form
    for ending in ("iness", "ness", "ing", "ed", "ly", "es", "s"):
        if form.endswith(ending) and len(form) - len(ending) >= SHORTEST and not form.endswith(("ss", "us")):
            form = form.removesuffix(ending)
            if len(form) > SHORTEST and form[-1] == form[-2] and form[-1] not in "ls":
                form = form[:-1]
            elif ending in {"ing", "ed", "es"} and _HAD_AN_E.fullmatch(form):
                form += "e"
            break
    if len(form) > SHORTEST and not _HAS_AN_E.fullmatch(form):
        form = form.removesuffix("e")
    return form.removesuffix("y") if len(form) > SHORTEST + 1 else form
