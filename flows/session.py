"""One talk as a value: its truth is the list of answers; where we are is what they lead to."""

from typing import Literal
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

Subject = Literal["you", "them"]
PERSON = "person"  # the node that asks about age, pregnancy and illness
TYPED = "typed-"  # begins the key of something typed


class Answer(Struct, frozen=True):
    """One thing said, at one node.

    Attributes:
        node: the node's id; "measured" for a number typed anywhere.
        picks: what was picked: option ids, `finding=level` in a grid, `measurement=value` for a number.
        taken: what was typed as taken, where the node asks that.
    """

    node: str
    picks: tuple[str, ...] = ()
    taken: tuple["Said", ...] = ()


class Said(Struct, frozen=True):
    """Something taken, in the person's words.

    Attributes:
        said: the name as typed or as on the button.
        id: substance or class id; empty when we do not know it.
        amount: the amount as typed.
        when: the time as typed.
        at: the second at which it was said, 0 when not known: "3 hours ago" is of that moment.
    """

    said: str
    id: str
    amount: str | None = None
    when: str | None = None
    at: int = 0

    @property
    def understood(self) -> str:
        """The word, and what it was understood as where that is another: "zoloft (sertraline)"."""
        known = self.id.replace("_", " ")
        same = known.removeprefix("unnamed ").casefold() == self.said.casefold()
        return self.said if not known or same else f"{self.said} ({known})"

    @property
    def key(self) -> str:
        """What its button carries: the same for the same words, wherever it stands in the list."""
        return f"{TYPED}{crc32(repr((self.said, self.id, self.amount, self.when)).encode()):08x}"

    @property
    def with_amount(self) -> str:
        """As understood, with how much."""
        return f"{self.understood} {self.amount}" if self.amount else self.understood


class Interruption(Struct, frozen=True):
    """A question that stands in front of the talk until it is answered.

    Attributes:
        kind: danger_words, self_harm_words, did_you_mean, understood, carry_on, delete, country, change, learn, check
            or count.
        words: the typed words it is about; of what was understood, all signs on its screen.
        ids: findings, substances or countries it is about; of what was understood, what is ticked.
        taken: what was typed as taken, of what was understood; of a doubtful name, itself with its amount and time.
    """

    kind: str
    words: str = ""
    ids: tuple[str, ...] = ()
    taken: tuple[Said, ...] = ()


class FollowUp(Struct, frozen=True):
    """Something that is said later, unless the person says stop first.

    Attributes:
        kind: check_in; silence: what is said when nobody answers one; review: the last word; count: the time of a count
            is over.
        at: seconds since 1970.
    """

    kind: str
    at: float


class Report(Struct, frozen=True):
    """What was answered to a check-in.

    Attributes:
        at: when, seconds since 1970.
        said: the option.
    """

    at: float
    said: str


class Watch(Struct, frozen=True):
    """Check-ins that the person asked for.

    Attributes:
        outcome: whose schedule it is: severe, mild or none.
        since: since when the outcome is this one.
        open: what was said last and waits for an answer: check_in, silence or review; empty once the person did
            anything since. asleep: whether somebody wakes is asked, until that is said.
        late: by how many seconds it came late, when that is worth a word.
        silent: the words for whoever holds the phone went out; they are not said again until the person does anything.
    """

    outcome: str
    since: float
    open: str = ""
    late: float = 0.0
    silent: bool = False


