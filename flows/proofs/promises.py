"""What is severe whatever else was said: red flags, Hunter's criteria, deadly pairs, children, overdoses."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations_with_replacement, product
from typing import Any

from flows.definition import Flow
from flows.proofs.alike import points
from flows.proofs.counting import is_out
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.telling_cases import case, tell
from knowledge.assess import assess
from knowledge.content import Content
from knowledge.doses import WORST_BAND
from knowledge.facts import Facts, Taken
from knowledge.levels import Level, Severity
from knowledge.wording import Wording

SEVEN = 7  # mild signs that are too many (clinical.md 6.4, R12)
NEVER = 4  # the level of pairs that must never be combined
Levels = Mapping[str, Level]
Numbers = Mapping[str, float]
DOUBT = (Level.YES, Level.UNSURE)
SETS = "sets of signs and flags"
RAISED = "more never lowers the answer (proved here as well), so each case speaks for every answer set that contains it"


def red_flags(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """Every red flag alone, yes or not sure; every severe sign alone; confusion, not sure."""
    flags = [*content.graded["red_flag"], "danger_sign"]
    cases = [{one: level} for one in flags for level in DOUBT]
    cases += [{one: Level.YES} for one in content.graded["severe"]]
    cases += [{"confusion": Level.UNSURE}, {"gestalt": Level.YES}, {"cannot_function": Level.YES}]

    def check() -> int:
        for levels in progress(cases, len(cases)):
            _at_least(content, Severity.SEVERE, levels)
        return _containing(content, cases)

    name = (
        "Every red flag alone is severe, yes or not sure; every severe sign alone is severe; so is confusion, not sure"
    )
    return proved(name, RAISED, check, SETS)


def any_sign(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """No sign and no number out of range is ever answered with "no signs"."""
    cases: list[tuple[Levels, Numbers]] = [({one: level}, {}) for one in content.findings for level in DOUBT]
    cases += [({}, {name: value}) for name, value in _numbers_out(content)]

    def check() -> int:
        for levels, numbers in progress(cases, len(cases)):
            _at_least(content, Severity.MILD, levels, numbers=numbers)
        return _containing(content, [levels for levels, numbers in cases if not numbers])

    return proved("No sign, doubt or number out of range ever ends as “no signs”", RAISED, check, SETS)


def hunter(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """The Hunter criteria's whole truth table (Dunkley 2003); restlessness counts as agitation."""
    signs = (
        "spontaneous_clonus", "inducible_clonus", "ocular_clonus", "agitation", "restlessness", "sweating", "tremor",
        "hyperreflexia", "rigidity",
    )  # fmt: skip
    table = [
        (dict(zip(signs, row, strict=True)), hot)
        for row in product((False, True), repeat=len(signs))
        for hot in (False, True)
    ]

    def check() -> int:
        positive = 0
        for row, hot in progress(table, len(table)):
            if _hunter(row, hot=hot):
                positive += 1
                levels = {sign: Level.YES for sign, there in row.items() if there}
                _at_least(content, Severity.SEVERE, levels, numbers={"temperature_c": 38.1} if hot else {})
        return int(positive * 3 ** (len(content.fact_order) - len(signs)))

    return proved("Whoever meets the Hunter criteria is severe, whatever was taken", RAISED, check, SETS)


def _hunter(row: Mapping[str, bool], *, hot: bool) -> bool:
    restless = row["agitation"] or row["restlessness"]
    clonus = row["inducible_clonus"] or row["ocular_clonus"]
    return (
        row["spontaneous_clonus"]
        or (clonus and (restless or row["sweating"]))
        or (row["tremor"] and row["hyperreflexia"])
        or (row["rigidity"] and hot and clonus)
    )


