"""The scores themselves: a perfect reader gets all, a silent one nothing, and the dangerous error is counted."""

from pathlib import Path
from typing import Any

from tests.understanding.gold import Amount, Message, Name, Phrase, Polarity, Substance
from tests.understanding.reading import from_numbers, same
from tests.understanding.report import BEGIN, section, write
from tests.understanding.results import results
from tests.understanding.scoring import score_names, score_phrases, score_polarity
from tests.understanding.scoring_messages import score_messages
from tests.understanding.tally import same_amount, within

SILENT: dict[str, Any] = {
    "subject": "none",
    "substances": [],
    "findings": [],
    "measurements": {},
    "self_harm": False,
    "danger": False,
    "ask": [],
}


def silent(_text: str) -> dict[str, Any]:
    return SILENT


def says(**parts: object) -> dict[str, Any]:
    return SILENT | parts


def found(finding: str, status: str = "present") -> list[dict[str, str]]:
    return [{"id": finding, "said": "", "status": status}]


def test_a_silent_reader_finds_nothing_and_alarms_nobody(tmp_path: Path) -> None:
    both = [results(silent, "tuned"), results(silent, "tuned_1b", "tuned_2")]
    assert both[0].phrases.tally.recall == both[1].messages.findings.recall == 0
    assert both[0].phrases.flagged == both[0].present_as_absent == both[0].self_harm.wrong == 0
    page = tmp_path / "understanding.md"
    page.write_text("# Ours\n", encoding="utf-8")
    write(section(both, ["one", "two"]), page)
    write(section(both, ["one", "two"]), page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Ours\n")
    assert text.count(BEGIN) == 1
    assert "| unresponsive | 0.00" in text


def test_ordinary_phrases_of_no_finding_are_counted_apart_too() -> None:
    gold = [
        Phrase("seized the day", None),
        Phrase("what a day", None, ordinary=True),
        Phrase("ok", None, ordinary=True),
    ]
    score = score_phrases(gold, lambda text: SILENT if text == "ok" else says(findings=found("seizure")))
    assert (score.flagged, score.alarmed, score.without) == (2, 2, 3)
    assert score.ordinary == {"all": 2, "flagged": 1, "alarmed": 1}


def test_a_milder_sign_beside_the_severe_one_is_no_mistake_but_alone_it_is_a_miss() -> None:
    gold = [Phrase("shaking all over", "severe_tremor")]
    beside = score_phrases(gold, lambda _: says(findings=found("tremor") + found("severe_tremor")))
    assert (beside.tally.right, beside.tally.wrong) == (1, 0)
    alone = score_phrases(gold, lambda _: says(findings=found("tremor")))
    assert (alone.tally.missed, alone.tally.wrong) == (1, 0)


def test_present_read_as_absent_is_counted() -> None:
    gold = [Polarity("cant stop shaking", "severe_tremor", "present", ["tremor"])]
    score = score_polarity(gold, lambda _: says(findings=found("tremor", "absent")))
    assert score.table["present", "absent"] == 1
    message = Message("x", [], {"fever": "present"}, {}, [])
    assert score_messages([message], lambda _: says(findings=found("fever", "absent"))).present_as_absent == 1


def test_a_wrong_name_is_worse_than_a_question() -> None:
    gold = [Name("zolof", "sertraline", "misspelt")]
    wrong = says(substances=[{"id": "zolpidem", "said": "zolof", "status": "taken", "sure": True}])
    asked = says(ask=[{"said": "zolof", "options": ["zolpidem", "sertraline"]}])
    assert score_names(gold, lambda _: wrong).counts["misspelt"] == {"wrong": 1}
    assert score_names(gold, lambda _: asked).counts["misspelt"] == {"asked": 1}
    assert score_names(gold, silent).counts["misspelt"] == {"missed": 1}
    plavix = [Name("plavix", None, "other_medicine", ["clopidogrel"])]
    assert score_names(plavix, silent).counts["other_medicine"] == {"right": 1}


def test_a_whole_message_is_right_only_when_every_part_is() -> None:
    gold = [Message("8g kratom", [Substance("kratom", "taken", amount=Amount(8, "g"))], {}, {}, [], "self")]
    kratom = {
        "id": "kratom",
        "said": "kratom",
        "status": "taken",
        "amount": {"value": 8, "unit": "grams"},
        "sure": True,
    }
    score = score_messages(gold, lambda _: says(subject="self", substances=[kratom]))
    assert (score.amounts.f1, score.accuracy("message")) == (1, 1)
    assert score_messages(gold, silent).accuracy("message") == 0


def test_amounts_times_numbers_and_spellings() -> None:
    assert same_amount(Amount(2, "pills"), [Amount(2, "tablet")])
    assert not same_amount(Amount(2, "mg"), [Amount(2, "g")])
    assert same_amount(Amount((6, 8), "g"), [Amount((6, 8), "g")])
    assert within((2.5, 3.5), (2.4, 3.6))
    assert not within((0, 24), (2.4, 3.6))
    assert from_numbers({"temperature_c": 39.1, "pulse": 130}) == {"fever": "present", "very_fast_heartbeat": "present"}
    assert same("5-HTP") == same("oxitriptan") != same("tryptophan")
