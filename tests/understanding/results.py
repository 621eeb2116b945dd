"""All scores of some splits."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.understanding.gold import DosesTimes, Message, Name, Phrase, Polarity, SelfHarm, Split, load
from tests.understanding.reading import Understand
from tests.understanding.scoring import (
    NameScore,
    PhraseScore,
    PolarityScore,
    score_names,
    score_phrases,
    score_polarity,
    score_self_harm,
)
from tests.understanding.scoring_doses import score_doses
from tests.understanding.scoring_messages import MessageScore, score_messages
from tests.understanding.tally import Tally, share


@dataclass(frozen=True)
class Results:
    """What the report tells about some splits."""

    phrases: PhraseScore
    names: NameScore
    polarity: PolarityScore
    messages: MessageScore
    amounts: Tally
    times: Tally
    self_harm: Tally
    harmless: int
    others: list[str]

    def weakest(self, findings: Sequence[str]) -> float:
        return min(self.phrases.recall([finding]) for finding in findings)

    def of(self, finding: str) -> str:
        tally = self.phrases.each[finding]
        return f"{tally.recall:.2f} ({tally.right} of {tally.right + tally.missed})"

    @property
    def flagged(self) -> float:
        return share(self.phrases.flagged, self.phrases.without)

    @property
    def alarmed(self) -> float:
        return share(self.phrases.alarmed, self.phrases.without)

    @property
    def ordinary(self) -> str:
        """Of the ordinary phrases of no finding, the share flagged, and that with a red flag."""
        one = self.phrases.ordinary
        shares = (share(one[seen], one["all"]) for seen in ("flagged", "alarmed"))
        return " / ".join(f"{value:.3f}" for value in shares) if one["all"] else "-"

    @property
    def absent(self) -> tuple[float, float]:
        """Precision and recall of absent."""
        table = self.polarity.table
        right = table["absent", "absent"]
        said = sum(count for (_, read), count in table.items() if read == "absent")
        meant = sum(count for (gold, _), count in table.items() if gold == "absent")
        return share(right, said), share(right, meant)

    @property
    def present_as_absent(self) -> int:
        inside = self.polarity.table["present", "absent"] + self.phrases.read_as_absent
        return inside + self.messages.present_as_absent

    def misses(self) -> list[str]:
        return [*self.messages.misses, *self.phrases.misses, *self.names.misses, *self.polarity.misses, *self.others]


def results(understand: Understand, *splits: Split) -> Results:
    """Read every text of these splits and count."""
    harm = load(SelfHarm, *splits)
    self_harm, harm_misses = score_self_harm(harm, understand)
    amounts, times, dose_misses = score_doses(load(DosesTimes, *splits), understand)
    return Results(
        phrases=score_phrases(load(Phrase, *splits), understand),
        names=score_names(load(Name, *splits), understand),
        polarity=score_polarity(load(Polarity, *splits), understand),
        messages=score_messages(load(Message, *splits), understand),
        amounts=amounts,
        times=times,
        self_harm=self_harm,
        harmless=sum(not one.self_harm for one in harm),
        others=[*dose_misses, *harm_misses],
    )
