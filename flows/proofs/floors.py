"""What a change of the content may not undo by itself: floors.yaml says it a second time, on purpose."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from msgspec import convert, field

from flows.definition import Flow
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.telling_cases import case
from knowledge import yaml_file
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.levels import Level
from knowledge.reading import lower
from knowledge.schema.strict import Strict
from knowledge.wording import Wording

FILE = Path(__file__).with_name("floors.yaml")
NEVER = 4  # the level of pairs that must never be combined
ANY_SIGN = "nausea_vomiting"  # it stands for them all: it has no weight of its own


class Floor(Strict, frozen=True):
    """The lowest level of some pairs of classes; "*" stands for every class that the table lists."""

    level: int
    between: list[str]
    and_: list[str] = field(name="and")
    sources: list[str] = []


class CheckFloor(Strict, frozen=True):
    """Home checks, the signs each of which asks for them, and the classes that ask for them beside any sign."""

    nodes: list[str]
    signs: list[str]
    taken: list[str]


class Floors(Strict, frozen=True):
    """The whole file."""

    never_below: list[Floor]
    expected_effects: list[str]
    active_hours: dict[str, float]
    checks: list[CheckFloor]


def floors(content: Content, flow: Flow, _words: Wording, _progress: Progress) -> Proof:
    """No pair or window is below its floor, no sign is excused that is no expected effect, no check is left out."""

    def check() -> int:
        known = convert(yaml_file.read(FILE), Floors)
        pairs = list(_pairs(known, content))
        for low, one, other in pairs:
            if content.interactions.level(one, other)[0] < low:
                told = f"the pair {one.replace('_', ' ')} and {other.replace('_', ' ')} is below level {low}"
                given = case({ANY_SIGN: Level.YES}, [_member(content, one), _member(content, other)], {})
                raise Failure(told, given if low == NEVER else None)
        for ident, finding in content.findings.items():
            if finding.expected_effect and ident not in known.expected_effects:
                raise Failure(f"{finding.short} is excused as an expected effect of stimulants")
        for kind, least in known.active_hours.items():
            family = content.classes[kind]
            if family.active_hours < least:
                raise Failure(f"{family.name} counts as gone after {family.active_hours:g} hours, before {least:g}")
        reasons = [(node, reason) for floor in known.checks for node in floor.nodes for reason in _reasons(floor)]
        for node, reason in reasons:
            gate = flow.gates.get(node)
            if node not in flow.by_id or (gate and not gate.holds(lower(reason, content))):
                signs = ", ".join(content.fact(one).short for one in reason.levels)
                kinds = ", ".join(content.classes[one.id].name for one in reason.taken or ())
                raise Failure(f"“{node}” is not asked of whoever has {signs}" + (f" and took {kinds}" if kinds else ""))
        return len(pairs) + len(content.findings) + len(known.active_hours) + len(reasons)

    name = (
        "No pair and no window is below its floor, only some signs are excused as effects of stimulants, and the home "
        "checks are asked of all who need them"
    )
    return proved(name, "read off against floors.yaml", check, "pairs, windows, signs and reasons to check")


def _reasons(floor: CheckFloor) -> Iterator[Facts]:
    """The least that asks for the checks."""
    yield from (Facts({sign: Level.YES}) for sign in floor.signs)
    yield from (Facts({ANY_SIGN: Level.YES}, (Taken(kind, kind),)) for kind in floor.taken)


def _pairs(known: Floors, content: Content) -> Iterator[tuple[int, str, str]]:
    for floor in known.never_below:
        others = [one for one in content.classes if one != "other"] if "*" in floor.and_ else floor.and_
        for pair in product(floor.between, others):
            yield floor.level, *pair


def _member(content: Content, kind: str) -> str:
    """A substance of the class, by which a vignette can name it."""
    family = content.classes.get(kind)
    return family.substances[0].id if family and family.substances else kind