class Session(Struct, frozen=True):
    """One talk.

    Attributes:
        talk: the second it began; part of every button, so that old buttons are known.
        number: number of the talk in this chat, from 1, shown on the card.
        subject: who it is about, the person themself or someone else.
        answers: what was said, oldest first; one answer a node (but for "measured").
        draft: what is toggled and not sent yet, each for its own node.
        draft_taken: what was typed as taken and not sent yet.
        again: the node that Back led to; what was read waits until it is answered.
        about: what was typed of the person before it was asked: ticked there.
        waiting: questions that stand in front of the talk; the first is shown.
        heard: questions about typed words that wait until the danger screen is answered.
        revisit: a node that was chosen to be answered anew; its answer counts until there is another.
        told: the outcome that was last told ("severe", "mild", "none"), empty before that.
        told_at: when it was, seconds since 1970.
        country: ISO code that was set, empty when not.
        language: the language code that Telegram gives, "en" when none.
        at: when it was last touched, seconds since 1970.
        pictures: the pictures of home checks that were sent.
        simple: lists are asked option by option.
        event: the event whose medics come first, empty when none.
        asked: what was answered option by option at the present node, `node:option=yes` or `=no`.
        watch: the check-ins that were asked for, None when none are.
        planned: what is still to be said, earliest first.
        reports: what was answered to check-ins, oldest first.
    """

    talk: int = 0
    number: int = 1
    subject: Subject = "you"
    answers: tuple[Answer, ...] = ()
    draft: tuple[str, ...] = ()
    draft_taken: tuple[Said, ...] = ()
    again: str = ""
    about: tuple[str, ...] = ()
    waiting: tuple[Interruption, ...] = ()
    heard: tuple[Interruption, ...] = ()
    revisit: str = ""
    told: str = ""
    told_at: float = 0.0
    country: str = ""
    language: str = "en"
    at: float = 0.0
    pictures: tuple[str, ...] = ()
    simple: bool = False
    event: str = ""
    asked: tuple[str, ...] = ()
    watch: Watch | None = None
    planned: tuple[FollowUp, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def due(self) -> float | None:
        """When the next follow-up is due, None when none is planned."""
        return min((one.at for one in self.planned), default=None)

    @property
    def interruption(self) -> Interruption | None:
        """The question that stands in front of the talk, or None."""
        return self.waiting[0] if self.waiting else None

    @property
    def has_typed(self) -> bool:
        """Whether something was typed that is still to be answered about."""
        return bool(self.heard or self.draft_taken or self.draft or self.about)

    def answer(self, node: str) -> Answer | None:
        """The answer at a node, or None; one that is given anew is none yet, though it counts till then."""
        return next((one for one in self.answers if one.node == node != self.revisit), None)

    def with_answer(self, answer: Answer, ticks: tuple[str, ...] | None = None) -> "Session":
        """The session with one more answer, in the place of an older one at the same node.

        Of what is ticked the question's own `ticks` are in the answer now, None for all; others stay.
        """
        kept = tuple(one for one in self.answers if one.node != answer.node or one.node == "measured")
        revisit = "" if self.revisit == answer.node else self.revisit
        # what was typed as taken before its question came is kept for it
        typed = () if answer.node == "substances" else self.draft_taken
        return replace(
            self,
            answers=(*kept, answer),
            draft=() if ticks is None else tuple(one for one in self.draft if one not in ticks),
            draft_taken=typed,
            about=() if answer.node == PERSON else self.about,
            again="",
            asked=(),
            waiting=(),
            revisit=revisit,
            told="",
        )

    def amended(self, answer: Answer) -> "Session":
        """The session with an answer in the very place of the one at the same node."""
        answers = tuple(answer if one.node == answer.node else one for one in self.answers)
        return replace(self, answers=answers)

    def past_interruption(self) -> "Session":
        """The session with its first interruption answered and the others still waiting."""
        return replace(self, waiting=self.waiting[1:])

    def dated(self) -> "Session":
        """The session with the time at which each thing taken was said."""
        said = (*self.draft_taken, *(one for answer in self.answers for one in answer.taken))
        if all(one.at for one in said):
            return self
        now = int(self.at)
        answers = tuple(replace(one, taken=_dated(one.taken, now)) if one.taken else one for one in self.answers)
        return replace(self, answers=answers, draft_taken=_dated(self.draft_taken, now))

    @property
    def begun(self) -> bool:
        """Whether the danger screen was answered, or a timer was asked for: nothing is stored before that."""
        return bool(self.answers or self.country or self.planned) or self.subject == "them"


def _dated(taken: tuple[Said, ...], now: int) -> tuple[Said, ...]:
    return tuple(one if one.at else replace(one, at=now) for one in taken)
