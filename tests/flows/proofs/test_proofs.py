"""The shipped content is proved safe, and the proofs see content that is not."""

import pytest

from flows.definition import Flow
from flows.proofs import PROOFS, Prover, silent
from flows.proofs.unknowns import OpenLevel, Unknowns, ways
from knowledge.content import Content
from knowledge.levels import Level
from knowledge.wording import Wording
from tests.flows.proofs.mutants import QUICK, catch
from tests.flows.proofs.own import OWN, counterexample
from tests.flows.proofs.unsafe import MUTANTS, Mutant

# One of each kind; `python -m tests.flows.proofs.mutants` tries them all.
SOME = (
    "rule R14c deleted",
    "the pair kratom_leaf + ghb from 4r to 2r",
    "an MAOI is over after a day",
)


@pytest.mark.parametrize("prover", QUICK, ids=lambda prover: prover.__name__)
def test_the_quick_proofs_hold(prover: Prover, content: Content, flow: Flow, words: Wording) -> None:
    proof = prover(content, flow, words, silent)

    assert proof.holds, proof.counterexample
    assert proof.covered > 0


@pytest.mark.slow
@pytest.mark.parametrize("prover", PROOFS[len(QUICK) :], ids=lambda prover: prover.__name__)
def test_the_other_proofs_hold(prover: Prover, content: Content, flow: Flow, words: Wording) -> None:
    proof = prover(content, flow, words, silent)

    assert proof.holds, proof.counterexample


@pytest.mark.slow
@pytest.mark.parametrize("mutant", [one for one in MUTANTS if one.name in SOME], ids=lambda one: one.name)
def test_an_unsafe_change_is_caught(mutant: Mutant) -> None:
    assert catch(mutant, thorough=False).any


@pytest.mark.slow
@pytest.mark.parametrize("prover", PROOFS, ids=lambda prover: prover.__name__)
def test_each_proof_fails_on_a_change_made_for_it(prover: Prover) -> None:
    assert counterexample(prover.__name__, OWN[prover.__name__])


def test_there_are_enough_mutants_and_each_has_its_own_name() -> None:
    assert sum(not one.harmless for one in MUTANTS) >= 40
    assert len({one.name for one in MUTANTS}) == len(MUTANTS)
    assert {one.name for one in MUTANTS} >= set(SOME)


def test_ways_go_through_every_answer_once() -> None:
    def both(unknowns: Unknowns) -> bool:
        return all(OpenLevel(unknowns, name) >= Level.UNSURE for name in ("a", "b"))

    found = list(ways(both, {"a": (0, 2), "b": (0, 2)}))

    assert sorted(way.gave for way in found) == [False, False, True]


def test_alike_facts_are_gone_through_in_one_order_only() -> None:
    def count(unknowns: Unknowns) -> int:
        return sum(OpenLevel(unknowns, name) == Level.YES for name in "abc")

    limits = dict.fromkeys("abc", (0, 2))

    assert len(list(ways(count, limits))) == 8
    assert sorted(way.gave for way in ways(count, limits, [("a", "b", "c")])) == [0, 1, 2, 3]
