"""Nothing in the content is idle: every outcome, rule, question and line of advice is reached by someone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, combinations

from flows.checks.messages import needed
from flows.definition import Flow, Node
from flows.proofs.crawl import crawl
from flows.proofs.proof import Failure, Progress, Proof, proved
from knowledge.assess import assess
from knowledge.content import Content
from knowledge.doses import WORST_BAND
from knowledge.facts import Facts, Taken
from knowledge.levels import Level, Severity
from knowledge.reading import TAKEN, Reading, lower
from knowledge.ready_rules import ReadyRule
from knowledge.wording import Wording

Thing = tuple[str, Level | Taken | float]
URGENCY = {"red_flag": 0, "severe": 1, "mild": 2}


def reached(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Every outcome, rule, question, message and line of advice is reached in some talk."""

    def check() -> int:
        for rule in progress(content.rules, len(content.rules)):
            _decides(content, flow, rule)
        lines = [(kind, line) for kind, rows in content.guidance.items() for line in rows]
        pictures = list(_pictures(content, flow))
        for kind, line in lines:
            condition = content.conditions.of(line.when)
            fits = {Severity(kind)} if kind in set(Severity) else set(Severity)
            if any(
                severity in fits and condition.holds(reading) for severity, reading in chain(pictures, _named(content))
            ):
                continue
            found = witness(content, flow, condition.holds)
            with_sign = [[*found, (one, Level.YES)] for one in content.graded["mild"]] if found is not None else []
            if not any(
                assess(facts_of_things(things), content).severity in fits for things in (found or [], *with_sign)
            ):
                raise Failure(f"nobody is ever given the advice “{line.id}” of {kind}")
        walk = crawl(content, flow, words, progress)
        for severity in Severity:
            if not any(session.told == severity.value for session in walk.sessions):
                raise Failure(f"no talk ends as {severity.value}")
        wanted = set(chain.from_iterable(needed(node, content) for node in flow.by_id.values()))
        never = sorted(one for one in wanted - walk.said if not one.startswith("nodes."))
        if never:
            raise Failure(f"nobody ever reads {', '.join(never)}")
        return len(content.rules) + len(lines) + len(wanted) + len(Severity)

    return proved(
        "Every outcome, rule, question and line of advice is reached in some talk",
        "for each a smallest answer set was found that reaches it, or a talk that says it",
        check,
        "outcomes, rules, lines and messages",
    )


def _decides(content: Content, flow: Flow, rule: ReadyRule) -> None:
    """Raise a Failure unless some answers of the talk make the rule hold with no rule above it."""
    things = witness(content, flow, rule.when.holds)
    if things is None:
        raise Failure(f"no answers of the talk make {rule.id} hold")
    found = assess(facts_of_things(things), content)
    if found.severity != rule.severity:
        raise Failure(
            f"{rule.id} never decides: with {', '.join(name for name, _ in things)} it is {found.severity.value}"
        )


def asked_for(content: Content, flow: Flow, _words: Wording, _progress: Progress) -> Proof:
    """Every red flag and severe sign is asked in a talk in which nothing is typed."""

    def check() -> int:
        asked = {fact for node in flow.nodes if _by_buttons(node, flow) for fact in node.own_facts}
        for node in flow.nodes:
            asked.update(finding for line in node.lines for finding in line.findings if finding in flow.covered)
        wanted = [*content.graded["red_flag"], *content.graded["severe"]]
        for finding in wanted:
            if finding not in asked:
                raise Failure(f"in a talk by buttons nobody asks for {content.fact(finding).short}")
        return len(wanted)

    return proved("Every red flag and severe sign is asked in a talk by buttons", "read off", check, "signs")


def _by_buttons(node: Node, flow: Flow) -> bool:
    """Whether the node comes up without typed words."""
    return node.after is None or node.after.node in flow.by_id


def witness(
    content: Content, flow: Flow | None, holds: Callable[[Reading], bool], blocks: tuple[int, ...] = (1,)
) -> list[Thing] | None:
    """A smallest set of answers with which the condition holds, mild signs first; None if there is none.

    So many things are left out at once as `blocks` say, at last one by one; blocks are quicker, and less choosy.
    """
    things = list(_everything(content, flow))
    if not holds(lower(facts_of_things(things), content)):
        return None
    for block in blocks:
        start = 0
        while start < len(things):
            fewer = things[:start] + things[start + block :]
            if holds(lower(facts_of_things(fewer), content)):
                things = fewer
            else:
                start += block
    return things


def _everything(content: Content, flow: Flow | None) -> Iterator[Thing]:
    """All that can be said, the most urgent first, so that it is left out first."""
    asked = frozenset(content.fact_order) if flow is None else frozenset(chain.from_iterable(flow.asks.values()))
    measured = (
        frozenset(chain.from_iterable(node.measures for node in flow.nodes))
        if flow
        else frozenset(content.measurements)
    )
    yield from ((name, worst(content, name)) for name in content.measurements if name in measured)
    findings = sorted(content.findings, key=lambda one: URGENCY[content.findings[one].grade])
    for level in (Level.YES, Level.UNSURE):
        yield from ((one, level) for one in findings if one in asked)
    yield from ((one, Level.YES) for one in content.flags if one in asked)
    kinds = sorted(content.classes, key=lambda one: -content.classes[one].tier)
    for band in (WORST_BAND, 2, 1, 0):
        yield from ((kind, Taken(kind, kind, band)) for kind in kinds)


def worst(content: Content, measure: str) -> float:
    """The value of a measurement that is furthest from normal: the end of what is plausible that is severe."""
    low, high = content.measurements[measure].plausible
    severe = content.computed["severe_measurement"].of
    return high if severe(Reading(content, {}, (), {measure: high})) else low


def facts_of_things(things: Iterable[Thing]) -> Facts:
    """The things said, as facts."""
    levels: dict[str, Level] = {}
    taken = []
    numbers: dict[str, float] = {}
    for name, what in things:
        match what:
            case Taken():
                taken.append(what)
            case Level():
                levels[name] = max(what, levels.get(name, Level.NO))
            case _:
                numbers[name] = what
    return Facts(levels, tuple(taken), numbers)


def _pictures(content: Content, flow: Flow) -> Iterator[tuple[Severity, Reading]]:
    """Small answer sets of the talk and how they end: each thing alone, and each two."""
    asked = frozenset(chain.from_iterable(flow.asks.values())) - {TAKEN}
    things: list[Thing] = [(one, Level.YES) for one in content.fact_order if one in asked or one in content.findings]
    things += [(kind, Taken(kind, kind)) for kind in content.classes]
    for several in chain([()], ((one,) for one in things), combinations(things, 2)):
        yield _picture(content, several)


def _named(content: Content) -> Iterator[tuple[Severity, Reading]]:
    """Each substance by its name, with one mild sign: some advice is for one substance only."""
    sign = content.graded["mild"][0]
    for family in content.classes.values():
        for one in family.substances:
            yield _picture(content, ((sign, Level.YES), (one.id, Taken(one.id, one.id))))


def _picture(content: Content, things: Iterable[Thing]) -> tuple[Severity, Reading]:
    reading = lower(facts_of_things(things), content)
    holding: Mapping[str, Severity] = {rule.id: rule.severity for rule in content.rules if rule.when.holds(reading)}
    return max(holding.values(), key=lambda one: one.rank), reading
