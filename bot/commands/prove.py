"""`serocheck prove`: the proofs over the whole answer space, as a report; exit status 1 if one fails."""

import argparse
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from flows.definition import FOLDER as FLOWS
from flows.definition import Flow
from flows.proofs import PROOFS, Proof
from knowledge.content import FOLDER, Content
from knowledge.issues import ContentError
from knowledge.wording import Wording

T = TypeVar("T")


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("--write", type=Path, metavar="DIR", help="write each counterexample there, as a vignette")
    parser.add_argument("--knowledge", type=Path, default=FOLDER, help="another folder of knowledge to prove")
    parser.add_argument("--flows", type=Path, default=FLOWS, help="another folder of flows to prove")
    names = [prover.__name__ for prover in PROOFS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))


def run(arguments: argparse.Namespace) -> int:
    """Run every proof and print what it found."""
    try:
        content = Content(arguments.knowledge)
        flow, words = Flow(arguments.flows / "triage.yaml", content), Wording(arguments.knowledge / "messages")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    failed, asked = 0, [prover for prover in PROOFS if prover.__name__ in arguments.only]
    for prover in asked:
        begun = time.monotonic()
        proof = prover(content, flow, words, _progress)
        print(report(proof, time.monotonic() - begun), flush=True)
        failed += not proof.holds
        if arguments.write and proof.case is not None:
            print(f"  written: {write(proof, arguments.write)}")
    print(f"{len(asked) - failed} of {len(asked)} proofs hold for content {content.version}.")
    return 1 if failed else 0


def report(proof: Proof, seconds: float) -> str:
    """A proof in a few lines: what, whether, how much it covers and how, or the counterexample."""
    if not proof.holds:
        return f"✗ {proof.name}\n  counterexample: {proof.counterexample}"
    return f"✓ {proof.name}\n  {in_words(proof.covered)} {proof.what}, {seconds:.1f} s: {proof.argument}"


def in_words(count: int) -> str:
    """A count that may be very large: "1,234" or "2.8 × 10^32"."""
    digits = len(str(count)) - 1
    return f"{count:,}" if digits < 7 else f"{count / 10**digits:.1f} × 10^{digits}"  # noqa: PLR2004  digits one can read


def write(proof: Proof, folder: Path) -> Path:
    """Write the counterexample as a vignette, with what it should have been."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (re.sub(r"\W+", "_", proof.name.lower())[:40].strip("_") + ".yaml")
    lines = [f'- name: "{_quoted(proof.counterexample or proof.name)}"', "  given:", *_block(proof.case or {}, 4)]
    lines += [f'  expect: {{severity: "{proof.severity}"}}', '  note: "found by serocheck prove"', ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _block(values: dict[str, object], indent: int) -> list[str]:
    lines = []
    for key, value in values.items():
        lines.append(f"{' ' * indent}{key}: {_flow_style(value)}")
    return lines or [f"{' ' * indent}substances: []"]


def _flow_style(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow_style(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow_style, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{_quoted(value)}"' if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', "'")


def _progress(items: Iterable[T], total: int | None = None) -> Iterable[T]:
    """A bar on the terminal while it lasts; nothing when the output is not one."""
    bar: Iterable[T] = tqdm(items, total=total, disable=None, leave=False)
    return bar
