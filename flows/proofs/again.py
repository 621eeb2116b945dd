"""The same again leads to the same: back and the answer anew, and a stored session taken up by another bot."""

import msgspec
from msgspec.structs import replace

from flows.definition import Flow
from flows.engine import Engine
from flows.inputs import Choose
from flows.proofs.crawl import LANGUAGE, NOW, STEPS, WALKED, answers, crawl, told
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.session import Session
from knowledge.content import Content
from knowledge.wording import Wording


def back(content: Content, flow: Flow, words: Wording, progress: Progress) -> Proof:
    """Back, then the same answer, gives the same session."""

    def check() -> int:
        walk = crawl(content, flow, words, progress)
        step, seen = walk.engine.step, 0
        for edge in walk.edges:
            before, after = edge.before, edge.after
            if not (isinstance(edge.given, Choose) and before and after and answers(edge, flow)) or before.revisit:
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
            ticked = session.draft if session else ()  # a grid opened again shows what was picked
            for pick in before.draft if gone.node == edge.given.node and gone.picks != (edge.given.option,) else ():
                if pick in ticked:
                    continue
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
