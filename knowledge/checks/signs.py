"""Findings, their home checks and danger words, and the conditions of advice: every name in them exists."""

from collections.abc import Iterator

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.issues import Issue, nearest


def signs(content: Content) -> Iterator[Issue]:
    """Home checks, first actions and danger words."""
    for ident, check in content.home_checks.items():
        if check.finding and check.finding not in content.findings:
            sentence = f"{ident} checks “{check.finding}”{nearest(check.finding, content.findings)}"
            yield issue(content, "findings.yaml", ("home_checks", ident), sentence)
        if check.count and check.count.measurement not in content.measurements:
            sentence = (
                f"{ident} counts “{check.count.measurement}”{nearest(check.count.measurement, content.measurements)}"
            )
            yield issue(content, "findings.yaml", ("home_checks", ident), sentence)
    for ident, finding in content.findings.items():
        if finding.grade != "mild" and finding.first_action is None:
            yield issue(content, "findings.yaml", ("findings", ident), f"{ident} needs a first_action")
    for words in content.danger_words:
        for meant in words.findings:
            if meant not in content.findings and meant not in content.flags:
                sentence = f"“{words.phrases[0]}” means “{meant}”{nearest(meant, content.findings)}"
                yield issue(content, "danger_words.yaml", (), sentence)


def milder(content: Content) -> Iterator[Issue]:
    """What a graver sign is milder as is a mild sign."""
    mild = content.graded["mild"]
    for ident, finding in content.findings.items():
        for one in finding.milder:
            if finding.grade == "mild" or one not in mild:
                sentence = f"{ident} is milder as “{one}”, which is no mild sign{nearest(one, mild)}"
                yield issue(content, "findings.yaml", ("findings", ident), sentence)


def conditions(content: Content) -> Iterator[Issue]:
    """The conditions of advice can be read."""
    for kind, lines in content.guidance.items():
        for index, line in enumerate(lines):
            sentence = content.conditions.complaint(line.when)
            if sentence:
                yield issue(content, f"guidance/{kind}.yaml", ("lines", index), f"{line.id}: {sentence}")
