"""Writes docs/vignettes.md: how the rules do on our own vignettes, in the field's metric names."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from pathlib import Path

from msgspec import Struct

from knowledge.assessed import answer
from knowledge.content import Content
from tests.vignettes import Vignette, vignettes

PAGE = Path(__file__).parent.parent / "docs" / "vignettes.md"
SEVERITIES = ("severe", "mild", "none")  # most urgent first
WILSON_95 = 1.959964  # the normal quantile of a 95 % interval
FIRST = re.compile(r"First judgement: (severe|mild|none)\.\s*")
HEAD = """<!-- Made by `python -m tests.vignette_report` from tests/vignettes. Change the vignettes, not this page. -->

# The vignettes, and how the rules do on them

**Read this first.** The developers wrote these cases and decided what each should give, from general clinical
knowledge and published cases told in our own words. **No clinician has signed them.** The same people wrote the rules,
and the test suite refuses a rule that gives another answer than a vignette expects. So the first column below is a
regression test of our own making. It is not a validation, and none of its numbers says how the bot would do with real
people.

Each case was judged before the rules were run on it. Where the clinical specification then decided otherwise, the
vignette expects what the specification says and keeps the first judgement in its note. The second column measures the
rules against those first judgements. That comparison can fail, and it does; still, the judges knew the rules they
judged by, and the cases are our choice, not a sample of those who will ask. The golden cases come with the
specification and count as judged the same; some others were written in search of what the rules miss.
"""


def _less(one: str, other: str) -> bool:
    """Whether one severity is less urgent than the other."""
    return SEVERITIES.index(one) > SEVERITIES.index(other)


# name, the severities due that it counts, and what a hit is
MEASURES: tuple[tuple[str, tuple[str, ...], Callable[[str, str], bool]], ...] = (
    ("Accuracy (the same severity)", SEVERITIES, lambda due, given: given == due),
    ("Safety of advice (not under-triaged)", SEVERITIES, lambda due, given: not _less(given, due)),
    ("Emergency sensitivity (severe and sent)", ("severe",), lambda _due, given: given == "severe"),
    ("Specificity (not severe and not sent)", ("mild", "none"), lambda _due, given: given != "severe"),
    ("Over-triage rate (more urgent than due)", SEVERITIES, _less),
    ("Under-triage rate (less urgent than due)", SEVERITIES, lambda due, given: _less(given, due)),
)


class Row(Struct, frozen=True):
    """One vignette run: what it expects, what was judged first, and what the rules gave."""

    case: Vignette
    file: str
    expected: str
    judged: str
    given: str
    called: bool


def rows(content: Content) -> list[Row]:
    """Every vignette, run."""
    run = []
    for path in sorted((Path(__file__).parent / "vignettes").glob("*.yaml")):
        for case in vignettes(path.stem):
            found = answer(case.given, content)
            first = FIRST.match(case.note or "")
            expected = case.expect.severity
            judged = first[1] if first else expected
            run.append(Row(case, path.name, expected, judged, found["severity"], found["call_now"]))
    return run


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % confidence interval of a share."""
    if not of:
        return 0.0, 1.0
    share, z2 = hits / of, WILSON_95**2
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = WILSON_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def report() -> str:
    """The page, as Markdown."""
    run = rows(Content())
    parts = [HEAD, _files(run), _measures(run), _classes(run), _look_alikes(run), differences(run)]
    return "\n".join(parts)


def _files(run: list[Row]) -> str:
    lines = []
    for file in dict.fromkeys(row.file for row in run):
        own = [row for row in run if row.file == file]
        lines.append([f"`{file}`", len(own), *_by_severity(own)])
    lines.append(["**all**", len(run), *_by_severity(run)])
    cited = sum(1 for row in run if set(row.case.sources) - {"known", "expert_choice"})
    return (
        f"## What is there\n\n{table(['file', 'cases', 'severe', 'mild', 'none'], lines)}\n"
        f"{cited} cases name a published source beyond general knowledge and expert choice.\n"
    )


def _measures(run: list[Row]) -> str:
    expected = [(row.expected, row.given) for row in run]
    judged = [(row.judged, row.given) for row in run]
    lines = [[name, *(_share(pairs, due, hit) for pairs in (expected, judged))] for name, due, hit in MEASURES]
    calls = [row for row in run if row.case.expect.call_now is not None]
    same = sum(1 for row in calls if row.called == row.case.expect.call_now)
    return (
        "## Measures\n\nEach as hits / cases, share, and Wilson's 95 % confidence interval.\n\n"
        f"{table(['measure', 'against what the vignette expects', 'against the first judgement'], lines)}\n"
        f"“Call now” is as expected in {same} of {len(calls)} cases that say so.\n"
    )


def _classes(run: list[Row]) -> str:
    parts = []
    for title, true in (("what the vignette expects", "expected"), ("the first judgement", "judged")):
        pairs = Counter((getattr(row, true), row.given) for row in run)
        lines = []
        for severity in SEVERITIES:
            due = sum(pairs[severity, one] for one in SEVERITIES)
            gave = sum(pairs[one, severity] for one in SEVERITIES)
            hits = pairs[severity, severity]
            got = [pairs[severity, one] for one in SEVERITIES]
            lines.append([severity, *got, _percent(hits, due), _percent(hits, gave)])
        head = ["due", "gave severe", "gave mild", "gave none", "sensitivity", "predictive value"]
        parts.append(f"Against {title}:\n\n{table(head, lines)}")
    return "## Class by class\n\n" + "\n".join(parts)


def _look_alikes(run: list[Row]) -> str:
    lines = []
    for name in sorted({row.case.look_alike for row in run if row.case.look_alike}):
        own = [row for row in run if row.case.look_alike == name]
        low = sum(1 for row in own if _less(row.given, row.judged))
        lines.append([name, len(own), *_by_severity(own), low])
    head = ["look-alike", "cases", "severe", "mild", "none", "less urgent than first judged"]
    return (
        "## Look-alikes\n\nConditions taken for serotonin toxicity. A likelier name never lowers the answer.\n\n"
        + table(head, lines)
    )


def differences(run: list[Row]) -> str:
    """The cases that were first judged otherwise, as a section."""
    lines = [
        [row.case.name, row.judged, row.given, FIRST.sub("", row.case.note or "")]
        for row in sorted(run, key=lambda row: (not _less(row.given, row.judged), row.file))
        if row.judged != row.given
    ]
    return (
        "## Where the first judgement and the rules differ\n\n"
        "For the clinician who signs the rules; what was judged more urgent first.\n\n"
        + table(["case", "first judged", "rules give", "why"], lines)
    )


def _by_severity(run: list[Row]) -> list[int]:
    return [sum(1 for row in run if row.expected == severity) for severity in SEVERITIES]


def _share(pairs: list[tuple[str, str]], due: tuple[str, ...], hit: Callable[[str, str], bool]) -> str:
    counted = [pair for pair in pairs if pair[0] in due]
    hits = sum(1 for pair in counted if hit(*pair))
    low, high = wilson(hits, len(counted))
    return f"{hits} / {len(counted)} = {_percent(hits, len(counted))} ({100 * low:.1f} to {100 * high:.1f})"


def _percent(hits: int, of: int) -> str:
    return f"{100 * hits / of:.1f} %" if of else "-"


def table(head: list[str], lines: Iterable[Sequence[object]]) -> str:
    """Rows as a Markdown table."""
    body: list[Sequence[object]] = [head, ["---"] * len(head), *lines]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in body)


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(report(), encoding="utf-8")
    print(PAGE.relative_to(PAGE.parent.parent))


if __name__ == "__main__":
    main()