def deadly_pairs(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """Every pair of level 4 with any sign is severe."""
    pairs = [
        pair
        for pair in combinations_with_replacement(content.classes, 2)
        if content.interactions.level(*pair)[0] == NEVER and (pair[0] != pair[1] or len(_members(content, pair[0])) > 1)
    ]

    def check() -> int:
        for pair in progress(pairs, len(pairs)):
            two = _members(content, pair[0])[:2] if pair[0] == pair[1] else list(pair)
            for finding, level in product(content.findings, DOUBT):
                _at_least(content, Severity.SEVERE, {finding: level}, two)
            for name, value in _numbers_out(content):
                _at_least(content, Severity.SEVERE, {}, two, {name: value})
        return len(pairs) * _containing(content, [{one: level} for one in content.findings for level in DOUBT])

    return proved("Every deadly pair (level 4) with any sign is severe", RAISED, check, SETS)


def _seven(content: Content) -> Iterator[list[str]]:
    """Seven mild signs in all three systems of the body, in every division; signs of one system count alike."""
    by_system: dict[str, list[str]] = {}
    for ident in content.graded["mild"]:
        by_system.setdefault(content.findings[ident].category, []).append(ident)
    for counts in product(*(range(1, len(signs) + 1) for signs in by_system.values())):
        if sum(counts) == SEVEN:
            yield [one for signs, count in zip(by_system.values(), counts, strict=True) for one in signs[:count]]


def people_and_doses(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """Children, pregnancy, worsening, overdoses, fever and sleepiness with what slows the breath."""
    kinds = list(content.classes)

    def check() -> int:
        for kind in progress(kinds, len(kinds)):
            _at_least(content, Severity.SEVERE, {"under_12": Level.YES}, [kind])
            _at_least(content, Severity.SEVERE, {}, [Taken(kind, kind, WORST_BAND)])
            _at_least(content, Severity.SEVERE, {}, [kind], {"temperature_c": 38.0})
            if content.classes[kind].depressant or kind == "kratom_extract":
                _at_least(content, Severity.SEVERE, {"drowsiness": Level.YES}, [kind])
        for seven in _seven(content):
            _at_least(content, Severity.SEVERE, dict.fromkeys(seven, Level.YES))
        _at_least(content, Severity.SEVERE, {}, numbers={"temperature_c": 39.0})
        _at_least(content, Severity.SEVERE, {"drowsiness": Level.YES, "pinpoint_pupils": Level.YES})
        signs = list(product(content.findings, DOUBT))
        for flag, (finding, level) in product(("age_12_17", "pregnant", "worse"), signs):
            _at_least(content, Severity.SEVERE, {flag: Level.YES, finding: level})
        return 4 * len(kinds) + 2 + 3 * len(signs)

    name = (
        "Severe whatever else: a child, an overdose or 38 °C with anything, sleepiness with what slows the breath, "
        "seven mild signs in all three systems, and any sign when worse, pregnant or 12 to 17"
    )
    return proved(name, RAISED, check, "cases")


def _at_least(
    content: Content,
    severity: Severity,
    levels: Levels,
    taken: Iterable[str | Taken] = (),
    numbers: Numbers | None = None,
) -> None:
    """Raise a Failure if the facts are less than that."""
    all_taken = tuple(one if isinstance(one, Taken) else Taken(one, one) for one in taken)
    found = assess(Facts(levels, all_taken, numbers or {}), content)
    if found.severity.rank < severity.rank:
        named = [_named(one, content) for one in all_taken]
        given = case(levels, named, numbers or {})
        flags = {fact: level for fact, level in levels.items() if fact in {"danger_sign", "gestalt"}}
        told = tell(given, content) + "".join(f"; {content.fact(one).short}" for one in flags)
        raise Failure(f"{told}: {found.severity.value}", given, severity.value)


def _named(one: Taken, content: Content) -> dict[str, Any]:
    members = _members(content, one.id)
    name = one.id if not members else members[0]
    return {"name": name} | ({"amount": "unknown"} if one.band == WORST_BAND else {})


def _members(content: Content, kind: str) -> list[str]:
    family = content.classes.get(kind)
    return [one.id for one in family.substances] if family else []


def _numbers_out(content: Content) -> list[tuple[str, float]]:
    return [
        (name, value) for name, values in points(content).items() for value in values if is_out(content, name, value)
    ]


def _containing(content: Content, cases: Iterable[Levels]) -> int:
    """How many answer sets (of facts alone) hold at least one of the single facts named."""
    lowest: dict[str, int] = {}
    for levels in cases:
        for fact, level in levels.items():
            lowest[fact] = min(lowest.get(fact, 3), level)
    without = 3 ** (len(content.fact_order) - len(lowest))
    for low in lowest.values():
        without *= low
    return int(3 ** len(content.fact_order) - without)
