"""Sources: every one that is cited exists, every identifier is one, and rules rest on more than one of them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge.checks.place import Keys, issue, warning
from knowledge.checks.tree import walk
from knowledge.content import Content
from knowledge.issues import Issue, nearest

DOI = re.compile(r"10\.\d{4,9}/\S+[^\s.,;]")
PMID = re.compile(r"[1-9]\d{0,8}")
NO_PAPER = frozenset({"expert_choice", "known"})  # they stand for no publication


def identifiers(content: Content) -> Iterator[Issue]:
    """DOIs and PMIDs are well-formed, belong to one source each, and stand beside a title."""
    owners: dict[str, str] = {}
    for ident, source in content.sources.items():
        place = ("sources.yaml", ("sources", ident))
        if source.doi and not DOI.fullmatch(source.doi):
            yield issue(content, *place, f"{ident}: “{source.doi}” is not a DOI; it begins with 10. and has no address")
        if source.pmid and not PMID.fullmatch(source.pmid):
            yield issue(content, *place, f"{ident}: “{source.pmid}” is not a PMID; it is digits only")
        if re.match(r"\s*(https?:|10\.\d|doi|pmid|\d+$)", source.title, re.IGNORECASE):
            yield issue(content, *place, f"{ident}: “{source.title}” is no title; copy it from the paper")
        for number in filter(None, (source.doi, source.pmid)):
            owner = owners.setdefault(number.casefold(), ident)
            if owner != ident:
                yield issue(content, *place, f"{ident} and {owner} have the same identifier {number}")


def cited(content: Content) -> Iterator[Issue]:
    """Every source that any file cites exists."""
    for source, places in _citations(content).items():
        if source not in content.sources:
            for name, keys in places:
                yield issue(content, name, keys, f"there is no source “{source}”{nearest(source, content.sources)}")


def never_cited(content: Content) -> Iterator[Issue]:
    """Sources that no file of this room cites; a vignette may."""
    used = _citations(content)
    for ident in content.sources:
        if ident not in used and ident not in NO_PAPER:
            yield warning(content, "sources.yaml", ("sources", ident), f"no file of this room cites {ident}")


def thin(content: Content) -> Iterator[Issue]:
    """Rules with no published source, or with a single one."""
    for rule in content.rules:
        published = [one for one in rule.sources if one not in NO_PAPER]
        place = (content.rule_files[rule.id], content.rule_places[rule.id])
        if not published:
            yield warning(content, *place, f"rule {rule.id} rests on no published source")
        elif len(published) == 1:
            yield warning(content, *place, f"rule {rule.id} rests on one published source, {published[0]}")


def _citations(content: Content) -> dict[str, list[tuple[str, Keys]]]:
    found: dict[str, list[tuple[str, Keys]]] = defaultdict(list)
    for name, keys, value in walk(content):
        if "sources" in keys[:-1] and name != "sources.yaml" and isinstance(value, str):
            found[value].append((name, keys))
    return found
