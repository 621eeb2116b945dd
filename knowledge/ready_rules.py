"""Rules ready for use: a row of the decision table with its condition read and its urgency known."""

from msgspec import Struct

from knowledge.conditions import Condition
from knowledge.content_conditions import Conditions
from knowledge.levels import Severity
from knowledge.schema.rules import Rule


class ReadyRule(Struct, frozen=True):
    """A rule with its condition read.

    Attributes:
        row: the rule as it stands in YAML.
        when: its condition.
        looks_at: all finding and flag ids, and "taken" or "measurements", that may change it.
        leaves: its simple conditions, each with what it looks at.
        urgency: 0 none, 1 none but call now, 2 mild, 3 severe.
    """

    row: Rule
    when: Condition
    looks_at: frozenset[str]
    leaves: tuple[tuple[Condition, frozenset[str]], ...]
    urgency: int

    @property
    def id(self) -> str:
        """The rule's id, such as R5."""
        return self.row.id

    @property
    def severity(self) -> Severity:
        """The outcome when it holds."""
        return self.row.severity

    @property
    def call_now(self) -> bool:
        """Whether it asks for a call though there is no sign."""
        return self.row.call_now

    @property
    def says(self) -> str:
        """Its sentence for people."""
        return self.row.says

    @property
    def sources(self) -> list[str]:
        """Ids of its sources."""
        return self.row.sources


def ready(row: Rule, conditions: Conditions) -> ReadyRule:
    """Make a rule ready.

    Raises:
        ConditionError: if its `when` can't be read, or names what nothing defines.
    """
    when = conditions.checked(row.when)
    leaves = tuple((leaf, conditions.looks_at(leaf)) for leaf in when.leaves)
    urgency = int(row.call_now) if row.severity == Severity.NONE else row.severity.rank + 1
    return ReadyRule(row, when, conditions.looks_at(when), leaves, urgency)
