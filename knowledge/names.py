"""Find substances by the names people use: generic, brand, street, or one a letter or two away."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from knowledge.schema.names import Product
from knowledge.schema.substances import SubstanceClass
from knowledge.spelling import Spelling
from knowledge.text import normal, squeezed

MOST_MEANINGS = 4  # buttons for one doubtful word
_FORMS = frozenset(
    {"xr", "sr", "cr", "la", "er", "xl", "retard", "extended", "release", "mg", "tablet", "tablets", "pill", "pills"}
)


class Found(Struct, frozen=True):
    """What a name means.

    Attributes:
        said: the name as typed.
        ids: substance or class ids it surely means; several for a combination product.
        maybe: ids to ask about ("Did you mean …?"), when it is not sure.
        repaired: it was not written like a name of ours, but near one.
    """

    said: str
    ids: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    repaired: bool = False


class Names:
    """All names of all substances, looked up by their letters and digits: "5-HTP" is "5htp" is "5 htp"."""

    def __init__(
        self,
        classes: Mapping[str, SubstanceClass],
        products: Iterable[Product],
        decoys: Iterable[str],
        confusable: Iterable[Iterable[str]] = (),
        well_known: Iterable[str] = (),
    ) -> None:
        """Index the names; a name under `ask` is never sure."""
        self.sure: dict[str, tuple[str, ...]] = {}
        self.ask: dict[str, tuple[str, ...]] = {}
        # what a doubtful name means beside a dose, and in which units; without any, in all
        self.dosed: dict[str, tuple[str, frozenset[str]]] = {}
        for family in classes.values():
            for one in family.substances:
                itself = (one.id,)
                for name in (one.id, one.id.replace("_", " "), *one.names):
                    self.sure[normal(name)] = itself
                for name in (*one.ask, *one.with_dose, *one.with_unit):
                    self.ask[normal(name)] = (*self.ask.get(normal(name), ()), one.id)
                self.dosed |= {squeezed(name): (one.id, frozenset()) for name in one.with_dose}
                self.dosed |= {squeezed(name): (one.id, frozenset(units)) for name, units in one.with_unit.items()}
        for product in products:
            index = self.ask if product.ask else self.sure
            index[normal(product.name)] = tuple(product.contains)
        tier = {one.id: family.tier for family in classes.values() for one in family.substances}
        depressant = {one.id: family.depressant for family in classes.values() for one in family.substances}
        for name, ids in self.ask.items():
            # the most dangerous meanings first, since only a few fit on the screen
            self.ask[name] = tuple(
                sorted(dict.fromkeys(ids), key=lambda one: (-depressant.get(one, False), -tier.get(one, 0)))
            )
        self.decoys = frozenset(map(normal, decoys))
        self.exact: dict[str, Found] = {}
        for name in sorted(self.sure, key=_words):
            self.exact[squeezed(name)] = Found(name, ids=self.sure[name])
        for name in sorted(self.ask, key=_words):
            self.exact[squeezed(name)] = Found(name, maybe=self.ask[name][:MOST_MEANINGS])
        self.exact.pop("", None)
        self._other = frozenset(map(squeezed, self.decoys))
        self.other_phrases = frozenset(squeezed(name) for name in self.decoys if " " in name or "-" in name)
        decoy_names = (name for name in self.decoys if " " not in name)
        generic = (one.id for family in classes.values() for one in family.substances)
        self._spelling = Spelling(self.sure, self.ask, decoy_names, confusable, {*generic, *well_known})

    def find(self, said: str) -> Found:
        """What one name means; `ids` and `maybe` both empty when it is not known."""
        name = normal(said)
        for candidate in (name, _without_form(name), name.removesuffix("s"), name.removesuffix("es")):
            known = self.exact.get(squeezed(candidate))
            if known:
                return Found(said, known.ids, known.maybe)
        return Found(said) if self.is_other(name) else self.near(squeezed(name), said)

    def is_other(self, name: str) -> bool:
        """Whether it is a medicine or word that we know to be none of ours."""
        return squeezed(name) in self._other

    def near(self, word: str, said: str = "") -> Found:
        """What a word means that is no name as it stands."""
        repair = self._spelling.repair(word)
        return Found(said or word, repair.ids, repair.maybe, repaired=True)

    def within(self, said: str) -> tuple[str, ...]:
        """The ids of all names of one word that may have been meant; for where nobody can be asked."""
        return self._spelling.within(squeezed(normal(said)))


def _words(name: str) -> int:
    """How many words it has: of two ways to write a name, the one with more words is kept."""
    return name.count(" ") + name.count("-")


def _without_form(name: str) -> str:
    """The name without strengths and release forms: "zoloft 50 mg xr" -> "zoloft"."""
    words = [
        word for word in name.split() if word not in _FORMS and not word.rstrip("mgkµu").replace(".", "").isdigit()
    ]
    return " ".join(words) or name
