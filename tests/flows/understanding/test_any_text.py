"""Any text at all: no crash, the same result always, spans inside the text. How long it takes, the bench says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.understanding import Reader
from knowledge.content import Content
from tests.flows.understanding.hostile import HOSTILE

CONTENT = Content()
READER, FRESH = Reader(CONTENT), Reader(CONTENT)
SOME_WORDS = """
kratom zoloft 8g 50mg took cant breathe not no shaking legs jerking eyes rolling and or but if my he she i hot stiff
3 hrs ago last night at 9 temp 102 bp 180/110 hr 140 k acid siezure sertaline fever, sweating. ! ½ ’ 西酞普兰 тramadol
2x50mg half a bottle never without denies used to might suicidal kill myself dog friend
"""
WORDS = st.sampled_from(sorted(set(SOME_WORDS.split())))
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_its_spans_are_inside_it(text: str) -> None:
    _is_read(text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_so_is_one_made_to_take_long(text: str) -> None:
    _is_read(text)


def _is_read(text: str) -> None:
    said = READER.read(text, now=22.0)

    spans = [*(one.span for one in said.signs), *(one.span for one in said.substances)]
    for start, end in [*spans, *(one.span for one in said.doubts)]:
        assert 0 <= start < end <= len(text)
    assert {name for name, _value in said.measurements} <= set(CONTENT.measurements)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_says_the_same(text: str) -> None:
    assert READER.read(text) == FRESH.read(text)


def test_only_the_newest_text_is_kept_and_no_word_that_is_none_of_ours() -> None:
    reader = Reader(CONTENT)
    forms = reader._lexicon.forms
    before = forms._keys.cache_info().currsize

    reader.read("xqwopsi bzzrtuk")
    reader.read("my nvkkelsten")

    assert reader._newest.cache_info().currsize == 1
    assert forms._keys.cache_info().currsize <= before + 1  # "my"
