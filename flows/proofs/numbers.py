"""A number further from normal never lowers the answer, and a normal one is no better than none."""

from collections.abc import Sequence

from flows.definition import Flow
from flows.proofs.alike import groups, points, reads_numbers
from flows.proofs.counting import is_out
from flows.proofs.monotone import counts, falling, situations
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.proofs.unknowns import OpenPicture, Unknowns, open_facts, ways
from knowledge.agents import Agent
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.reading import Reading
from knowledge.wording import Wording


def further_numbers(content: Content, _flow: Flow, _words: Wording, progress: Progress) -> Proof:
    """A number further from normal never lowers the answer."""
    names = [name for name in content.computed if reads_numbers(content, name)]

    def check() -> int:
        covered = 0
        for measure, values in progress(points(content).items(), len(content.measurements)):
            low, high = _normal(content, measure, values)
            for side in (values[low:], values[high::-1]):
                covered += sum(_side(content, name, measure, side) for name in names)
            covered += sum(_as_none(content, name, measure, values[low : high + 1]) for name in names)
        return covered

    return proved(
        "A number further from normal never lowers the answer; a normal one counts as none",
        "between two limits that a band or the code names all numbers are alike; one of each, and every limit, were "
        "gone through with every way the other answers can turn",
        check,
        "sets of signs with a number",
    )


def _normal(content: Content, measure: str, values: Sequence[float]) -> tuple[int, int]:
    """The first and last place of the normal values, which must lie together."""
    normal = [index for index, value in enumerate(values) if not is_out(content, measure, value)]
    known = content.measurements[measure]
    if not normal:
        raise Failure(f"no value of {known.label} is normal")
    gap = next((index for index in range(normal[0], normal[-1]) if index not in normal), None)
    if gap is not None:
        raise Failure(f"{known.label} {values[gap]:g} {known.unit} counts, and values on both sides of it do not")
    return normal[0], normal[-1]


def _side(content: Content, name: str, measure: str, side: Sequence[float]) -> int:
    """From normal outward, one side."""
    known = content.measurements[measure]
    if counts(content, name):
        for levels in ({}, dict.fromkeys(content.findings, Level.YES)):
            gave = [int(content.computed[name].of(Reading(content, levels, (), {measure: value}))) for value in side]
            if gave != sorted(gave):
                raise Failure(f"{name} falls when {known.label} goes from {side[0]:g} to {side[-1]:g} {known.unit}")
        return len(side)
    limits = open_facts(content) | {measure: (0, len(side) - 1)}
    for agents in situations(content, name):

        def run(unknowns: Unknowns, agents: tuple[Agent, ...] = agents) -> int:
            return int(content.computed[name].of(OpenPicture(content, unknowns, agents, {measure: side})))

        fall = falling(list(ways(run, limits, groups(content, name))), frozenset())
        if fall:
            near, far = (side[one[measure][place]] for one, place in zip(fall, (0, 1), strict=True))
            case = {"measurements": {measure: far}}
            raise Failure(
                f"{name} holds with {known.label} {near:g} {known.unit} and no longer with {far:g}", case, "mild"
            )
    return int(len(side) * 3 ** len(content.fact_order))


def _as_none(content: Content, name: str, measure: str, normal: Sequence[float]) -> int:
    """A normal number gives what no number gives."""
    if counts(content, name):
        return 0
    limits = open_facts(content) | {measure: (0, len(normal) - 1)}
    compute = content.computed[name].of

    def differs(unknowns: Unknowns) -> bool:
        with_number = compute(OpenPicture(content, unknowns, (), {measure: normal}))
        return int(with_number) != int(compute(OpenPicture(content, unknowns)))

    if any(way.gave for way in ways(differs, limits, groups(content, name))):
        raise Failure(f"{name} is not the same with a normal {content.measurements[measure].label} as with none")
    return int(len(normal) * 3 ** len(content.fact_order))
