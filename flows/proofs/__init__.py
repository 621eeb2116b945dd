"""Proofs over the whole answer space of the content: `serocheck prove` runs them, docs/proofs.md explains them."""

from flows.proofs.again import back, replayed
from flows.proofs.doubts import doubts_count
from flows.proofs.floors import floors
from flows.proofs.monotone import more_signs
from flows.proofs.numbers import further_numbers
from flows.proofs.promises import any_sign, deadly_pairs, hunter, people_and_doses, red_flags
from flows.proofs.proof import Progress, Proof, Prover, silent
from flows.proofs.reach import asked_for, reached
from flows.proofs.skipping import skipped
from flows.proofs.substances import more_taken
from flows.proofs.talks import ends, way_out
from flows.proofs.typed_like_tapped import typed

# Quick ones first: a mutant is mostly caught by one of these.
PROOFS: tuple[Prover, ...] = (
    red_flags,
    any_sign,
    hunter,
    people_and_doses,
    deadly_pairs,
    floors,
    asked_for,
    doubts_count,
    further_numbers,
    skipped,
    more_signs,
    more_taken,
    ends,
    way_out,
    back,
    replayed,
    typed,
    reached,
)

__all__ = ["PROOFS", "Progress", "Proof", "Prover", "silent"]
