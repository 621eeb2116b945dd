"""Adding a symptom, a substance, a dose or a doubt never lowers the answer: with hypothesis over the real content."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.assess import assess
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.levels import Level
from knowledge.reading import lower

CONTENT = Content()
LEVELS = st.sampled_from(list(Level))
FACTS = st.dictionaries(st.sampled_from(CONTENT.fact_order), LEVELS, max_size=12)
AGENTS = st.sampled_from([*CONTENT.substances, *CONTENT.classes, "never heard of"])
TAKEN = st.builds(
    lambda ident, band, hours: Taken(ident, ident, band, hours),
    AGENTS,
    st.integers(0, 3),
    st.sampled_from([None, 1.0, 30.0, 100.0, 500.0]),
)
NUMBERS = st.fixed_dictionaries(
    {},
    optional={
        "temperature_c": st.floats(36, 42),
        "pulse": st.floats(51, 180),
        "systolic": st.floats(100, 220),
        "diastolic": st.floats(60, 130),
        "breaths": st.floats(10, 40),
    },
)
CASES = st.builds(
    lambda levels, taken, numbers: Facts(levels, tuple(taken), numbers), FACTS, st.lists(TAKEN, max_size=4), NUMBERS
)


def rank(facts: Facts) -> tuple[int, bool]:
    found = assess(facts, CONTENT)
    return found.severity.rank, found.call_now


def never_lower(before: Facts, after: Facts) -> None:
    low, high = rank(before), rank(after)
    assert high[0] >= low[0], (before, after)
    assert high[1] >= low[1], (before, after)


@given(CASES, st.sampled_from(CONTENT.fact_order))
def test_raising_a_fact_never_lowers_the_answer(case: Facts, fact: str) -> None:
    level = case.levels.get(fact, Level.NO)
    for higher in list(Level)[level + 1 :]:
        never_lower(case, Facts({**case.levels, fact: higher}, case.taken, case.measurements))


@given(CASES, TAKEN)
def test_one_substance_more_never_lowers_the_answer(case: Facts, taken: Taken) -> None:
    never_lower(case, Facts(case.levels, (*(case.taken or ()), taken), case.measurements))


@given(CASES, st.data())
def test_a_higher_dose_or_a_later_time_never_lowers_the_answer(case: Facts, data: st.DataObject) -> None:
    for index, one in enumerate(case.taken or ()):
        more = Taken(
            one.said,
            one.id,
            data.draw(st.integers(one.band or 0, 3)),
            None if one.hours_ago is None else one.hours_ago / 2,
        )
        taken = (*(case.taken or ())[:index], more, *(case.taken or ())[index + 1 :])
        never_lower(case, Facts(case.levels, taken, case.measurements))


@given(CASES, st.sampled_from(["temperature_c", "pulse", "systolic", "diastolic", "breaths"]), st.floats(0.1, 20))
def test_a_number_further_up_never_lowers_the_answer(case: Facts, name: str, more: float) -> None:
    if name in case.measurements:
        changed = {**case.measurements, name: case.measurements[name] + more}
        never_lower(case, Facts(case.levels, case.taken, changed))


@pytest.mark.parametrize("rule", CONTENT.rules, ids=lambda rule: rule.id)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=CASES, fact=st.sampled_from(CONTENT.fact_order))
def test_every_single_rule_is_monotone(rule: Any, case: Facts, fact: str) -> None:
    higher = Facts({**case.levels, fact: Level.YES}, case.taken, case.measurements)
    assert not rule.when.holds(lower(case, CONTENT)) or rule.when.holds(lower(higher, CONTENT))
