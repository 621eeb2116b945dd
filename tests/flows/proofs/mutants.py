"""Content made unsafe on purpose: `python -m tests.flows.proofs.mutants` says what catches which change."""

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec import Struct
from tqdm import tqdm

from bot.commands.check import all_issues
from flows.definition import FOLDER as FLOWS
from flows.definition import Flow
from flows.proofs import PROOFS, Proof, Prover, silent
from knowledge.assessed import answer
from knowledge.content import FOLDER as KNOWLEDGE
from knowledge.content import Content
from knowledge.issues import ContentError
from knowledge.wording import Wording
from tests.flows.proofs.own import OWN, counterexample
from tests.flows.proofs.unsafe import MUTANTS, Mutant
from tests.vignettes import Vignette, vignettes

DOCS = Path(__file__).parents[3] / "docs" / "mutants.md"
QUICK = PROOFS[:10]  # the others need seconds each, and are asked when these and the vignettes see nothing


class Caught(Struct, frozen=True):
    """What each of the three nets says of a mutant; empty where it says nothing."""

    check: str = ""
    vignettes: str = ""
    prove: str = ""

    @property
    def any(self) -> bool:
        """Whether one of them noticed."""
        return bool(self.check or self.vignettes or self.prove)


def catch(mutant: Mutant, *, thorough: bool = True) -> Caught:
    """Try the mutant; not thorough: stop at the first net that catches it."""
    with tempfile.TemporaryDirectory() as place:
        knowledge, flows = made(mutant, Path(place))
        issues = [str(issue) for issue in all_issues(knowledge, flows)]
        known = {str(issue).split(": ", 1)[1] for issue in _issues_before()}
        new = [issue for issue in issues if issue.split(": ", 1)[1] not in known]
        try:
            content = Content(knowledge)
            flow, words = Flow(flows / "triage.yaml", content), Wording(knowledge / "messages")
        except ContentError as error:
            return Caught(check=str(error.issues[0]))
        flipped = list(failing(content))
        found = Caught(new[0] if new else "", f"{len(flipped)}: {flipped[0]}" if flipped else "")
        if found.any and not thorough:
            return found
        quick = _first_failing(QUICK, content, flow, words)
        slow = None if quick or found.any else _first_failing(PROOFS[len(QUICK) :], content, flow, words)
        failed = quick or slow
        return Caught(found.check, found.vignettes, f"{failed.name}: {failed.counterexample}" if failed else "")


def made(mutant: Mutant, place: Path) -> tuple[Path, Path]:
    """A copy of both rooms' content with the mutant's change in it."""
    knowledge, flows = place / "knowledge", place / "flows"
    shutil.copytree(KNOWLEDGE, knowledge, ignore=shutil.ignore_patterns("*.py", "__pycache__", "pictures"))
    shutil.copytree(FLOWS, flows, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = place / mutant.file
    before = path.read_text(encoding="utf-8")
    after = mutant.edit(before)
    assert after != before, f"{mutant.name}: the change finds nothing to change"
    path.write_text(after, encoding="utf-8")
    return knowledge, flows


def failing(content: Content) -> Iterator[str]:
    """The vignettes that the content no longer meets."""
    for case in _CASES:
        said = answer(case.given, content)
        rules = {one["rule"] for one in said["because"]}
        if (
            said["severity"] != case.expect.severity
            or (case.expect.call_now is not None and said["call_now"] != case.expect.call_now)
            or not set(case.expect.rules) <= rules
        ):
            yield case.name


def _first_failing(proofs: tuple[Prover, ...], content: Content, flow: Flow, words: Wording) -> Proof | None:
    found = (prover(content, flow, words, silent) for prover in proofs)
    return next((proof for proof in found if not proof.holds), None)


_CASES: list[Vignette] = vignettes()
_BEFORE: list[str] = []


def _issues_before() -> list[str]:
    """The issues of the content as it is shipped, looked for once."""
    if not _BEFORE:
        _BEFORE[:] = ["shipped: ", *map(str, all_issues(KNOWLEDGE, FLOWS))]
    return _BEFORE


def table(rows: list[tuple[Mutant, Caught]], own: dict[str, str]) -> str:
    """The page: every mutant, what caught it, the survivors, and each proof with the change made for it."""
    unsafe = [(mutant, caught) for mutant, caught in rows if not mutant.harmless]
    survivors = [mutant for mutant, caught in unsafe if not caught.any]
    noticed = [mutant for mutant, caught in rows if mutant.harmless and caught.any]
    by = {net: sum(bool(getattr(caught, net)) for _, caught in unsafe) for net in ("check", "vignettes", "prove")}
    lines = [
        "<!-- Made by `python -m tests.flows.proofs.mutants`. -->",
        "",
        "# Mutants: content made unsafe on purpose",
        "",
        f"{len(unsafe)} changes that make the content unsafe, one each; {len(unsafe) - len(survivors)} are caught.",
        f"`check` sees {by['check']}, the vignettes {by['vignettes']}, `prove` {by['prove']}.",
        "The slow proofs were asked only where nothing else saw the change.",
        "",
        f"Survivors: {', '.join(mutant.name for mutant in survivors) or 'none'}.",
        "",
        f"{sum(mutant.harmless for mutant, _ in rows)} changes that change nothing for anybody stand at the end.",
        f"Wrongly caught: {', '.join(mutant.name for mutant in noticed) or 'none'}.",
        "",
        "| change | file | check | vignettes | prove |",
        "|---|---|---|---|---|",
    ]
    for mutant, caught in sorted(rows, key=lambda row: row[0].harmless):
        cells = [mutant.name, mutant.file, *(_short(getattr(caught, net)) for net in ("check", "vignettes", "prove"))]
        lines.append("| " + " | ".join(cells) + " |")
    lines += [
        "",
        "## Each proof, asked alone",
        "",
        f"{sum(map(bool, own.values()))} of {len(PROOFS)} proofs fail on a change made for them.",
        "Some promises no content can break; there the code was changed.",
        "",
        "| proof | change | file | counterexample |",
        "|---|---|---|---|",
        *(f"| `{name}` | {OWN[name].name} | {OWN[name].file} | {_short(told)} |" for name, told in own.items()),
    ]
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    """A cell of the table: the beginning, without paths of this machine."""
    plain = re.sub(r"\S*/(knowledge|flows)/", r"\1/", text.replace("|", "/").replace("\n", " "))
    return plain if len(plain) <= MOST_LETTERS else plain[: MOST_LETTERS - 1] + "…"


MOST_LETTERS = 110
Edit = Callable[[str], str]


def _caught(place: int) -> Caught:
    """What is said of the mutant at that place; a change is a function, which no other process can be given."""
    return catch(MUTANTS[place])


def main() -> int:
    """Try every mutant and write the page; 1 if an unsafe one survives."""
    with ProcessPoolExecutor() as pool:
        found = pool.map(_caught, range(len(MUTANTS)))
        rows = list(zip(MUTANTS, tqdm(found, total=len(MUTANTS), disable=None, leave=False), strict=True))
    own = {prover.__name__: counterexample(prover.__name__, OWN[prover.__name__]) for prover in PROOFS}
    DOCS.write_text(table(rows, own), encoding="utf-8")
    survivors = [mutant.name for mutant, caught in rows if not mutant.harmless and not caught.any]
    survivors += [OWN[name].name for name, told in own.items() if not told]
    print(f"{len(rows)} mutants, {len(survivors)} survivors: {', '.join(survivors) or 'none'}. See {DOCS.name}.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
