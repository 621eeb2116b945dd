"""/country: numbers with hours and how sure we are; a contact's country, and nothing else of it."""

import pytest

from bot.channels.telegram.contact import country_of
from flows.country_lines import country_lines
from flows.engine import Engine
from knowledge.content import Content
from knowledge.readability import grade
from knowledge.wording import Wording
from tests.flows.player import Player


def test_the_answer_has_ambulance_poison_and_crisis_lines_with_their_grades(engine: Engine) -> None:
    text = Player(engine).start().command("country", "Norway").stays[-1].text

    for part in ("Norway", "113", "Poison line", "Crisis line", "Checked on 20", "well checked"):
        assert part in text, part


def test_where_one_is_known_a_line_for_people_who_use_drugs_stands_last(engine: Engine) -> None:
    british = Player(engine).start().command("country", "GB").stays[-1].text

    assert british.index("999") < british.index("To talk about drugs, not in an emergency") < british.index("FRANK")
    assert "To talk about drugs" not in Player(engine).start().command("country", "Norway").stays[-1].text


def test_every_country_has_an_answer_that_is_short_and_plain(content: Content, words: Wording) -> None:
    for iso, country in content.countries.items():
        text = country_lines(country, content, words)
        assert len(text) < 900, iso
        assert country.emergency[0] in text
        assert "{" not in text
        assert "  " not in text
        assert grade(text) <= 9, (iso, grade(text))


def test_a_weak_number_says_so(content: Content, words: Wording) -> None:
    weak = next(one for one in content.countries.values() if one.emergency_grade == "C")

    assert "please check it where you are" in country_lines(weak, content, words)


@pytest.mark.parametrize(
    ("number", "iso"),
    [
        ("+442079460000", "GB"),
        ("442079460000", "GB"),
        ("+12025550123", "US"),
        ("+14165550123", "CA"),
        ("+4721234567", "NO"),
        ("+800", ""),
        ("hello", ""),
        ("", ""),
    ],
)
def test_a_contact_gives_its_country_only(number: str, iso: str) -> None:
    assert country_of(number) == iso


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("UK", "GB"),
        ("England", "GB"),
        ("USA", "US"),
        ("u.s.", "US"),
        ("America", "US"),
        ("Holland", "NL"),
        ("Germny", "DE"),
        ("Untied Kingdom", "GB"),
        ("the Netherlands", "NL"),
        ("austrlia", "AU"),
        ("Niger", ""),
        ("North Korea", ""),
        ("u", ""),
    ],
)
def test_a_country_is_known_by_its_names_and_near_misses_and_never_taken_for_another(
    typed: str, iso: str, engine: Engine
) -> None:
    player = Player(engine).start().command("country", typed)

    assert player.session
    assert player.session.country == iso


def test_every_name_of_a_country_leads_to_it(content: Content, engine: Engine) -> None:
    for iso, country in content.countries.items():
        for name in (iso, country.name, *country.also):
            session = Player(engine).start().command("country", name).session
            assert session
            assert session.country == iso, name


def test_whom_to_call_reads_as_a_sentence_where_there_is_no_poison_line(engine: Engine) -> None:
    player = Player(engine).command("country", "Netherlands")
    player.play({"substances": [{"name": "kratom"}], "findings": {"sweating": "yes"}})

    assert "Call your own GP or the huisartsenpost now" in player.stays[-1].text
