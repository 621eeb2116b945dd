"""The talk itself: it ends, every screen has the way out, going back and starting again lead to the same place."""

import msgspec
from msgspec.structs import replace

from flows.definition import Flow, Node
from flows.engine import Engine
from flows.inputs import SOS, Choose, Say
from flows.proofs.crawl import LANGUAGE, NOW, Crawl, Edge, crawl, told
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.session import Session
from flows.telling import facts_of
from knowledge.agents import KRATOM_LEAF
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.reading import lower
from knowledge.wording import Wording

LEVELS = ("yes", "no", "unsure")
STEPS = "steps"
WALKED = "every screen that can be told apart was reached by its buttons, and every button on it tapped"


def ends(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Every talk ends, within so many taps."""
    most = sum(map(_taps, flow.nodes))

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        talk = walk.engine.talk
        for edge in walk.edges:
            after = edge.after
            if after is None or edge.before is None or after.revisit or after.talk != edge.before.talk:
                continue
            place = talk.place(after)
            if after.answer(place) is not None:
                raise Failure(f"“{place}” is asked again after {told(edge.given)}, though it was answered")
            if _answers(edge, flow) and len(after.answers) < len(edge.before.answers):
                raise Failure(f"the answer {told(edge.given)} loses an earlier one")
            same = (after.answers, sorted(after.draft), after.subject) == (
                edge.before.answers,
                sorted(edge.before.draft),
                edge.before.subject,
            )
            if (
                same
                and _answers(edge, flow)
                and isinstance(edge.given, Choose)
                and edge.given.option not in after.draft
            ):
                raise Failure(f"the answer {told(edge.given)} does nothing")
        return len(walk.edges)

    return proved(
        f"Every talk ends after at most {len(flow.nodes)} questions and {most} taps, no button tapped twice",
        f"no question comes again once it is answered, and each tap answers one or ticks an option; {WALKED}",
        check,
        STEPS,
    )


def _taps(node: Node) -> int:
    if node.kind == "grid":
        return len(node.rows)
    return len(node.options) + 1 if node.kind in {"many", "substances"} else 1


def _answers(edge: Edge, flow: Flow) -> bool:
    """Whether the tap was on a button of the question that was on the screen."""
    given = edge.given
    return isinstance(given, Choose) and given.node in flow.by_id and not edge.reply.toast


def doubts_count(content: Content, flow: Flow, _words: Wording, _progress: Progress) -> Proof:
    """Yes is taken as yes, and not sure never as no."""

    def check() -> int:
        options = [(node, option) for node in flow.nodes for option in node.options]
        for node, option in options:
            for fact, word in option.sets.items():
                if option.id in LEVELS and word != option.id:
                    raise Failure(f"“{option.id}” at “{node.id}” is taken as “{word}” for {content.fact(fact).short}")
                if option.id == fact and word != "yes":
                    raise Failure(f"“{option.id}” at “{node.id}” is taken as “{word}”")
            if option.id == "unsure" and option.counts_as:
                others = [one.counts_as for one in node.options if one.counts_as]
                if not all(_as_bad(option.counts_as, one, content) for one in others):
                    raise Failure(
                        f"not sure at “{node.id}” is taken as {option.counts_as}, which is not the worst of it"
                    )
        return len(options)

    return proved(
        "Yes is taken as yes, not sure never as no, and an unknown thing as the worst", "read off", check, "options"
    )


def _as_bad(one: str, other: str, content: Content) -> bool:
    """Whether one thing is at least as serotonergic as the other, and as bad beside kratom and beside the worst."""
    kinds = content.class_of[one], content.class_of[other]
    tiers = [content.classes[kind].tier for kind in kinds]
    level = content.interactions.level
    beside_kratom = [level(kind, KRATOM_LEAF)[0] for kind in kinds]
    worst = [max(level(kind, known)[0] for known in content.classes) for kind in kinds]
    return all(first >= second for first, second in (tiers, beside_kratom, worst))


def way_out(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Every screen has the button for help, and it works."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        screens = 0
        for edge in walk.edges:
            for message in edge.reply.messages:
                if message.stays:
                    continue
                screens += 1
                if edge.after is not None and not any(one.data == SOS.data for row in message.rows for one in row):
                    raise Failure(f"there is no “Help now” on the screen after {told(edge.given)}: {message.text[:80]}")
        for session in [None, *walk.sessions]:
            after, reply = walk.engine.step(session, SOS, NOW, LANGUAGE)
            number = walk.engine.talk.outcomes.numbers(session or Session()).emergency
            if after != session or not any(number in one.text and one.urgent for one in reply.messages):
                raise Failure("“Help now” does not show the number to call, or it changes the talk")
        return screens

    return proved(
        "Every screen has “Help now”, and it shows the number to call and changes nothing", WALKED, check, "screens"
    )


def back(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Back, then the same answer, gives the same session."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        step, seen = walk.engine.step, 0
        for edge in walk.edges:
            before, after = edge.before, edge.after
            if not (isinstance(edge.given, Choose) and before and after and _answers(edge, flow)) or before.revisit:
                continue
            if len(after.answers) <= len(before.answers):
                continue
            seen += 1
            session = step(after, Choose(after.talk, "do", "talk", "back"), NOW, LANGUAGE)[0]
            gone = after.answers[-1]
            if session is None or session.answers != after.answers[:-1]:
                raise Failure(f"back after {told(edge.given)} does not take back that answer")
            if session.told == after.told != "":
                continue  # one tap gave two answers, and the other is enough by itself
            for pick in before.draft if gone.node == edge.given.node and gone.picks != (edge.given.option,) else ():
                act = "pick" if flow.node(gone.node).kind == "grid" else "on"
                session = step(session, Choose(before.talk, act, gone.node, pick), NOW, LANGUAGE)[0]
            session = replace(session, draft_taken=before.draft_taken) if session and gone.taken else session
            again = step(session, edge.given, NOW, LANGUAGE)[0]
            if again is None or again.answers != after.answers or again.told != after.told:
                raise Failure(f"back after {told(edge.given)}, and the same again, leads elsewhere")
        return seen

    return proved("Back, then the same answer, gives the same session", WALKED, check, STEPS)


def replayed(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """A stored session, or all inputs again, give the same as stepping through."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        anew = Engine(content, flow, words)
        met = set(walk.sessions)
        for edge in progress(walk.edges, len(walk.edges)):
            if edge.after not in met:
                continue
            met.remove(edge.after)
            stored = edge.before and msgspec.json.decode(msgspec.json.encode(edge.before), type=Session)
            after, reply = anew.step(stored, edge.given, NOW, LANGUAGE)
            if (after, reply) != (edge.after, edge.reply):
                raise Failure(f"{told(edge.given)} leads elsewhere once the session was stored and the bot begun anew")
            bare = Session(answers=edge.after.answers, revisit=edge.after.revisit)
            if anew.talk.place(edge.after) != anew.talk.place(bare):
                raise Failure(f"after {told(edge.given)} the answers alone lead elsewhere")
        return len(walk.edges)

    return proved(
        "Replaying the inputs, or loading the stored session, equals stepping",
        f"each step was done a second time by a bot begun anew, from the session as it is stored; {WALKED}",
        check,
        STEPS,
    )


def typed(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """An option typed in its own words says what tapping it says."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        talk, compared = walk.engine.talk, set()
        for edge in walk.edges:
            before, given = edge.before, edge.given
            if before is None or edge.after is None or not isinstance(given, Choose) or not _answers(edge, flow):
                continue
            node = flow.node(given.node)
            if talk.node(before) is not node or node.option(given.option) is None or given.act == "off":
                continue
            key = (node.id, given.option, bool(before.draft), bool(before.draft_taken), before.subject)
            if key in compared:
                continue
            compared.add(key)
            said = Say(talk.screens.label(node, given.option))
            by_words = walk.engine.step(before, said, NOW, LANGUAGE)[0]
            if by_words is None or not _agree(walk, edge.after, by_words, node):
                raise Failure(f"typing {told(said)} at “{node.id}” is not the same as tapping it")
        return len(compared)

    return proved("Typing the words of a button does what tapping it does", WALKED, check, "buttons")


def _agree(walk: Crawl, tapped: Session, said: Session, node: Node) -> bool:
    """The same facts, whether ticked or sent; a typed name of what was taken may stand beside the buttons."""
    if said.interruption and said.interruption.kind.endswith("_words"):
        return True  # words that mean danger are asked about first, whatever the question
    if node.kind == "substances":
        return said.interruption is not None or _taken(walk, tapped) <= _taken(walk, said)
    return (tapped.answers, tapped.draft, tapped.subject) == (said.answers, said.draft, said.subject)


def _taken(walk: Crawl, session: Session) -> set[str]:
    talk = walk.engine.talk
    node = talk.flow.node("substances")
    drafted = [option.counts_as for pick in session.draft if (option := node.option(pick)) and option.counts_as]
    facts = facts_of(session, talk.flow, talk.content)
    agents = lower(Facts(facts.levels, facts.taken, {}), talk.content).agents
    named = {one.id for one in session.draft_taken} | {one.id for one in agents} | set(drafted)
    return {talk.content.class_of.get(one, "unknown") for one in named}
