"""The sets are whole: big enough, balanced, well formed, and no text is in both splits."""

from collections import Counter

import pytest

from tests.understanding.gold import (
    FILES,
    FIRST,
    SPLITS,
    DosesTimes,
    G,
    Message,
    Name,
    Phrase,
    Polarity,
    SelfHarm,
    Split,
    load,
)
from tests.understanding.reading import FINDINGS, OTHER_SEVERE, RED_FLAGS, SEVERE_MUSCLE
from tests.understanding.split import SEEDS, is_held_out

LEAST = {Message: 130, Phrase: 475, Name: 175, Polarity: 80, DosesTimes: 75, SelfHarm: 60}


def every(kind: type[G]) -> list[G]:
    return load(kind, *SPLITS)


@pytest.mark.parametrize("kind", LEAST, ids=lambda kind: FILES[kind])
@pytest.mark.parametrize("split", FIRST)
def test_each_half_of_the_first_set_is_big_enough(kind: type[G], split: Split) -> None:
    assert len(load(kind, split)) >= LEAST[kind]


@pytest.mark.parametrize("kind", [Message, Phrase, Name, Polarity, DosesTimes, SelfHarm], ids=lambda kind: FILES[kind])
def test_no_text_is_twice(kind: type[Phrase]) -> None:
    texts = Counter(one.text.lower() for one in every(kind))
    assert not [text for text, count in texts.items() if count > 1]


def test_no_text_is_in_two_splits_not_even_in_another_file() -> None:
    texts = Counter(
        text
        for split in SPLITS
        for text in {one.text.lower() for kind in FILES for one in load(kind, split)}  # type: ignore[attr-defined]
    )
    assert not [text for text, count in texts.items() if count > 1]


LATER = [(number, f"tuned_{number}", f"held_out_{number}") for number in SEEDS]


@pytest.mark.parametrize(("number", "tuned", "held_out"), LATER)
def test_a_later_set_is_split_by_the_letters_of_its_texts(number: str, tuned: Split, held_out: Split) -> None:
    for split in (tuned, held_out):
        texts = [one.text for kind in FILES for one in load(kind, split)]  # type: ignore[attr-defined]
        assert texts
        assert {is_held_out(text, number) for text in texts} == {split == held_out}


def test_every_finding_is_one_of_the_contract() -> None:
    assert len(FINDINGS) == 53
    phrases = every(Phrase)
    named = {finding for one in phrases for finding in (one.finding, *one.also, *one.instead) if finding}
    named |= {finding for one in every(Polarity) for finding in (one.finding, *one.instead)}
    named |= {finding for one in every(Message) for finding in (*one.findings, *one.maybe, *one.instead)}
    assert named <= FINDINGS


def test_every_finding_has_phrases_and_the_urgent_ones_many() -> None:
    counts = Counter(one.finding for one in every(Phrase))
    assert all(counts[finding] >= 20 for finding in (*RED_FLAGS, *SEVERE_MUSCLE, *OTHER_SEVERE))
    assert all(counts[finding] >= 12 for finding in FINDINGS)
    assert counts[None] >= 250


def test_half_of_the_words_of_self_harm_are_none() -> None:
    counts = Counter(one.self_harm for one in every(SelfHarm))
    assert min(counts.values()) >= 0.4 * counts.total()


def test_a_name_that_must_name_nothing_has_no_id() -> None:
    for name in every(Name):
        assert (name.id is None) == (name.kind in {"ambiguous", "other_medicine", "english_word"}), name.text
        assert bool(name.meanings) == (name.kind == "ambiguous"), name.text


def test_intervals_are_intervals() -> None:
    for sentence in every(DosesTimes):
        assert all(0 <= low < high for low, high in (time.hours_ago for time in sentence.times)), sentence.text
