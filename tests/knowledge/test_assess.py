"""The golden vignettes of clinical.md 6.8, and the fixed points of the rules."""

import itertools
from typing import Any

import pytest

from knowledge.assessed import answer
from knowledge.content import Content
from tests.vignettes import Vignette, vignettes

GOLDEN = vignettes("golden")


def assessed(content: Content, **given: Any) -> dict[str, Any]:
    return answer(given, content)


@pytest.mark.parametrize("case", vignettes(), ids=lambda case: case.name)
def test_each_vignette_ends_as_its_clinician_says(case: Vignette, content: Content) -> None:
    found = answer(case.given, content)

    assert found["severity"] == case.expect.severity, found["because"]
    assert case.expect.call_now in (None, found["call_now"])
    assert set(case.expect.rules) <= {one["rule"] for one in found["because"]}


def test_there_are_52_golden_vignettes() -> None:
    assert [case.number for case in GOLDEN] == list(range(1, 53))


def test_every_red_flag_and_every_severe_sign_alone_is_severe_without_any_substance(content: Content) -> None:
    for finding in (*content.graded["red_flag"], *content.graded["severe"]):
        assert assessed(content, findings={finding: "yes"})["severity"] == "severe", finding


def test_every_red_flag_that_is_not_sure_is_severe(content: Content) -> None:
    for finding in content.graded["red_flag"]:
        assert assessed(content, findings={finding: "unsure"})["severity"] == "severe", finding


def test_hunters_rule_is_never_less_than_severe(content: Content) -> None:
    """All 2^7 patterns of Hunter's seven features, at five temperatures."""
    features = (
        "spontaneous_clonus",
        "inducible_clonus",
        "ocular_clonus",
        "tremor",
        "hyperreflexia",
        "rigidity",
        "sweating",
    )
    for pattern in itertools.product(("no", "yes"), repeat=len(features)):
        for temperature in (36.8, 37.9, 38.0, 38.1, 41.2):
            sign = dict(zip(features, pattern, strict=True))
            yes = {one for one, word in sign.items() if word == "yes"}
            hunter = (
                "spontaneous_clonus" in yes
                or ("inducible_clonus" in yes and "sweating" in yes)
                or ("ocular_clonus" in yes and "sweating" in yes)
                or {"tremor", "hyperreflexia"} <= yes
                or ("rigidity" in yes and temperature > 38 and yes & {"ocular_clonus", "inducible_clonus"})
            )
            found = assessed(
                content, substances=[{"name": "sertraline"}], findings=sign, measurements={"temperature_c": temperature}
            )
            assert not hunter or found["severity"] == "severe", (yes, temperature)


def test_every_level_4_pair_with_any_single_mild_sign_is_severe(content: Content) -> None:
    pairs = [
        (one, other)
        for one, other in itertools.combinations(content.classes, 2)
        if content.interactions.level(one, other)[0] == 4
    ]
    assert len(pairs) > 30
    for one, other in pairs:
        for sign in content.graded["mild"]:
            found = assessed(content, substances=[{"name": one}, {"name": other}], findings={sign: "yes"})
            assert found["severity"] == "severe", (one, other, sign)


def test_each_single_mild_sign_with_usual_kratom_is_mild_and_none_is_none(content: Content) -> None:
    kratom = [{"name": "kratom", "amount": "3 g"}]
    for sign in content.graded["mild"]:
        assert assessed(content, substances=kratom, findings={sign: "yes"})["severity"] == "mild", sign
    assert assessed(content, substances=kratom)["severity"] == "none"


def test_38_degrees_with_any_agent_is_severe_and_37_9_is_mild(content: Content) -> None:
    for kind in content.classes:
        hot = assessed(content, substances=[{"name": kind}], measurements={"temperature_c": 38.0})
        assert hot["severity"] == "severe", kind
    warm = assessed(content, substances=[{"name": "kratom"}], measurements={"temperature_c": 37.9})
    assert warm["severity"] == "mild"


def test_a_child_of_eleven_with_any_agent_is_severe(content: Content) -> None:
    for kind in content.classes:
        assert assessed(content, substances=[{"name": kind}], person={"age": 11})["severity"] == "severe", kind


def test_the_table_of_pairs_is_whole_and_an_maoi_is_never_harmless(content: Content) -> None:
    listed = [kind for kind in content.classes if kind != "other"]
    assert len(listed) == 34
    for one, other in itertools.product(listed, repeat=2):
        level, letters = content.interactions.level(one, other)
        assert (level, letters) == content.interactions.level(other, one)
        if "maoi_irreversible" in (one, other) or "maoi_reversible" in (one, other):
            assert level >= 2, (one, other)


def test_a_result_that_is_not_severe_says_what_would_make_it_so(content: Content) -> None:
    found = assessed(content, substances=[{"name": "kratom"}], findings={"sweating": "yes"})
    assert "seizure" in " ".join(found["would_be_severe_if"]).lower() or len(found["would_be_severe_if"]) > 10


def test_an_unknown_substance_is_named_and_asks_for_a_call(content: Content) -> None:
    found = assessed(content, substances=[{"name": "moon rocks of jupiter"}])
    assert found["unknown_substances"] == ["moon rocks of jupiter"]
    assert found["call_now"]
