"""Short texts about taking something that do not name it: it was taken, more of it was, may it be, it was not."""

import re

_TOOK_MORE = re.compile(
    r"\b(?:took|taken|had|did(?!\s+(?:i|you|he|she|we|they))|done|ate|drank|popped|dosed|smoked|snorted|swallowed)\b(?:\s+[\w.,]+){0,4}?"
    r"\s+(?:more|another|again|extra|seconds|too much)\b|\bre-?dosed\b|"
    r"\bmore\s+(?:\w+\s+)?(?:i|he|she|they|we)\s+(?:took|had|ate|drank)\b"
)
_TOOK = re.compile(r"\b(?:took|taken|ate|drank|popped|dosed|smoked|snorted|swallowed|injected)\b")
_ASKED = re.compile(
    r"^(?:(?:so|but|and|ok|hey|hi|please)\s+)?"
    r"(?:can|could|should|may|shall|will|would|is|are|does|do|what|which|how|why|when\s+(?:can|should|may))\b|"
    r"\b(?:can|could|should|may)\s+(?:i|he|she|we|they)\b|\b(?:want|wanna|planning|thinking\s+of)\b"
)
# "is it bad that i took more" says that it was taken; "if i took more" does not
_SUPPOSED = re.compile(
    r"\b(?:if|unless|wish)\s+(?:i|he|she|we|they|you)\b|\b(?:should|could|would)\s+(?:\w+\s+)?have\b"
)
# "i dont know how much more i took" denies nothing
_DENIED = re.compile(
    r"\b(?:not|never|no|nothing|without|(?:did|have|has|had|do|does|was)n'?t)\s+(?!know\b|remember\b|think\b|sure\b)(?:\w+\s+){0,3}?"
    r"(?:more|another|again|any|take|took|taken|had|have|eat|eaten|(?:pill|tablet|capsule|med|medicine|medication)s?)\b"
)
_MAY_I = re.compile(
    r"\b(?:can|could|should|may|shall|is\s+it|ok(?:ay)?\s+to|safe\s+to|when|how\s+much|how\s+many)\b[^.!?]{0,40}?"
    r"\b(?:more|another|again|re-?dose|next\s+dose|can\s+i\s+take|can\s+i\s+have)\b"
)


def took_more(text: str) -> bool:
    """Whether it says that more was taken, whatever it was: "i took more", "redosed"; asked or denied it is not."""
    return bool(_TOOK_MORE.search(text)) and not _is_not_so(text)


def says_taken(text: str) -> bool:
    """Whether it says that something was taken."""
    return bool(_TOOK.search(text)) and not _is_not_so(text)


def is_asked_or_denied(text: str) -> bool:
    """Whether a text asks, plans or denies that something was taken."""
    return bool(_ASKED.search(text)) or _is_not_so(text)


def asks_for_more(text: str) -> bool:
    """Whether it asks to take more: "can i take more", "is it ok to redose", "how much can i take"."""
    return bool(_MAY_I.search(text))


def _is_not_so(text: str) -> bool:
    return bool(_DENIED.search(text) or _SUPPOSED.search(text))
