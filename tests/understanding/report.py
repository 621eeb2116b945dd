"""Writes how well typed words are understood into docs/understanding.md: `python -m tests.understanding.report`.

`--tuned` reads and prints only the splits that may be looked at; `--misses` what went wrong in these, never in others.
"""

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.understanding.adapter import wired
from tests.understanding.gold import HELD_OUT, TUNED
from tests.understanding.reading import OTHER_SEVERE, RED_FLAGS, SEVERE_MUSCLE
from tests.understanding.results import Results, results
from tests.understanding.tally import Tally

PAGE = Path(__file__).parent.parent.parent / "docs" / "understanding.md"
BEGIN, END = "<!-- scores:begin (python -m tests.understanding.report) -->", "<!-- scores:end -->"
URGENT = (*RED_FLAGS, *SEVERE_MUSCLE)
COLUMNS = {"tuned": TUNED, **{split.replace("_", " "): (split,) for split in HELD_OUT}}
Row = tuple[str, str, Callable[[Results], str]]


def number(value: float) -> str:
    return f"{value:.3f}"


def three(tally: Tally) -> str:
    return f"{tally.precision:.3f} / {tally.recall:.3f} / {tally.f1:.3f}"


def name_rows(kind: str, goal: str) -> Row:
    verdicts = ("right", "asked", "missed", "wrong")
    label = f"names, {kind.replace('_', ' ')}: right / asked / missed / wrong"

    def shares(one: Results) -> str:
        if not one.names.counts[kind]:
            return "-"
        return " / ".join(number(one.names.share(kind, verdict)) for verdict in verdicts)

    return label, goal, shares


ROWS: tuple[Row, ...] = (
    name_rows("exact", "≥ 0.90, wrong ≤ 0.005"),
    name_rows("misspelt", "≥ 0.88, with asked ≥ 0.95, wrong ≤ 0.003"),
    name_rows("ambiguous", "always asked, wrong 0"),
    name_rows("other_medicine", "wrong 0"),
    name_rows("english_word", "wrong ≤ 0.002"),
    ("phrases: P / R / F1", "P ≥ 0.95, R ≥ 0.88", lambda one: three(one.phrases.tally)),
    ("phrases: red flags and severe muscle signs, R", "≥ 0.95", lambda one: number(one.phrases.recall(URGENT))),
    ("phrases: the weakest of these findings, R", "≥ 0.95 (red flag)", lambda one: number(one.weakest(URGENT))),
    ("phrases: other severe signs, R", "≥ 0.95", lambda one: number(one.phrases.recall(OTHER_SEVERE))),
    ("phrases of no finding: flagged", "≤ 0.03", lambda one: number(one.flagged)),
    ("phrases of no finding: a red flag seen", "≤ 0.003", lambda one: number(one.alarmed)),
    ("- ordinary ones: flagged / a red flag seen", "≤ 0.03 / ≤ 0.003", lambda one: one.ordinary),
    ("polarity: right", "-", lambda one: number(one.polarity.accuracy)),
    ("polarity: right where the finding was seen", "-", lambda one: number(one.polarity.of_found())),
    ("polarity: P / R of absent", "≥ 0.985 / ≥ 0.90", lambda one: "{:.3f} / {:.3f}".format(*one.absent)),
    ("present read as absent, all sets", "0", lambda one: str(one.present_as_absent)),
    ("amounts: P / R / F1", "F1 ≥ 0.98", lambda one: three(one.amounts)),
    ("times since, within the interval: P / R / F1", "≥ 0.95 / ≥ 0.95", lambda one: three(one.times)),
    ("self-harm: R", "≥ 0.95", lambda one: number(one.self_harm.recall)),
    ("self-harm: false alarms", "≤ 10 of 6,229", lambda one: f"{one.self_harm.wrong} of {one.harmless}"),
    ("messages: findings present, P / R / F1", "F1 ≥ 0.92", lambda one: three(one.messages.findings)),
    ("messages: red flags present, P / R / F1", "R ≥ 0.95", lambda one: three(one.messages.red_flags)),
    ("messages: polarity right", "-", lambda one: number(one.messages.accuracy("polarity"))),
    ("messages: substances, P / R / F1", "-", lambda one: three(one.messages.substances)),
    ("messages: status of substances right", "-", lambda one: number(one.messages.accuracy("status"))),
    ("messages: amounts, P / R / F1", "F1 ≥ 0.98", lambda one: three(one.messages.amounts)),
    ("messages: times, P / R / F1", "≥ 0.95 / ≥ 0.95", lambda one: three(one.messages.times)),
    ("messages: measurements, P / R / F1", "-", lambda one: three(one.messages.measurements)),
    ("messages: ambiguous words asked, P / R / F1", "R 1", lambda one: three(one.messages.ask)),
    ("messages: danger, P / R / F1", "R ≥ 0.95", lambda one: three(one.messages.danger)),
    ("messages: self-harm, P / R / F1", "R ≥ 0.95", lambda one: three(one.messages.self_harm)),
    ("messages: subject right", "-", lambda one: number(one.messages.accuracy("subject"))),
    ("messages: everything right", "-", lambda one: number(one.messages.accuracy("message"))),
)


def section(columns: Sequence[Results], names: Sequence[str]) -> str:
    """The tables as Markdown: what was tuned on, beside each split that was held out."""
    heads = " | ".join(names)
    lines = [f"| measure | goal | {heads} |", "|---|---" + "|---" * len(names) + "|"]
    lines += [f"| {label} | {goal} | {' | '.join(of(one) for one in columns)} |" for label, goal, of in ROWS]
    lines += ["", "Recall of each urgent finding (right of all phrases):", ""]
    lines += [f"| finding | {heads} |", "|---" + "|---" * len(names) + "|"]
    lines += [
        f"| {finding} | {' | '.join(one.of(finding) for one in columns)} |" for finding in (*URGENT, *OTHER_SEVERE)
    ]
    lines += ["", "What each status was read as:", "", f"| meant | read as | {heads} |"]
    lines += ["|---|---" + "|---" * len(names) + "|"]
    pairs = sorted({pair for one in columns for pair in one.polarity.table})
    lines += [f"| {a} | {b} | {' | '.join(str(one.polarity.table[a, b]) for one in columns)} |" for a, b in pairs]
    return "\n".join(lines) + "\n"


def write(tables: str, page: Path = PAGE) -> None:
    """Put the tables between the marks; the rest of the page is people's."""
    text = page.read_text(encoding="utf-8") if page.exists() else f"# What is understood\n\n{BEGIN}\n{END}\n"
    if BEGIN not in text:
        text += f"\n## Scores\n\n{BEGIN}\n{END}\n"
    made = f"{BEGIN}\n\n{tables}\n{END}"
    page.write_text(re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: made, text, flags=re.DOTALL), "utf-8")


def main() -> None:
    understand = wired()
    if {"--tuned", "--misses"} & set(sys.argv[1:]):
        each = [results(understand, split) for split in TUNED]
        if "--misses" in sys.argv[1:]:
            print("\n".join(miss for one in each for miss in one.misses()))
        else:
            print(section(each, [split.replace("_", " ") for split in TUNED]))
        return
    tables = section([results(understand, *splits) for splits in COLUMNS.values()], list(COLUMNS))
    print(tables)
    write(tables)


if __name__ == "__main__":
    main()
