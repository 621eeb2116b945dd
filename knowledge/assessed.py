"""An assessment as `serocheck assess` writes it and vignettes expect it (design.md 4)."""

from functools import lru_cache
from typing import Any

from knowledge.assess import Assessment, assess
from knowledge.case import facts_of, read
from knowledge.content import Content
from knowledge.meanings import UNKNOWN, meanings
from knowledge.wording import Wording


def answer(value: object, content: Content) -> dict[str, Any]:
    """`assess` out for one line in, as in design.md 4.

    Raises:
        CaseError: if the line can't be read.
    """
    case = read(value)
    found = written(assess(facts_of(case, content), content), content)
    unknown = [one.name for one in case.substances if UNKNOWN in meanings(one.name, content)]
    return {"id": case.id, **found, "unknown_substances": unknown}


def written(found: Assessment, content: Content) -> dict[str, Any]:
    """An assessment as the contract's JSON."""
    return {
        "severity": found.severity.value,
        "call_now": found.call_now,
        "because": [
            {"rule": one.rule, "says": one.says, "signs": list(one.signs), "sources": list(one.sources)}
            for one in found.because
        ],
        "interactions": [
            {"pair": [one.one.said, one.other.said], "level": one.level, "why": one.why} for one in found.interactions
        ],
        "unknown_substances": list(found.unknown_substances),
        "would_be_severe_if": [
            _words().say("outcomes.would_be", sign=content.fact(one).short) for one in found.would_be_severe_if
        ],
        "watch_hours": found.watch_hours,
        "content": content.version,
    }


@lru_cache(maxsize=1)
def _words() -> Wording:
    return Wording()
