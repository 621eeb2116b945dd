"""What an option of the talk says: yes is yes, and not sure is the worst it can be."""

from flows.definition import Flow
from flows.proofs.proof import Failure, Progress, Proof, proved
from flows.screens import LEVELS
from knowledge.agents import KRATOM_LEAF
from knowledge.content import Content
from knowledge.wording import Wording


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
