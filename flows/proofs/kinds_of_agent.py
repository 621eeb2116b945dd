"""All agents that rules can tell apart: a class, a dose band, and whether it is still in the body."""

from collections.abc import Hashable, Iterator
from itertools import product

from flows.proofs.alike import attributes, mentions
from knowledge.agents import Agent
from knowledge.content import Content
from knowledge.doses import WORST_BAND

WINDOWS = ((True, True), (False, True), (False, False))  # active; only for a pair with an MAOI; no more


def every_kind(content: Content) -> Iterator[Agent]:
    """One agent of every class, band and window; and of the substances that carry a flag of their own."""
    special = [one.id for one in content.substances.values() if one.must_call_with_kratom]
    special += [one.id for one in content.substances.values() if one.never_prescribed][:1]  # they are alike
    for ident in (*content.classes, *special):
        kind = content.class_of[ident]
        family = content.classes[kind]
        for said, (active, for_maoi) in product(range(WORST_BAND + 1), WINDOWS):
            band = max(said, family.bands.least)
            yield Agent(ident, ident, kind, family.tier, band, extra=said >= 1, active=active, active_for_maoi=for_maoi)


def alike(content: Content, name: str) -> list[Agent]:
    """One agent for all that a computed fact can't tell apart."""
    return list({sight(content, name, agent): agent for agent in reversed(list(every_kind(content)))}.values())


def sight(content: Content, name: str, agent: Agent) -> Hashable:
    """All of an agent that a computed fact can see: the attributes that its code reads, and a class that it names."""
    function = content.computed[name].of
    words, names = mentions(function), attributes(function)
    if "pairs" in names:  # the table of pairs goes by class and window
        return agent.kind, agent.active, agent.active_for_maoi
    family, own = content.classes[agent.kind], content.substances.get(agent.id)
    seen: list[object] = [getattr(agent, one) for one in OWN if one in names]
    seen += [getattr(family, one) for one in OF_CLASS if one in names]
    seen += [own is not None and getattr(own, one) for one in OF_SUBSTANCE if one in names]
    return *seen, agent.kind if agent.kind in words else ""


OWN = ("tier", "band", "extra", "active", "active_for_maoi")
OF_CLASS = ("depressant", "opioid", "watch_hours")
OF_SUBSTANCE = ("must_call_with_kratom", "never_prescribed")
