"""What something taken is called when we speak of it: as it was typed, or by the label of its button or class."""

from knowledge.content import Content
from knowledge.wording import Wording


def called(said: str, content: Content, words: Wording) -> str:
    """The word for it; `said` is what facts hold (knowledge/facts.py): typed, a class id, or "button:node.option"."""
    place, _, key = said.partition(":")
    if place == "button":
        return words.say(f"buttons.{key.replace('.', '_')}")
    return content.classes[said].label if said in content.classes else said
