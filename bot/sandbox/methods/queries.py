"""Methods that answer taps and inline queries."""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import entities, limits
from bot.sandbox.keyboard import read_keyboard
from bot.sandbox.methods.asked import Asked, LinkPreviewOptions, Method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]


class AnswerCallbackQuery(Asked, frozen=True):
    """What a tap is answered with."""

    callback_query_id: str = ""
    text: str = ""
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


class InputMessage(Asked, frozen=True):
    """What is sent when an inline result is chosen."""

    message_text: str
    parse_mode: str | None = None
    entities: list[Json] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class Article(Asked, frozen=True):
    """An inline result; of Telegram's twenty kinds the sandbox plays this one."""

    type: str
    id: str
    title: str
    input_message_content: InputMessage
    description: str = ""
    url: str | None = None
    reply_markup: Json | None = None
    thumbnail_url: str | None = None
    thumbnail_width: int | None = None
    thumbnail_height: int | None = None


class ResultsButton(Asked, frozen=True):
    """A button above the results that leads to the private chat."""

    text: str
    start_parameter: str = ""


class AnswerInlineQuery(Asked, frozen=True):
    """What an inline query is answered with."""

    inline_query_id: str = ""
    results: tuple[Article, ...] = ()
    cache_time: int = 300
    is_personal: bool = False
    next_offset: str = ""
    button: ResultsButton | None = None


def answer_callback_query(world: World, asked: AnswerCallbackQuery) -> bool:
    """Stop the spinner on the button, and maybe say something above the chat."""
    limits.check_toast(asked.text)
    if asked.url and urlsplit(asked.url).scheme not in {"https", "tg"}:
        raise bad_request("URL_INVALID")
    answer = {"text": asked.text, "show_alert": asked.show_alert, "url": asked.url}
    query = world.queries.answer(asked.callback_query_id, "callback", world.clock(), answer)
    if chat := world.chats.get(query.chat_id):
        kind = "answered" if not asked.text else "alert" if asked.show_alert else "toast"
        chat.tell(kind, by_bot=True, message_id=query.message_id, text=asked.text, to=query.account_id)
    return True


def answer_inline_query(world: World, asked: AnswerInlineQuery) -> bool:
    """Show results above the text field."""
    if len(asked.results) > limits.INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({one.id for one in asked.results}) < len(asked.results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if asked.button and not limits.is_start_payload(asked.button.start_parameter):
        raise bad_request("BUTTON_START_PARAMETER_INVALID")
    answer: Json = {"results": [_result(one) for one in asked.results]}
    if asked.button:
        answer["button"] = {"text": asked.button.text, "start_parameter": asked.button.start_parameter}
    world.queries.answer(asked.inline_query_id, "inline", world.clock(), answer)
    return True


def _result(article: Article) -> Json:
    """A result as the person's app will send it."""
    if article.type != "article":
        raise bad_request(f"the sandbox has no inline results of type {article.type!r}")
    if not 1 <= len(article.id.encode()) <= limits.INLINE_RESULT_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not article.title:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    said = article.input_message_content
    marked = entities.read(said.message_text, said.parse_mode, said.entities)
    limits.check_text(marked.text)
    message: Json = {"text": marked.text}
    if marked.entities:
        message["entities"] = marked.entities
    if keyboard := read_keyboard(article.reply_markup):
        message["reply_markup"] = keyboard
    return {"id": article.id, "title": article.title, "description": article.description, "message": message}


METHODS = {
    "answerCallbackQuery": Method(AnswerCallbackQuery, answer_callback_query),
    "answerInlineQuery": Method(AnswerInlineQuery, answer_inline_query),
}
