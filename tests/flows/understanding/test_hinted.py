"""Hints of patterns: none may hide what its pattern would have found."""

import gc
import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understanding import Reader
from flows.understanding.hinted import Hinted
from flows.understanding.phrases.normalise import plain
from knowledge import yaml_file
from tests.understanding.gold import HERE, TUNED

NUMBERS = sorted({path for split in TUNED for path in (HERE / split).glob("[dm]*s.yaml")})
WORDS = (
    "2",
    "3",
    "8",
    "39.5",
    "104",
    "180/110",
    "half",
    "quarter",
    "double",
    "six",
    "pack",
    "of",
    "my",
    "usual",
    "dose",
    "whole",
    "bottle",
    "eighth",
    "fifth",
    "handful",
    "at",
    "around",
    "since",
    "by",
    "past",
    "to",
    "pm",
    "noon",
    "ish",
    "or",
    "and",
    "-",
    "hrs",
    "ago",
    "min",
    "hour",
    "is",
    "it's",
    "that",
    "before",
    "been",
    "temp",
    "pulse",
    "bp",
    "breaths",
    "a",
    "minute",
    "oxygen",
    "sugar",
    "8:50",
    "2030",
    "twice",
)


@pytest.fixture(scope="module")
def hinted(reader: Reader) -> list[Hinted]:
    assert reader
    return [one for one in gc.get_objects() if isinstance(one, Hinted)]


def spans(found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [one.span() for one in found]


def test_in_every_tuned_text_a_hinted_pattern_finds_what_the_pattern_finds(hinted: list[Hinted]) -> None:
    assert len(hinted) > 30
    for path in NUMBERS:
        for row in yaml_file.read(path):
            text = plain(row["text"]).text
            for one in hinted:
                assert spans(one.finditer(text)) == spans(one.pattern.finditer(text)), (one.hints, text)


@given(said=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_in_any_words_too(hinted: list[Hinted], said: list[str]) -> None:
    text = " ".join(said)
    for one in hinted:
        assert spans(one.finditer(text)) == spans(one.pattern.finditer(text)), one.hints
