"""Danger and self-harm: what must be answered before anything else, in any state."""

from collections.abc import Sequence

from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import ALARM, NOTHING, Hit
from flows.understanding.phrases.normalise import Plain
from flows.understanding.polarity.negation import denier
from flows.understanding.polarity.polarity import status
from flows.understanding.understood import Alarm, Sign
from knowledge.content import Content

SELF_HARM = "self_harm"
MEASURED = "measurement"  # a number is weighed by the rules, unless it is a red flag


class Alarms:
    """Looks for alarms."""

    def __init__(self, content: Content) -> None:
        """Keep the words and what they may mean."""
        self._rows = [tuple(row.findings) for row in content.danger_words]
        self._grave = {*content.graded["severe"], *content.graded["red_flag"]} - {SELF_HARM}
        self._order = {ident: (content.findings[ident].grade != "red_flag") for ident in self._grave}

    def danger(
        self, text: Plain, items: Sequence[Item], hits: Sequence[Hit], signs: Sequence[Sign]
    ) -> tuple[Alarm, ...]:
        """Red flags and severe signs that are there, and danger words that are not denied; red flags first."""
        found = [
            Alarm(one.said, (one.id,))
            for one in signs
            if one.status == "present" and one.id in self._grave and not (one.rule == MEASURED and self._order[one.id])
        ]
        found.sort(key=lambda one: self._order[one.findings[0]])
        nothing = [set(hit.inside) for hit in hits if hit.means == NOTHING]
        cleared = {one.id for one in signs if one.status != "present"}
        for hit in hits:
            if hit.means[0] != ALARM or any(set(hit.items) <= span for span in nothing):
                continue
            findings = self._rows[int(hit.means[1:])]
            if status(items, hit, denier(items, hit), grave=True) == "present" and not (
                findings and set(findings) <= cleared
            ):
                start, end = text.words[items[hit.items[0]].first].start, text.words[items[hit.items[-1]].last].end
                found.append(Alarm(text.text[start:end], findings))
        return tuple(dict.fromkeys(found))

    def self_harm(self, signs: Sequence[Sign]) -> tuple[str, str]:
        """The words of self-harm, and the words of it that are denied, feared or long past."""
        for one in signs:
            if one.id == SELF_HARM:
                return (one.said, "") if one.status == "present" else ("", one.said)
        return "", ""
