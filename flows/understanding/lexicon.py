"""All words the reader knows, read once: the talk's words, the phrases of every sign, and what may be misspelt."""

from pathlib import Path

from msgspec import Struct, convert

from flows.understanding.names.strange import Strangers
from flows.understanding.other_languages import OtherLanguages
from flows.understanding.phrases.forms import Forms
from flows.understanding.phrases.hits import ALARM, NORMAL
from flows.understanding.phrases.phrases import Phrases
from flows.understanding.phrases.sayings import Sayings
from knowledge import yaml_file
from knowledge.content import Content
from knowledge.english import english
from knowledge.text import normal


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of words.yaml: commands, answers, and what the reader knows of English."""

    commands: dict[str, list[str]]
    yes: list[str]
    no: list[str]
    unsure: list[str]
    ok: list[str]
    illness: list[str]
    merges: dict[str, list[str]]
    spellings: dict[str, str]
    irregular: dict[str, str]
    unstemmed: list[str]
    optional: list[str]
    light: list[str]
    fillers: list[str]
    chatter: list[str]
    heat: dict[str, list[str]]
    small_words: dict[str, list[str]]


class Lexicon:
    """The words.

    Attributes:
        forms: brings words to their forms.
        phrases: the phrases of all findings, of what is normal, and of danger.
        sayings: what only sounds like one of these.
        commands: a whole text and the command it is.
        answers: a whole text and the answer it is.
        heat: a whole text and the answer it is where heat is asked about.
        illness: words for the illness itself.
        small_words: by language, the words that show it.
        known_words: words that are no misspelt names.
        languages: finds signs in other languages than English.
        strangers: finds the names that nobody knows.
        sign_stems: stems of the words of signs.
    """

    def __init__(self, content: Content) -> None:
        """Read words.yaml, and take the phrases from the content."""
        words = convert(yaml_file.read(Path(__file__).with_name("words.yaml")), Words)
        english()  # read now, not while someone waits
        table = content.phrases
        self.strangers = Strangers((*words.light, *words.small_words["en"]), words.fillers, words.chatter)
        self.commands = {normal(word) or word: name for name, many in words.commands.items() for word in many}
        self.answers = {
            normal(word) or word: name for name in ("ok", "unsure", "no", "yes") for word in getattr(words, name)
        }
        self.heat = {word: option for option, many in words.heat.items() for word in many}
        self.illness = frozenset(words.illness)
        self.small_words = {code: frozenset(many) for code, many in words.small_words.items()}
        self.forms = Forms(
            words.merges,
            words.spellings,
            words.irregular,
            table.words,
            words.light,
            words.unstemmed,
            content.names.exact,
        )
        rows = [(phrase, ident) for ident, one in table.said() for phrase in (*one.phrases, *one.patterns)]
        self.sign_stems = frozenset(
            self.forms.stem(form)
            for phrase, _ in rows
            if " " not in phrase
            for form in self.forms.formed(phrase.strip("{}").replace("|", " "))
            if form not in words.light and form != "up"
        )
        rows += [(phrase, NORMAL + ident) for row in table.normal for phrase in row.phrases for ident in row.findings]
        rows += [
            (phrase, f"{ALARM}{number}") for number, row in enumerate(content.danger_words) for phrase in row.phrases
        ]
        self.phrases = Phrases(self.forms, frozenset(words.optional), rows)
        table_of_sayings, red_flags = content.sayings, content.graded["red_flag"]
        self.sayings = Sayings(table_of_sayings.sayings, table_of_sayings.things, self.forms, red_flags)
        self.forms.settle()
        self.languages = OtherLanguages(table.languages, frozenset(red_flags))
        self.graver = {(mild, grave) for grave, milder in table.graver.items() for mild in milder}
        self.known_words = frozenset(
            {
                *self.forms.vocabulary,
                *words.fillers,
                *words.illness,
                *self.languages.words,
                *(word for many in words.small_words.values() for word in many),
            }
        )

    def foreign(self, code: str) -> frozenset[str]:
        """The small words of a language that is not English: "e" is no drug in Italian."""
        return frozenset() if code == "en" else self.small_words.get(code, frozenset())
