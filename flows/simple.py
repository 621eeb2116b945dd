"""/simple: one yes or no at a time with two big buttons; the same answers and the same rules."""

import html

from msgspec.structs import replace

from flows.definition import Flow, Node
from flows.inputs import Choose
from flows.reply import Button, Message
from flows.screens import Screens
from flows.session import Answer, Session
from knowledge.content import Content
from knowledge.wording import Wording

LISTS = frozenset({"many", "grid", "substances"})
ALONE = frozenset({"none", "unsure"})  # options of the substance screen that are no names


class Simple:
    """Asks lists option by option, with the words of one locale.

    What was answered yes is drafted as usual; `session.asked` only remembers what needs no asking any more, so that
    losing it asks again, and never drops a yes.
    """

    def __init__(self, flow: Flow, content: Content, words: Wording, screens: Screens) -> None:
        """Keep what is needed to draw."""
        self._flow, self._content, self._words, self._screens = flow, content, words, screens

    def screen(self, node: Node, session: Session) -> Message:
        """The screen of a node, as simple as it can be."""
        left = self._left(node, session)
        if node.kind not in LISTS or not left:
            message = self._screens.node(replace(node, beside=None), session)
            single = tuple((button,) for row in message.rows[:-1] for button in row)
            return replace(message, rows=(*single, *message.rows[-1:]))
        asked = left[0]
        parts = [
            self._words.say(
                "simple.progress",
                stage=node.stage,
                stages=self._flow.stages,
                number=len(options(node)) - len(left) + 1,
                count=len(options(node)),
            ),
            f"<b>{html.escape(self._question(node, asked, session), quote=False)}</b>",
            self._hint(node, session),
        ]
        rows: list[tuple[Button, ...]] = [
            (self._button(session, node, asked, "yes"),),
            (self._button(session, node, asked, "no"),),
        ]
        if node.kind == "grid":
            rows.append((self._button(session, node, asked, "unsure"),))
        if node.kind == "substances":
            rows += [(one,) for one in self._screens.typed(node, session)]
        rows.append(self._rest(node, session))
        return Message("\n\n".join(part for part in parts if part), (*rows, self._screens.last_row(session)))

    def asked(self, node: Node, session: Session) -> str:
        """The option that is asked now, empty when it is the node as a whole."""
        left = self._left(node, session) if node.kind in LISTS else []
        return left[0] if left else ""

    def answered(self, session: Session, node: Node, choice: Choose) -> Session | None:
        """The session after a yes or no to one option; None when that is not what was tapped."""
        option, _, level = choice.option.partition("=")
        if choice.act != "pick" or node.kind not in {"many", "substances"} or level not in {"yes", "no"}:
            return None
        if option not in options(node):
            return None
        kept = tuple(one for one in session.draft if one != option)
        session = replace(
            session,
            draft=(*kept, option) if level == "yes" else kept,
            asked=(*session.asked, f"{node.id}:{option}={level}"),
        )
        if self._left(node, session):
            return session
        taken = session.draft_taken if node.kind == "substances" else ()
        ticks = node.ticks(session.draft)
        nothing = node.kind == "substances" and not (ticks or taken)
        return session.with_answer(Answer(node.id, ("none",) if nothing else ticks, taken), ticks)

    def back(self, session: Session, node: Node) -> Session | None:
        """The session with the last yes or no of this question taken back; None when there is none."""
        if node.kind == "grid" and (ticks := node.ticks(session.draft)):
            return replace(session, draft=tuple(one for one in session.draft if one != ticks[-1]))
        own = [one for one in session.asked if one.startswith(f"{node.id}:")]
        if not own:
            return None
        option = own[-1].partition(":")[2].partition("=")[0]
        return replace(
            session,
            asked=tuple(one for one in session.asked if one != own[-1]),
            draft=tuple(one for one in session.draft if one != option),
        )

    def _left(self, node: Node, session: Session) -> list[str]:
        """The options that are not answered yet; what is asked after the emergency card stays a list, to be quick."""
        if node not in self._flow.nodes:
            return []
        said = {pick.partition("=")[0] for pick in session.draft}
        denied = {one.removeprefix(f"{node.id}:").removesuffix("=no") for one in session.asked if one.endswith("=no")}
        return [one for one in options(node) if one not in said and one not in denied]

    def _question(self, node: Node, option: str, session: Session) -> str:
        if self._words.has(key := f"simple.{option}_{node.id}"):  # one button that stands for two signs
            return self._words.say(key, session.subject)
        if option in self._content.fact_order:
            known = self._content.fact(option)
            return known.you if session.subject == "you" else known.them
        return self._words.say("simple.took", session.subject, label=self._screens.label(node, option))

    def _hint(self, node: Node, session: Session) -> str:
        if node.kind != "substances":
            return ""
        said = [self._screens.label(node, one) for one in node.ticks(session.draft)]
        said += [one.said for one in session.draft_taken]
        named = self._words.say("questions.chosen", chosen=", ".join(said)) if said else ""
        return "\n".join(part for part in (self._words.say("simple.type", session.subject), named) if part)

    def _button(self, session: Session, node: Node, option: str, level: str) -> Button:
        return Button(
            self._words.say(f"buttons.{level}"), Choose(session.talk, "pick", node.id, f"{option}={level}").data
        )

    def _rest(self, node: Node, session: Session) -> tuple[Button, ...]:
        """A way past what is left."""
        if node.kind != "substances":
            rest = Choose(session.talk, "do", node.id, "none").data
            return (Button(self._words.say("buttons.all_no"), rest),)
        unsure = Button(self._screens.label(node, "unsure"), Choose(session.talk, "pick", node.id, "unsure").data)
        if not (node.ticks(session.draft) or session.draft_taken):
            return (unsure,)
        done = Button(self._words.say("simple.that_was_all"), Choose(session.talk, "do", node.id, "next").data)
        return (done, unsure)


def options(node: Node) -> list[str]:
    """What is asked one by one."""
    return node.rows or [one.id for one in node.options if one.id not in ALONE]
