"""What /log does: a diary that only who wants one has, read for danger like everything that is typed."""

from flows.diary import DAY, DAYS, LONGEST, Diary, Entry, as_csv
from flows.inputs import SOS, Choose, Command, Input
from flows.reply import Attachment, Button, Message, Reply
from flows.session import Session
from flows.talk import Talk

LOG = "log"
CHECK = "check"  # the button that opens the triage talk
SHOWN = 20  # entries of a list
_MINUTE, _HOUR = 60.0, 3600.0
_EXPORT, _DELETE, _UNDO, _DELETE_YES = "export", "delete", "undo", "delete_yes"


def concerns(given: Input) -> bool:
    """Whether an input is for the diary."""
    match given:
        case Command(name="log"):
            return True
        case Choose(node="log", option=option):
            return option != CHECK
    return False


class Diaries:
    """Answers what concerns diaries; pure, a diary goes in and comes out; None is no diary."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def step(self, diary: Diary | None, given: Input, now: float, language: str = "en") -> tuple[Diary | None, Reply]:
        """The next diary and the reply."""
        diary = diary.kept(now) if diary else None
        match given:
            case Choose(option=days) if days.isdecimal() and int(days) in DAYS:
                return self._begun(diary, int(days))
            case Command(argument=words) if (text := words.strip()) and text.lower() not in {_EXPORT, _DELETE}:
                return self._written(diary, text[:LONGEST], now, language)
            case _ if diary is None:
                return None, self._said("offer", days=True)
            case Choose(option="export") | Command(argument="export"):
                return diary, self._exported(diary, "csv")
            case Choose(option="picture") if diary.entries:
                return diary, self._exported(diary, "diary")
            case Choose(option="delete") | Command(argument="delete"):
                return diary, self._said("delete_ask", _DELETE_YES)
            case Choose(option="delete_yes"):
                return None, self._said("deleted")
            case Choose(option="undo") if diary.entries:
                return Diary(diary.entries[:-1], diary.days), self._said("undone")
        return diary, self._listed(diary, now)

    def _begun(self, diary: Diary | None, days: int) -> tuple[Diary, Reply]:
        diary = Diary(diary.entries if diary else (), days)
        return diary, self._said("begun", _DELETE, count=days)

    def _written(self, diary: Diary | None, text: str, now: float, language: str) -> tuple[Diary | None, Reply]:
        """Note it, and look at it as at everything that is typed: danger is answered though nothing is kept."""
        said = self._talk.reader.read(text)
        signs = tuple(one.id for one in said.signs if one.status == "present")
        alarm = said.self_harm or ", ".join(dict.fromkeys(one.said for one in said.danger))
        messages = [self._alarm(alarm, language)] if alarm else []
        if diary is None:
            return None, Reply((*messages, *self._said("offer", days=True).messages))
        entry = Entry(now, text, tuple(one.said for one in said.taken), signs)
        if signs and not alarm:
            known = self._talk.content.findings
            names = ", ".join(known[one].short for one in signs if one in known)
            messages.append(
                Message(self._words("signs", signs=names), ((self._button(CHECK),), (self._sos,)), stays=True)
            )
        noted = self._said("noted", _UNDO, text=text).messages
        return diary.with_entry(entry), Reply((*messages, *noted) if alarm else (*noted, *messages))

    def _alarm(self, words: str, language: str) -> Message:
        session = Session(language=language)
        text = self._words(
            "alarm",
            words=words[:60],
            number=self._talk.calls.numbers(session).emergency,
            html_crisis=self._talk.calls.crisis_text(session),
        )
        return Message(text, ((self._sos,), (self._button(CHECK),)), stays=True, urgent=True)

    def _listed(self, diary: Diary, now: float) -> Reply:
        if not diary.entries:
            return self._said("empty", _DELETE, days=True, count=diary.days)
        lines = [self._words("line", ago=self._ago(now - one.at), text=one.text) for one in diary.entries[-SHOWN:]]
        left = len(diary.entries) - len(lines)
        if left:
            lines.insert(0, self._words("older", count=left))
        text = self._words("list", html_lines="\n".join(lines), count=diary.days)
        rows = (
            (self._button(_EXPORT), self._button("picture")),
            (self._button(_UNDO),),
            self._days(),
            (self._button(_DELETE), self._sos),
        )
        return Reply((Message(_fitting(text, lines), rows, stays=True),))

    def _exported(self, diary: Diary, kind: str) -> Reply:
        table = as_csv(diary, (self._words(f"column_{name}") for name in ("at", "text", "taken", "signs")))
        attachment = Attachment(kind, name="diary", text=table, instead=self._words("not_exported"))
        return Reply((Message(self._words(f"exported_{kind}"), stays=True, attachment=attachment),))

    def _said(self, key: str, *options: str, days: bool = False, **values: object) -> Reply:
        rows = [self._days()] if days else []
        rows += [(self._button(option),) for option in options]
        rows.append((self._sos,))
        return Reply((Message(self._words(key, **values), tuple(rows), stays=True),))

    def _ago(self, seconds: float) -> str:
        """How long ago, which needs no time zone: nobody tells us theirs."""
        for least, size, unit in ((2, DAY, "days"), (1, _HOUR, "hours"), (1, _MINUTE, "minutes")):
            if seconds >= least * size:
                return self._words(f"ago_{unit}", count=int(seconds // size))
        return self._words("ago_now")

    def _days(self) -> tuple[Button, ...]:
        return tuple(Button(self._words("days", count=days), Choose(0, "do", LOG, str(days)).data) for days in DAYS)

    def _button(self, option: str) -> Button:
        return Button(self._words(option), Choose(0, "do", LOG, option).data)

    def _words(self, key: str, **values: object) -> str:
        return self._talk.words.say(f"log.{key}", "you", **values)

    @property
    def _sos(self) -> Button:
        """Help, on every message that speaks of signs."""
        return Button(self._talk.words.say("buttons.sos"), SOS.data, style="danger")


def _fitting(text: str, lines: list[str]) -> str:
    """The list with its oldest lines left out until Telegram takes it."""
    while len(text.encode("utf-16-le")) // 2 > 3800 and len(lines) > 1:  # noqa: PLR2004  of 4,096
        text = text.replace(f"{lines.pop(0)}\n", "", 1)
    return text
