"""The conditions of the content: each read once, with only names that exist, and what may change it."""

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.computed import Computed
from knowledge.conditions import Condition, ConditionError, parse
from knowledge.issues import nearest
from knowledge.schema.findings import CATEGORIES, Finding


class Conditions:
    """Every `when` of the content."""

    def __init__(
        self,
        findings: Mapping[str, Finding],
        flags: Mapping[str, object],
        computed: Mapping[str, Computed],
        classes: Mapping[str, object],
    ) -> None:
        """Know the names that a condition may use: ids of findings, flags, computed facts and classes."""
        self._findings = findings
        self._computed = computed
        self._names = {*findings, *flags, *computed, *classes}
        self._read: dict[int, tuple[Mapping[str, Any], Condition]] = {}

    def of(self, when: Mapping[str, Any]) -> Condition:
        """The condition of a `when`, read once.

        Raises:
            ConditionError: if it can't be read. Names that nothing defines are not looked for: see `checked`.
        """
        known = self._read.get(id(when))
        if known is None:
            # the mapping is kept with it, so that its id is never another's
            known = self._read[id(when)] = (when, parse(when))
        return known[1]

    def checked(self, when: Mapping[str, Any]) -> Condition:
        """The condition of a `when`.

        Raises:
            ConditionError: if it can't be read, or names what nothing defines.
        """
        condition = parse(when)
        for name in sorted(condition.facts | condition.numbers | condition.classes):
            if name not in self._names:
                raise ConditionError(f"nothing defines “{name}”{nearest(name, self._names)}")
        return condition

    def complaint(self, when: Mapping[str, Any]) -> str:
        """What is wrong with a `when`, or nothing."""
        try:
            self.checked(when)
        except ConditionError as error:
            return str(error)
        return ""

    def looks_at(self, condition: Condition) -> frozenset[str]:
        """All finding and flag ids, and "taken" or "measurements", that may change the condition."""
        found = set(condition.facts)
        if condition.classes:
            found.add("taken")
        for name in condition.numbers:
            for group in self._computed[name].looks_at:
                found.update(self._members(group))
        if "taken" in found:
            found.update({"more_than_usual", "unknown_amount", "extract"})
        return frozenset(found)

    def _members(self, group: str) -> Iterator[str]:
        """The findings of a grade or category; anything else stands for itself."""
        if group in {"mild", "severe", "red_flag"}:
            yield from (one for one, finding in self._findings.items() if finding.grade == group)
        elif group in CATEGORIES:
            yield from (one for one, finding in self._findings.items() if finding.category == group)
        else:
            yield group
