"""Each proof and a change that it must see by itself, in the content or in the code it is about."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.flows.proofs.unsafe import MUTANTS, Mutant, swap

ROOT = Path(__file__).parents[3]
ROOMS = ("knowledge", "flows", "bot")


def _of(name: str) -> Mutant:
    """The mutant of that name."""
    return next(one for one in MUTANTS if one.name == name)


def _code(name: str, file: str, old: str, new: str) -> Mutant:
    """A change of the code: some promises no content could break."""
    return Mutant(name, file, swap(old, new))


OWN: dict[str, Mutant] = {
    "red_flags": _of("not sure about confusion is harmless"),
    "any_sign": _of("rule R16 deleted"),
    "hunter": _of("eye clonus is a mild sign"),
    "people_and_doses": _of("rule R8a deleted"),
    "deadly_pairs": _of("no pair is ever deadly"),
    "floors": _of("the pair ssri + snri from 3s to 1"),
    "asked_for": _of("the grid has no row for jerks"),
    "doubts_count": _of("not sure about heat is taken as no"),
    "further_numbers": _of("very hot is not severe any more"),
    "skipped": _of("tremor counts as of the body"),
    "more_signs": _code(
        "a severe sign counts in doubt, and no longer when it is sure",
        "knowledge/computed/signs.py",
        '["severe"] if reading.possible(one)]',
        '["severe"] if reading.possible(one) and not reading.yes(one)]',
    ),
    "more_taken": _of("an unknown amount of an SNRI is usual"),
    "ends": _code(
        "what was answered is asked again",
        "flows/relevance.py",
        "if node.id in self._answered or node.unless in self._answered:",
        "if node.unless in self._answered:",
    ),
    "way_out": _code(
        "the first screens have no button for help",
        "flows/screens.py",
        "            return (sos,)\n",
        "            return ()\n",
    ),
    "back": _of("the body is not asked once the mind was"),
    "replayed": _code(
        "the number of a talk is the bot's, not the person's",
        "flows/engine.py",
        "        return Session(talk=talk, language=language, at=now)",
        "        return Session(talk=id(self), language=language, at=now)",
    ),
    "typed": Mutant(
        "“a bit warm” has the words of “no”",
        "knowledge/messages/en/buttons.yaml",
        swap('"A bit warm"', '"Not hot"'),
    ),
    "reached": _of("nobody is told of naloxone"),
}


def counterexample(prover: str, mutant: Mutant) -> str:
    """What one proof says of a copy of the project with the mutant's change in it; empty when it holds there."""
    with tempfile.TemporaryDirectory() as place:
        for room in ROOMS:
            shutil.copytree(ROOT / room, Path(place, room))
        path = Path(place, mutant.file)
        before = path.read_text(encoding="utf-8")
        after = mutant.edit(before)
        assert after != before, f"{mutant.name}: the change finds nothing to change"
        path.write_text(after, encoding="utf-8")
        command = [sys.executable, "-m", "bot", "prove", "--only", prover]
        done = subprocess.run(
            command, cwd=place, env={**os.environ, "PYTHONPATH": place}, capture_output=True, text=True, check=False
        )
    found = re.search(r"counterexample: (.*)", done.stdout)
    return found[1] if found and done.returncode == 1 else ""
