"""Logs for operators: key=value lines without what people wrote, ids of chats, the token or the text of errors."""

import logging
import sys
from types import TracebackType
from typing import TextIO

OURS = "bot"
_Raised = tuple[type[BaseException], BaseException, TracebackType | None]


def place_of(error: BaseException) -> str:
    """An error as a log may show it: its type, and the line of code it came from."""
    trace = error.__traceback__
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{'/'.join(code.co_filename.split('/')[-3:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}@{place or '?'}"


class Plain(logging.Formatter):
    """Writes what we log; of what libraries log only that they did, for they may quote what passes through them."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        ours = record.name.split(".")[0] == OURS
        what = record.getMessage() if ours else f"event=library_said library={record.name.split('.')[0]}"
        error = record.exc_info[1] if record.exc_info else None
        raised = f" error={place_of(error)}" if error else ""
        return f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S')} {record.levelname.lower()} {what}{raised}"


def set_up(level: str, stream: TextIO | None = None) -> None:
    """Log to standard error; libraries only when they warn; a crash without its values."""
    lines = logging.StreamHandler(stream or sys.stderr)
    lines.setFormatter(Plain())
    logging.basicConfig(handlers=[lines], level=logging.WARNING, force=True)
    logging.getLogger(OURS).setLevel(level)
    sys.excepthook = _crash


def _crash(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    logging.getLogger(OURS).critical("event=crash error=%s", place_of(error))
