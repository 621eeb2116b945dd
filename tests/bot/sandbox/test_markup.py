"""HTML is read as strictly as Telegram reads it, and a little stricter."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import limits
from bot.sandbox.entities import read
from bot.sandbox.refusals import Refusal


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        (
            "<b>a😀</b> <i>y<u>z</u></i>",
            "a😀 yz",
            [entity("bold", 0, 3), entity("italic", 4, 2), entity("underline", 5, 1)],
        ),
        (" \n<b> hi </b> ", "hi", [entity("bold", 0, 2)]),
        ("&lt;b&gt; &amp;amp; &quot;&#39;&#x1F600;", "<b> &amp; \"'😀", []),
        ('<a href="https://x.org/?a=1&amp;b=2">q</a>', "q", [entity("text_link", 0, 1, url="https://x.org/?a=1&b=2")]),
        ("<pre><code class='language-py'>x</code></pre>", "x", [entity("pre", 0, 1, language="py")]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span><s>y</s>', "xy", [entity("spoiler", 0, 1), entity("strikethrough", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<code>/start</code> /help", "/start /help", [entity("code", 0, 6), entity("bot_command", 7, 5)]),
    ],
)
def test_html_becomes_text_and_entities(html: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert read(html, "HTML", None) == (text, entities)


@pytest.mark.parametrize(
    "html",
    [
        "<b>x", "x</b>", "<b><i>x</b></i>", "<p>x</p>", "x<br>", "1 < 2", "2 > 1", "a & b", "&nbsp;", "&#0;",
        "&#xD800;", "&#9999999;", "<a>x</a>", '<a href="tel:911">x</a>', '<a href="javascript:x">x</a>',
        "<b class='x'>y</b>", "<span>x</span>", "<code><b>x</b></code>", "<pre><b>x</b></pre>", "<!-- x -->", "<b",
        "<blockquote><blockquote>x</blockquote></blockquote>", '<a href="https://x.org/?a&b">x</a>', "<>x</>",
    ],
)  # fmt: skip
def test_doubtful_html_is_refused(html: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities"):
        read(html, "HTML", None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("see https://example.org/a, or www", ["url"]),
        ("mail a.b@example.org!", ["email"]),
        ("ask @some_bot", ["mention"]),
        ("/start@my_bot now", ["bot_command"]),
        ("120/80, and/or, 7/10", []),
        ("#help #1", ["hashtag"]),
        ("+44 20 7946 0000", ["phone_number"]),
    ],
)
def test_telegram_finds_some_things_by_itself(text: str, kinds: list[str]) -> None:
    assert [one["type"] for one in read(text, None, None).entities] == kinds


@given(st.text(alphabet="<>/b iau&;amp=\"'#x0", max_size=40))
def test_any_html_is_read_or_refused(html: str) -> None:
    with contextlib.suppress(Refusal):
        marked = read(html, "HTML", None)
        assert all(
            0 <= one["offset"] < one["offset"] + one["length"] <= limits.length(marked.text) for one in marked.entities
        )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=60))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read(f"<b>{escaped}</b>", "HTML", None).text == text.strip()
