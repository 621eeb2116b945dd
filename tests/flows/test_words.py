"""Every text people read: both wordings, plain enough, and short enough for its channel."""

import itertools
import re
from collections.abc import Iterator

import pytest

from flows.definition import Flow
from flows.engine import Engine
from knowledge.content import Content
from knowledge.readability import grade
from knowledge.schema.findings import Finding, Flag, HomeCheck
from knowledge.wording import Wording
from tests.flows.player import Player

HARDEST = 6.0  # US school grade
WORDING = Wording()


FEWEST = 6  # words; a label is no sentence, and a formula of sentences says nothing of it
FOR_THE_CREW = "card."


def texts() -> Iterator[tuple[str, str]]:
    for key, value in WORDING.texts.items():
        if isinstance(value, str):
            yield key, value
        else:
            yield from ((f"{key} ({subject})", text) for subject, text in value.items())


@pytest.mark.parametrize(("key", "text"), list(texts()), ids=lambda one: one if len(one) < 40 else "")
def test_every_message_is_grade_6_or_below(key: str, text: str) -> None:
    few = len(re.sub(r"{\w+}|<[^>]+>", "", text).split()) < FEWEST
    assert few or key.startswith(FOR_THE_CREW) or grade(text) <= HARDEST, (key, grade(text), text)


def test_every_message_that_is_sent_is_grade_6_or_below(engine: Engine) -> None:
    """Whole messages, as they look in a mild, a severe and a calm talk, for both readers."""
    for payload, findings in itertools.product(
        ("", "friend"), ({}, {"sweating": "yes", "anxiety": "yes"}, {"rigidity": "yes"})
    ):
        player = Player(engine).start(payload)
        sent = [player.screen]
        player.play({"substances": [{"name": "kratom"}, {"name": "sertraline"}], "findings": findings})
        for message in [*sent, player.screen, *player.stays]:
            assert grade(message.text) <= HARDEST, (grade(message.text), message.text)
            assert len(message.text) <= 4096


def test_every_question_of_the_content_is_grade_6_or_below(content: Content) -> None:
    asked: list[Finding | Flag | HomeCheck] = [
        *content.findings.values(),
        *content.flags.values(),
        *content.home_checks.values(),
    ]
    assert not {text: grade(text) for one in asked for text in (one.you, one.them) if grade(text) > HARDEST}


def test_every_line_of_advice_is_grade_6_or_below(content: Content) -> None:
    hard = {
        (kind, line.id): grade(text)
        for kind, lines in content.guidance.items()
        for line in lines
        for text in (line.you, line.them)
        if grade(text) > HARDEST
    }
    assert not hard


def test_every_rule_says_its_sentence_plainly(content: Content) -> None:
    assert not {rule.id: grade(rule.says) for rule in content.rules if grade(rule.says) > HARDEST}


def test_every_node_has_words_for_both_readers(flow: Flow, content: Content) -> None:
    for node in flow.by_id.values():
        if node.home_check and node.id != "heat":
            check = content.home_checks[node.home_check]
            assert check.you != check.them
        else:
            text = WORDING.texts[f"questions.{node.id}"]
            assert not isinstance(text, str), node.id
            assert text["you"] != text["them"] or node.id == "course", node.id


def test_every_label_fits_its_button() -> None:
    long = {
        key: text
        for key, text in texts()
        if key.startswith(("buttons.", "nodes.")) and len(re.sub(r"{\w+}", "", text)) > 24
    }
    assert not long


def test_a_screen_has_at_most_eight_options_but_for_the_substances(flow: Flow) -> None:
    for node in flow.by_id.values():
        assert len(node.options) <= 8 or node.kind == "substances", node.id


def test_a_button_beside_another_question_says_which_one_it_answers(engine: Engine, flow: Flow) -> None:
    labels = {
        engine.talk.screens.label(flow.node(node.beside), option.id)
        for node in flow.by_id.values()
        if node.beside
        for option in flow.node(node.beside).options
    }
    assert labels
    assert not labels & {"Yes", "No", "Not sure"}


def test_the_description_fits_telegram() -> None:
    assert len(WORDING.say("profile.description")) <= 512
    assert len(WORDING.say("profile.short_description")) <= 120


def test_every_command_is_described_within_telegrams_limits() -> None:
    described = [(key, text) for key, text in texts() if key.startswith("profile.command_")]
    assert described
    assert all(len(text) <= 256 for _, text in described)
