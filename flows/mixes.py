"""/check kratom zoloft: what several things do together, worst first, and why; never that a mix is safe."""

from collections.abc import Iterable

from msgspec import Struct

from flows import mix_code
from flows.called import called
from flows.inputs import Choose
from flows.reply import Button, Message
from flows.screens import Screens
from flows.session import Said, Session
from flows.understanding import Understood
from knowledge.agents import agents_of
from knowledge.content import Content
from knowledge.facts import Taken
from knowledge.interactions import Interaction
from knowledge.wording import Wording

MOST_PAIRS = 6
MOST_NAMES = 8
LONGEST_NAME = 40
UNKNOWN = "unknown"


class Named(Struct, frozen=True):
    """One name of a mix.

    Attributes:
        said: as typed.
        id: substance or class id; empty when it is not known.
        maybe: what else it may mean; the worst of them counts.
    """

    said: str
    id: str
    maybe: tuple[str, ...] = ()


class Mixes:
    """Compares what is taken together, with the words of one locale."""

    def __init__(self, content: Content, words: Wording, screens: Screens) -> None:
        """Keep what is needed to compare."""
        self._content, self._words, self._screens = content, words, screens
        self._known = mix_code.index(content.class_of)

    def named(self, said: Understood) -> tuple[Named, ...]:
        """The names in typed words."""
        sure = [Named(one.said, one.id) for one in said.taken]
        others = [*(one.id for one in said.taken), *(ident for one in said.doubts for ident in one.ids)]
        doubts = [Named(one.said, self._worst(one.ids, others), one.ids) for one in said.doubts]
        unknown = [Named(name, "") for name in said.unheard]
        return tuple(dict.fromkeys([*sure, *doubts, *unknown]))[:MOST_NAMES]

    def told(self, taken: Iterable[Taken]) -> tuple[Named, ...]:
        """What was taken in the talk, as names."""
        return tuple(Named(called(one.said, self._content, self._words), one.id) for one in taken)[:MOST_NAMES]

    def message(self, names: tuple[Named, ...], session: Session) -> Message:
        """What the names do together; without names, how to ask."""
        last = self._screens.last_row(session)[:1]
        if not names:
            return Message(self._words.say("check.ask"), (last,), stays=True)
        pairs = self._pairs(names)
        lines = [self._words.say("check.title", names=" + ".join(_short(one.said) for one in names))]
        lines += [self._words.say("check.unknown", name=_short(one.said)) for one in names if not one.id]
        lines += [self._pair(pair) for pair in pairs[:MOST_PAIRS]]
        if len(pairs) > MOST_PAIRS:
            lines.append(self._words.say("check.more", count=len(pairs) - MOST_PAIRS))
        lines += [self._doubt(one) for one in names if one.maybe]
        if not pairs:
            lines.append(self._words.say("check.one"))
        if pairs:
            lines.append(self._words.say("check.sources", sources=self._sources(pairs[:MOST_PAIRS])))
        lines.append(self._words.say("check.end"))
        code = mix_code.write(one.id or UNKNOWN for one in names)
        start = Button(self._words.say("buttons.start_check"), Choose(session.talk, "do", "talk", code).data)
        return Message("\n\n".join(lines), ((start,), last), stays=True)

    def said(self, code: str) -> tuple[Said, ...]:
        """What a link or button brings into the talk."""
        return tuple(Said(one.replace("_", " "), one) for one in mix_code.read(code, self._known))

    def _pairs(self, names: tuple[Named, ...]) -> list[Interaction]:
        taken = [Taken(one.said, one.id or UNKNOWN) for one in names]
        return self._content.interactions.among(agents_of(taken, {}, self._content))

    def _pair(self, pair: Interaction) -> str:
        return self._words.say(
            f"check.pair_{pair.level}",
            one=_short(pair.one.said),
            other=_short(pair.other.said),
            words=self._content.interactions.level_words[pair.level],
            why=pair.why,
        )

    def _sources(self, pairs: Iterable[Interaction]) -> str:
        """Where it comes from, each source once; below it all, for who is in a hurry reads no citations."""
        known = self._content.sources
        sources = [known[one] for pair in pairs for one in pair.sources if one in known]
        own = self._words.say("check.own_choice")
        cites = (own if one.status == "expert choice" else one.cite or one.title for one in sources)
        return "; ".join(dict.fromkeys(cites))

    def _doubt(self, one: Named) -> str:
        meanings = ", ".join(dict.fromkeys(ident.replace("_", " ") for ident in one.maybe))
        key = "check.doubt" if len(one.maybe) > 1 else "check.doubt_one"
        return self._words.say(key, name=_short(one.said), meanings=meanings, worst=one.id.replace("_", " "))

    def _worst(self, ids: tuple[str, ...], others: Iterable[str]) -> str:
        """Of several meanings the most dangerous one beside the others; alone, the most dangerous."""
        beside = [one for one in others if one not in ids]
        classes = self._content.classes

        def danger(ident: str) -> tuple[int, int, bool]:
            pairs = [pair for other in beside for pair in self._pairs((Named(ident, ident), Named(other, other)))]
            known = classes[self._content.class_of[ident]]
            return max((pair.level for pair in pairs), default=0), known.tier, known.depressant

        return max(ids, key=danger)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
