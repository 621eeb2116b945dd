"""The reasons of a talk: which rules hold, nearly hold or can't, and why each question is asked or not."""

import pytest

from flows.engine import Engine
from flows.explaining import Explainer, explain
from flows.session import Session
from flows.why import NodeNow, RuleNow, Why
from tests.flows.player import Player
from tests.vignettes import Vignette, vignettes

TO_MIND = ("danger:no", "substances:kratom", "substances:next", "taken:none", "person:none")


@pytest.fixture(scope="module")
def explainer(engine: Engine) -> Explainer:
    return Explainer(engine.talk)


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine).start()


def node(why: Why, ident: str) -> NodeNow:
    return next(one for one in why.nodes if one.id == ident)


def rule(why: Why, ident: str) -> RuleNow:
    return next(one for one in why.rules if one.id == ident)


def test_before_the_first_answer_everything_is_open(engine: Engine) -> None:
    why = explain(Session(), engine.talk)

    assert (why.outcome, why.could_become, why.node, why.done) == ("none", "severe", "danger", False)
    assert node(why, "danger").state == "now"
    assert rule(why, "R1").standing == "nearly"
    assert not any(fact.answered for fact in why.facts)


def test_each_question_says_why_it_is_asked_or_not(player: Player, explainer: Explainer) -> None:
    for tap in (*TO_MIND, "mind:restlessness", "confusion:no"):
        player.tap(tap)
    assert player.session
    why = explainer.why(player.session)

    assert why.outcome == "mild"
    assert {one.id: one.state for one in why.nodes if one.id in {"mind", "body", "muscles"}} == {
        "mind": "answered",
        "body": "now",
        "muscles": "later",
    }
    assert node(why, "mind").answer == "Restless"
    assert node(why, "mood_medicine").state == "not_opened"
    assert node(why, "mood_medicine").opens_by == "substances:mood"
    stiffness = node(why, "stiffness")
    assert (stiffness.state, stiffness.gate_can_open) == ("gate_closed", True)
    assert [(leaf.form, leaf.name) for leaf in stiffness.gate_missing] == [("possible", "rigidity")]
    assert "R3" in node(why, "muscles").rules


def test_a_gate_that_nothing_can_open_any_more_says_so(player: Player, explainer: Explainer) -> None:
    for tap in (*TO_MIND, "mind:restlessness", "confusion:no", "body:none", "heat:no", "muscles:none"):
        player.tap(tap)
    assert player.session
    why = explainer.why(player.session)

    assert why.node == "course"
    assert node(why, "stiffness").state == "gate_closed"
    assert not node(why, "stiffness").gate_can_open


def test_a_rule_that_nearly_holds_names_what_is_missing(player: Player, explainer: Explainer) -> None:
    for tap in (*TO_MIND, "mind:restlessness", "confusion:no"):
        player.tap(tap)
    assert player.session
    why = explainer.why(player.session)

    worse = rule(why, "R13")
    assert worse.standing == "nearly"
    assert [(leaf.name, leaf.lower, leaf.upper) for leaf in worse.missing] == [("worse", 0, 2)]
    assert worse.matters
    assert rule(why, "R16").standing == "holds"
    assert rule(why, "R2").standing == "impossible"
    assert rule(why, "R2").place.file == "knowledge/rules/signs.yaml"
    assert rule(why, "R2").sources[0].title


def test_every_place_is_the_line_that_says_it(engine: Engine, explainer: Explainer) -> None:
    content, flow = engine.talk.content, engine.talk.flow
    why = explainer.why(Session())

    lines = {path.name: path.read_text(encoding="utf-8").splitlines() for path in (content.folder / "rules").iterdir()}
    for one in why.rules:
        assert f'id: "{one.id}"' in lines[one.place.file.split("/")[-1]][one.place.line - 1]
    flow_lines = flow.path.read_text(encoding="utf-8").splitlines()
    for each in why.nodes:
        assert f'id: "{each.id}"' in flow_lines[each.place.line - 1]
        assert each.words is not None


@pytest.mark.parametrize("case", vignettes("golden"), ids=lambda case: case.name)
def test_what_is_explained_is_what_the_engine_does(
    case: Vignette, player: Player, explainer: Explainer, engine: Engine
) -> None:
    """At the end of each golden case the reasons and the outcome agree, and nothing is said to be still asked."""
    player.play(case.given)
    assert player.session
    why = explainer.why(player.session)

    assert why.done
    assert why.outcome.split(",")[0] == case.expect.severity
    assert why.outcome == why.could_become or not any(one.state == "later" for one in why.nodes)
    holding = {one.id for one in why.rules if one.standing == "holds"}
    assert {one.rule for one in engine.talk.assessment(player.session).because} <= holding
    for one in why.rules:
        assert (one.standing == "holds") == (not one.missing)
    for fact in why.facts:
        assert fact.lower <= fact.upper
