"""The page for reviewers leaves nothing out that somebody must sign."""

from knowledge.checks.texts import texts
from knowledge.content import Content
from tests.review import PAGE, doubts

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_rule_stands_with_its_sources_and_cases(content: Content) -> None:
    for rule in content.rules:
        section = TEXT.partition(f"\n### {rule.id}: ")[2].partition("\n### ")[0]
        for source in rule.sources:
            assert content.sources[source].title in section, (rule.id, source)
        assert "- **Cases:** " in section, rule.id
        assert "no vignette exercises it" not in section, rule.id


def test_every_expert_choice_can_be_ticked_off(content: Content) -> None:
    for rule in content.rules:
        chosen = rule.row.status == "expert choice" or "expert_choice" in rule.sources
        assert (f"- [ ] **{rule.id}**, " in TEXT) == chosen, rule.id
    for kind in content.classes:
        assert f"- [ ] **{kind}**, tier " in TEXT, kind


def test_every_doubt_names_rules_that_exist_and_stands_on_the_page(content: Content) -> None:
    """The fifteen of clinical.md 10 come first."""
    known = {rule.id for rule in content.rules}
    asked = doubts(content)
    assert len(asked) > 15
    assert len({one.id for one in asked}) == len(asked)
    for one in asked:
        assert set(one.rules) <= known, one.id
        assert one.question in TEXT, one.id


def test_every_text_stands_with_its_grade(content: Content) -> None:
    """Folded by file, so that the page stays readable."""
    missing = [one.name for one in texts(content) if " ".join(one.text.split()).replace("|", "\\|") not in TEXT]
    assert not missing


def test_differences_between_judgement_and_rules_are_on_the_page() -> None:
    assert "## Where the first judgement and the rules differ" in TEXT
    assert "carbon monoxide" in TEXT or "Gas heater indoors" in TEXT
