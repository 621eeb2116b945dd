"""What is taken together, as a few letters that fit a link or a button."""

import base64
import hashlib
from collections.abc import Iterable, Mapping

MARK = "mix_"
_EACH = 4  # letters for one substance
_MOST = 8  # substances: a button holds 64 bytes with the talk's number


def write(ids: Iterable[str]) -> str:
    """The letters for substance and class ids; they stay the same when content is added."""
    return MARK + "".join(map(_short, list(dict.fromkeys(ids))[:_MOST]))


def index(ids: Iterable[str]) -> Mapping[str, str]:
    """The id behind each four letters."""
    return {_short(ident): ident for ident in ids}


def read(letters: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The ids behind the letters; what is not known is left out."""
    body = letters.removeprefix(MARK)
    parts = [body[at : at + _EACH] for at in range(0, min(len(body), _MOST * _EACH), _EACH)]
    return tuple(dict.fromkeys(known[part] for part in parts if part in known))


def _short(ident: str) -> str:
    return base64.urlsafe_b64encode(hashlib.blake2s(ident.encode(), digest_size=3).digest()).decode("ascii")
