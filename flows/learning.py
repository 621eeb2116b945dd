"""Pages for reading at leisure: /learn, its sources, and the home checks one can try."""

import html

from flows.inputs import Choose
from flows.reply import Attachment, Button, Message
from flows.session import Session
from knowledge.content import Content
from knowledge.schema.findings import Count
from knowledge.wording import Wording

PAGE, SOURCES, CHECK = "learn", "learn_sources", "learn_check"
NODES = frozenset({PAGE, SOURCES, CHECK})
INDEX, CHECKS = "index", "checks"
Rows = list[tuple[Button, ...]]


class Learning:
    """Draws the pages with the words of one locale; its buttons work for ever, since they carry no talk."""

    def __init__(self, content: Content, words: Wording) -> None:
        """Keep what is needed to draw."""
        self._content, self._words = content, words

    def has(self, node: str, option: str) -> bool:
        """Whether there is such a page."""
        if node == CHECK:
            return option in self._content.home_checks
        return option in self._content.learn or (node == PAGE and option in {INDEX, CHECKS})

    def screen(self, node: str, option: str, session: Session) -> tuple[str, Rows]:
        """The text and the buttons of a page."""
        if node == CHECK:
            return self._check(option, session)
        if node == SOURCES:
            return self._sources(option)
        if option in self._content.learn:
            return self._page(option)
        return self._checks() if option == CHECKS else self._index()

    def picture(self, check: str) -> Message:
        """The picture of a home check, as a message above it; without it the words are enough."""
        title = self._content.home_checks[check].title
        return Message(_escaped(title), stays=True, attachment=Attachment("picture", check))

    def _index(self) -> tuple[str, Rows]:
        buttons = [self._button(PAGE, ident, page.label) for ident, page in self._content.learn.items()]
        buttons.append(self._button(PAGE, CHECKS, self._words.say("learn.checks_label")))
        return self._words.say("learn.index"), _two_a_row(buttons)

    def _page(self, ident: str) -> tuple[str, Rows]:
        page = self._content.learn[ident]
        order = [*self._content.learn, INDEX]
        following = order[order.index(ident) + 1]
        label = self._content.learn[following].label if following in self._content.learn else ""
        rows: Rows = [(self._button(SOURCES, ident, self._words.say("buttons.sources")), self._all())]
        if label:
            rows.insert(0, (self._button(PAGE, following, self._words.say("learn.following", label=label)),))
        return f"<b>{_escaped(page.title)}</b>\n\n{_escaped(page.text)}", rows

    def _sources(self, ident: str) -> tuple[str, Rows]:
        page = self._content.learn[ident]
        lines = [self._words.say("learn.sources", title=page.title)]
        for name in page.sources:
            source = self._content.sources[name]
            where = f"doi.org/{source.doi}" if source.doi else source.url or ""
            cite = self._words.say("learn.source", cite=source.cite or source.title, status=source.status, where=where)
            lines.append(cite.strip())
        lines.append(self._words.say("outcomes.unsigned"))
        return "\n".join(lines), [(self._button(PAGE, ident, page.label), self._all())]

    def _checks(self) -> tuple[str, Rows]:
        checks = self._content.home_checks.items()
        buttons = [self._button(CHECK, ident, check.title) for ident, check in checks]
        return self._words.say("learn.checks"), [*_two_a_row(buttons), (self._all(),)]

    def _check(self, ident: str, session: Session) -> tuple[str, Rows]:
        check = self._content.home_checks[ident]
        steps = check.you if session.subject == "you" else check.them
        text = self._words.say("questions.check", title=check.title, steps=steps)
        rows: Rows = [(self._button(PAGE, CHECKS, self._words.say("learn.checks_label")), self._all())]
        if check.count:
            rows.insert(0, (timer(ident, check.count, self._words),))
        return text, rows

    def _all(self) -> Button:
        return self._button(PAGE, INDEX, self._words.say("learn.all"))

    def _button(self, node: str, option: str, label: str) -> Button:
        return Button(label, Choose(0, "pick", node, option).data)


def timers(content: Content, words: Wording) -> tuple[Button, ...]:
    """The buttons that start the clock of each count."""
    checks = content.home_checks.items()
    return tuple(timer(ident, check.count, words) for ident, check in checks if check.count)


def timer(check: str, count: Count, words: Wording) -> Button:
    """The button that starts the clock of a count; it works for ever."""
    return Button(words.say("count.start", label=count.label), Choose(0, "do", "count", check).data)


def _two_a_row(buttons: list[Button]) -> Rows:
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
