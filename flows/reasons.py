"""Why a result is what it is: the rules, signs and pairs behind it, what would tip it, and where that comes from."""

import html
from collections.abc import Iterable

from flows.advice import Advice
from flows.called import called
from flows.session import Session
from knowledge.assess import Assessment
from knowledge.content import Content
from knowledge.levels import Severity
from knowledge.wording import Wording

MOST_TIPPING = 8
MOST_REASONS = 4
MOST_PAIRS = 3
MOST_UNKNOWN = 8
_FIRST_SEVERE = ("fever", "confusion", "rigidity", "seizure", "slow_breathing", "chest_pain")


class Reasons:
    """Gives reasons with the words of one locale."""

    def __init__(self, content: Content, words: Wording, advice: Advice) -> None:
        """Keep what is needed to write."""
        self._content, self._words, self._advice = content, words, advice

    def why(self, found: Assessment, session: Session) -> str:
        """The reasons, one below the other, most telling first."""
        lines = [self._words.say("outcomes.why_intro")]
        for because in found.because[:MOST_REASONS]:
            signs = ", ".join(self._content.fact(sign).label.lower() for sign in because.signs[:MOST_TIPPING])
            key = "why_signs" if signs else "why_line"
            lines.append(self._words.say(f"outcomes.{key}", session.subject, says=because.says, signs=signs))
        for pair in found.interactions[:MOST_PAIRS]:
            if pair.level > 1:
                words = self._content.interactions.level_words[pair.level]
                one, other = (self._called(agent.said) for agent in (pair.one, pair.other))
                lines.append(self._words.say("outcomes.pair", one=one, other=other, words=words, why=pair.why))
        lines += [self._words.say("outcomes.unknown", name=name) for name in found.unknown_substances[:MOST_UNKNOWN]]
        if found.severity == Severity.MILD and not any(one.tier for one in found.reading.agents):
            lines.append(self._words.say("outcomes.less_typical", session.subject))
        lines += self._advice.mimics(found.reading, session)
        return "\n".join(lines)

    def tipping(self, found: Assessment, session: Session) -> str:
        """What would make it severe: the mild signs that are nearest, then the best known severe ones."""
        # the text itself says "it gets worse"
        facts = [one for one in found.would_be_severe_if if one != "worse"]
        nearest = [
            one for one in facts if one not in self._content.findings or self._content.findings[one].grade == "mild"
        ]
        rest = [one for one in facts if one not in nearest]
        shown = nearest[:MOST_TIPPING] + [one for one in _FIRST_SEVERE if one in rest]
        return "\n".join(
            self._words.say("outcomes.tipping_line", session.subject, sign=self._content.fact(one).short)
            for one in shown
        )

    def sources(self, found: Assessment, session: Session) -> str:
        """The rules behind a result and where they come from, and that no clinician has signed them."""
        lines = [self._words.say("outcomes.sources_title")]
        for because in found.because[:MOST_REASONS]:
            rule = next(one for one in self._content.rules if one.id == because.rule)
            for source in because.sources:
                known = self._content.sources[source]
                lines.append(
                    self._words.say(
                        "outcomes.source_line", rule=because.rule, cite=known.cite or known.title, status=known.status
                    )
                )
            lines.append(f"<i>{html.escape(rule.row.rationale, quote=False)}</i>")
        lines += [
            self._words.say(
                "outcomes.source_line",
                rule=f"{self._called(pair.one.said)} + {self._called(pair.other.said)}",
                cite=self._cite(pair.sources),
                status="",
            )
            for pair in found.interactions[:MOST_PAIRS]
        ]
        if found.severity == Severity.SEVERE:  # the emergency card itself has no room for what else it could be
            lines += self._advice.mimics(found.reading, session)
        lines.append(self._words.say("outcomes.unsigned"))
        return "\n".join(line.replace(" ()", "") for line in lines)

    def _called(self, said: str) -> str:
        return called(said, self._content, self._words)

    def _cite(self, sources: Iterable[str]) -> str:
        return "; ".join(self._content.sources[one].cite or self._content.sources[one].title for one in sources)
