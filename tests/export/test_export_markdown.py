"""In Markdown a person's words stay words, whatever they are made of."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from companion.catalog.language import Language
from companion.domain.page import Mode, Page, PageLine, Section
from companion.domain.text import one_line
from companion.export.markdown import escaped
from companion.export.sheet import printable
from companion.export.writer import Writer

WRITER = Writer(Language("en"))
READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like", {"html": True}),
}
HOSTILE = [
    "# not a heading",
    "- not a list",
    "+ not a list",
    "* not a list",
    "1. not a list",
    "12) not a list",
    "(a) not a list",
    "iv. not a list",
    "> not a quotation",
    "---",
    "***",
    "===",
    "```",
    "~~~",
    "    not code",
    "`not code`",
    "*not* **strong** _not_ __strong__ ~~struck~~ ==marked== ^up^",
    "[not](https://a.example) ![not](x.png) [not][ref] [ref]: https://a.example",
    "<https://a.example> <b>not bold</b> <!-- not hidden --> <script>alert(1)</script>",
    "https://a.example/b?c=d www.a.example a.example ada@a.example mailto:ada@a.example",
    "&amp; &copy; &#35; &nbsp;",
    "a | b | c",
    "| - | - |",
    "- [ ] not a task",
    "[^1] not a footnote",
    "ends with a backslash \\",
    "\\*not escaped\\*",
    "%% not hidden %%",
    "$not math$ @nobody #no-tag :smile: {{ nothing }}",
    ": not a definition",
    "-- not a dash --- ...",
    "!",
    "1.",
    "-",
    "a\tb",
]


def tokens(text: str, reader: str = "gfm") -> list[str]:
    """The kinds of inline token that a text is read as, below all blocks."""
    found = READERS[reader].parse(text)
    return [child.type for one in found for child in one.children or []]


def read(text: str, reader: str = "gfm") -> list[tuple[str, str]]:
    """Each block of text as its innermost container and what a reader sees of it."""
    blocks, container = [], ""
    for token in READERS[reader].parse(text):
        if token.type == "inline":
            blocks.append((container, "".join(child.content for child in token.children or [])))
        elif token.type.endswith("_open") and token.type != "paragraph_open":
            container = token.type.removesuffix("_open")
        elif token.type == "list_item_close":
            container = ""
    return blocks


def page(*texts: str, mode: Mode | None = None, name: str = "") -> Page:
    lines = tuple(PageLine(text, mode) for text in texts)
    return Page(date(2026, 11, 26), ((Section.TALK, lines),), name)


def test_a_whole_page_looks_like_this() -> None:
    lines = (PageLine("It isn't *that*. I know", Mode.DISCUSS), PageLine("1. one", Mode.JUST_KNOW))
    whole = Page(date(2026, 11, 26), ((Section.TALK, lines),), "Ada_L")
    header, rest = WRITER.render(whole, "md").split("\n\n", 1)
    assert header.startswith("From Ada\\_L, for Thursday 26 November 2026. I chose these")
    assert (
        rest
        == """\
## I'd like to talk about

- It isn't \\*that\\*. I know
- 1\\. one (just so you know)

---

How will you keep this page?
"""
    )


def test_a_page_without_lines_says_so() -> None:
    assert WRITER.render(Page(None, (), footer=False), "md") == (
        "For our next session.\n\n"
        "Nothing on the page this time, and that is fine. We can simply begin.\n"
    )


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_letter_by_letter(words: str, reader: str) -> None:
    text = WRITER.render(page(words, "the next line", name=words), "md")
    seen = read(text, reader)
    assert ("list_item", one_line(words)) in seen
    assert ("list_item", "the next line") in seen
    assert f"From {one_line(words)}, for" in seen[0][1]
    assert set(tokens(text, reader)) <= {"text", "text_special"}


@given(st.text(max_size=60))
@example("1.\u00a0x")
@example("\\")
@example("a\u2028b")
def test_any_words_are_shown_letter_by_letter(words: str) -> None:
    kept = printable(words)
    text = WRITER.render(page(words, "the next line"), "md")
    for reader in READERS:
        seen = [shown for container, shown in read(text, reader) if container == "list_item"]
        assert seen == ([kept, "the next line"] if kept.strip() else ["the next line"])
        assert set(tokens(text, reader)) <= {"text", "text_special"}


@given(st.text("*_`[]()<>#+-.!|~&:@$^=\\1aiv \"'%{}/?,;", max_size=40))
def test_any_heap_of_marks_is_shown_letter_by_letter(words: str) -> None:
    kept = one_line(words)
    text = WRITER.render(page(f"x {words}", words, f"{words} x"), "md")
    for reader in READERS:
        seen = [shown for container, shown in read(text, reader) if container == "list_item"]
        assert [
            one for one in (one_line(f"x {words}"), kept, one_line(f"{words} x")) if one
        ] == seen
        assert set(tokens(text, reader)) <= {"text", "text_special"}


@given(st.text(max_size=60))
def test_escaping_only_adds_backslashes(words: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped(words)) == words


@pytest.mark.parametrize(
    "words", ["It isn't that.", "Well-known, at last!", "Why? Because; I said so.", "(quietly)"]
)
def test_plain_words_stay_readable_in_the_file_itself(words: str) -> None:
    assert escaped(words) == words
