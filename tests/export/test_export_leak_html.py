"""A page in HTML can leak in more places than its letters; each of them is looked at."""

from __future__ import annotations

import pytest
from support.cases import FULL, WRITER
from support.leaks import leaks

HIDDEN = FULL.candidates[-1]
SHEET = WRITER.render(FULL.page, "html")
BODY, END = "<body>\n", "</main>"
LEAKY = {
    "a comment": (BODY, f"{BODY}<!-- (3 more) -->"),
    "a comment in the head": ("<style>", "<!-- 3 --><style>"),
    "a comment in the style": ("</style>", f"/* {HIDDEN.answer_id} */</style>"),
    "a word that the style adds": ("</style>", "p::after { content: 'kept' }</style>"),
    "the title of the file": ("<title>A page for a session", "<title>From Ada L."),
    "what made it": ("<style>", '<meta name="generator" content="companion 1"><style>'),
    "when it was made": ("<style>", '<meta name="date" content="2026-03-09"><style>'),
    "a tooltip": ("<section>", f'<section title="{HIDDEN.text}">'),
    "an id": ("<section>", f'<section id="{HIDDEN.answer_id}">'),
    "data": ("<section>", '<section data-more="3">'),
    "a style of its own": ("<section>", '<section style="order: 3">'),
    "another class": ("<section>", '<section class="of-three">'),
    "a class that says how many": ("<section>", '<section class="leads leads leads">'),
    "what is said of a drawing": ('aria-label="How open', 'aria-label="On Monday: How open'),
    "what is said of a section": ("<section>", '<section aria-label="3 more">'),
    "a title in a drawing": ("<circle", "<title>23:47</title><circle"),
    "a dot of no colour": ("<circle", '<circle cx="1" cy="1" r="0"/><circle'),
    "a drawing without dots": ("<figure>", "<figure></figure><figure>"),
    "an empty line": (END, f"<p></p>{END}"),
    "an empty line of a list": ("<ul>", "<ul><li> </li>"),
    "an empty section": (END, f"<section></section>{END}"),
    "a line that is not shown": (END, f"<p hidden>3</p>{END}"),
    "blanks in another element": (END, f"<span> </span>{END}"),
    "something to press": (END, f"<button>3</button>{END}"),
    "something to fetch": ("<style>", '<link rel="icon" href="https://a.example/3"><style>'),
    "a picture": (END, f'<img alt="3" src="data:,3">{END}'),
    "a script": (END, f"<script>3</script>{END}"),
    "a letter behind the end": ("</html>\n", "</html>\n3"),
    "another language": ('<html lang="en">', '<html lang="de">'),
}


def found(sheet: str) -> list[str]:
    return leaks(sheet, "html", FULL.expected(), FULL.secrets())


def test_the_page_as_it_is_tells_nothing() -> None:
    assert found(SHEET) == []


@pytest.mark.parametrize("where", LEAKY)
def test_a_leak_is_caught_wherever_it_is(where: str) -> None:
    before, after = LEAKY[where]
    assert before in SHEET
    assert found(SHEET.replace(before, after, 1)) != []
