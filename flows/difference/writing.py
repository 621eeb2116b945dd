"""A difference as text for a terminal, and as Markdown for a pull request."""

from collections.abc import Iterator

from flows.difference.compare import Difference, Example

MOST_TEXTS, MOST_FLIPPED, MOST_LETTERS = 30, 40, 160
TWO = "needs two clinicians"


def text(found: Difference) -> str:
    """Plain text."""
    return "\n".join(_lines(found, bullet="  ", strong="{}")) + "\n"


def markdown(found: Difference) -> str:
    """A comment for a pull request."""
    return "\n".join(_lines(found, bullet="- ", strong="**{}**")) + "\n"


def _lines(found: Difference, bullet: str, strong: str) -> Iterator[str]:
    yield strong.format(f"What changes for people, {found.old} → {found.new}")
    yield ""
    if found.nothing:
        yield f"Nothing. {found.looked_at:,} answer sets and {found.vignettes} vignettes were compared."
        return
    yield f"Of {found.looked_at:,} answer sets, {found.up:,} end more urgent and {found.down:,} less urgent."
    if found.needs_two:
        yield strong.format(f"⚠ Something became less urgent: {TWO}.")
    yield from _examples("More urgent, for example", found.ups, bullet, strong)
    yield from _examples(f"Less urgent ({TWO}), for example", found.downs, bullet, strong)
    if found.lost:
        yield from ("", strong.format(f"Asked or understood less ({TWO})"))
        yield from (f"{bullet}{one.what}" for one in found.lost)
    yield ""
    yield strong.format(f"Vignettes that end otherwise: {len(found.flipped)} of {found.vignettes}")
    for one in found.flipped[:MOST_FLIPPED]:
        yield f"{bullet}{one.name}: {one.before} → {one.after}" + (f" ({TWO})" if one.down else "")
    if found.texts:
        yield from ("", strong.format(f"Texts that read otherwise: {len(found.texts)} (US school grade before → now)"))
        for change in found.texts[:MOST_TEXTS]:
            yield f"{bullet}{change.key} ({change.grade_before:g} → {change.grade_after:g}): {_short(change.after)}"
        if len(found.texts) > MOST_TEXTS:
            yield f"{bullet}and {len(found.texts) - MOST_TEXTS} more"


def _examples(title: str, examples: tuple[Example, ...], bullet: str, strong: str) -> Iterator[str]:
    if examples:
        yield from ("", strong.format(title))
    for one in examples:
        yield f"{bullet}{one.told}: {one.before} → {one.after}. Responsible: {', '.join(one.rules)}."


def _short(words: str) -> str:
    plain = " ".join(words.split()) or "(gone)"
    return plain if len(plain) <= MOST_LETTERS else plain[: MOST_LETTERS - 1] + "…"
