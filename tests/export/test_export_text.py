"""The page as plain text reads well on every screen and on paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.catalog.language import Language
from companion.domain.page import WITH_MODE, Mode, Page, PageLine, Section
from companion.domain.printing import TEXT_COLUMNS as COLUMNS
from companion.domain.text import cell_width, clean, word_count
from companion.export.writer import FORMS, Writer

DAY = date(2026, 11, 26)
WRITER = Writer(Language("en"))


def page(*lines: PageLine, section: Section = Section.TALK, **more: object) -> Page:
    """A page with one section; without lines, an empty one."""
    sections = ((section, lines),) if lines else ()
    return Page(DAY, sections, **more)  # type: ignore[arg-type]  # passed on


def line(text: str, mode: Mode | None = Mode.DISCUSS) -> PageLine:
    return PageLine(text, mode)


def test_a_whole_page_looks_like_this(writer: Writer) -> None:
    whole = Page(
        DAY,
        (
            (Section.ONE_THING, (line("The letter from my sister.", Mode.PLEASE_ASK),)),
            (
                Section.TALK,
                (
                    line("The walk home after our last session"),
                    line(
                        "That I said yes to the summer job although I had told everyone,"
                        " you included, that I would not.",
                        Mode.JUST_KNOW,
                    ),
                ),
            ),
            (Section.FEELINGS, (line("weary, a little hopeful", None),)),
        ),
        name="A. L.",
    )
    assert (
        writer.render(whole, "text")
        == """\
From A. L., for Thursday 26 November 2026. I chose these lines myself.
It isn't everything and it isn't a record.


If we only get to one thing

- The letter from my sister. (please ask me)


I'd like to talk about

- The walk home after our last session
- That I said yes to the summer job although I had told everyone, you
  included, that I would not. (just so you know)


Feelings, in a few words

- weary, a little hopeful


How will you keep this page?
"""
    )


def test_a_page_without_lines_is_a_real_page_that_says_so(writer: Writer) -> None:
    assert (
        writer.render(page(), "text")
        == """\
For Thursday 26 November 2026.


Nothing on the page this time, and that is fine. We can simply begin.


How will you keep this page?
"""
    )


@pytest.mark.parametrize(
    ("name", "day", "begins"),
    [
        ("", None, "For our next session. I chose"),
        ("", DAY, "For Thursday 26 November 2026. I chose"),
        ("A. L.", None, "From A. L., for our next session. I chose"),
        ("Ada", DAY, "From Ada, for Thursday 26 November 2026. I chose"),
    ],
)
def test_the_header_says_only_what_is_known(
    writer: Writer, name: str, day: date | None, begins: str
) -> None:
    printed = Page(day, ((Section.TALK, (line("a door"),)),), name)
    text = writer.render(printed, "text").replace("\n", " ")
    assert text.startswith(f"{begins} these lines myself. It isn't everything and")


def test_the_header_keeps_to_its_25_words(writer: Writer) -> None:
    header = writer.render(page(line("a door"), name="Ada Lichtenberg"), "text").split("\n\n")[0]
    assert word_count(header) <= 25


def test_the_foot_can_be_left_out(writer: Writer) -> None:
    assert "How will you keep" in writer.render(page(line("a door")), "text")
    assert "How will you keep" not in writer.render(page(line("a door"), footer=False), "text")


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("mode", Mode)
def test_every_mode_is_said_unless_the_heading_says_it(
    writer: Writer, section: Section, mode: Mode
) -> None:
    printed = line("a door", mode if section in WITH_MODE else None)
    (row,) = (
        row
        for row in writer.render(page(printed, section=section), "text").splitlines()
        if row.startswith("- ")
    )
    words = {
        Mode.DISCUSS: " (to talk about)",
        Mode.JUST_KNOW: " (just so you know)",
        Mode.PLEASE_ASK: " (please ask me)",
    }
    said_by_heading = section is Section.TALK and mode is Mode.DISCUSS
    said = section in WITH_MODE and not said_by_heading
    assert row == "- a door" + (words[mode] if said else "")


@pytest.mark.parametrize("form", FORMS)
def test_the_sections_have_a_heading_each_and_keep_their_order(writer: Writer, form: str) -> None:
    whole = Page(DAY, tuple((section, (line(f"x{section}x", None),)) for section in Section))
    text = writer.render(whole, form)
    places = [text.index(f"x{section}x") for section in Section]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "script",
    [
        "word " * 60,
        "longwordwithoutanyend" * 40,
        "今天我很累，不知道要说什么。" * 20,
        "mixed 漢字 and words " * 12,
        "👩‍👩‍👧 🌱 ❤️ " * 30,
        "é" * 200,
        "שלום לך מה שלומך היום " * 10,
        "في كل يوم أفكر في هذا " * 10,
    ],
)
def test_no_line_is_wider_than_the_sheet_in_any_script(writer: Writer, script: str) -> None:
    one = line(" ".join(script.split()), Mode.PLEASE_ASK)
    text = writer.render(page(one, name=script), "text")
    assert max(cell_width(row) for row in text.splitlines()) <= COLUMNS


@given(
    st.lists(st.text("ab 漢é-", min_size=1, max_size=60).filter(str.strip), max_size=4),
    st.integers(20, 90),
)
def test_a_narrower_sheet_has_the_same_words_in_shorter_lines(said: list[str], wide: int) -> None:
    printed = page(*map(line, said))
    narrow, usual = (WRITER.render(printed, "text", columns) for columns in (wide, COLUMNS))
    assert max(map(cell_width, narrow.splitlines())) <= wide
    assert "".join(narrow.split()) == "".join(usual.split())


def test_a_long_line_hangs_below_its_first_word(writer: Writer) -> None:
    rows = writer.render(page(line("letter " * 40)), "text").split("\n\n\n")[1].splitlines()[2:]
    assert len(rows) > 3
    assert rows[0].startswith("- letter")
    assert all(row.startswith("  letter") for row in rows[1:])


@given(st.text(), st.sampled_from(FORMS))
def test_nothing_a_terminal_obeys_is_in_a_file(words: str, form: str) -> None:
    text = WRITER.render(page(line(words), name=words), form)
    obeyed = {chr(c) for c in [*range(32), 127, *range(128, 160)]} - {"\n"}
    assert not obeyed & set(text)
    assert text.encode("utf-8").decode("utf-8") == text


@given(
    st.lists(st.text("ab 漢é́👍-*", min_size=1).filter(str.strip), min_size=1, max_size=3),
    st.sampled_from(FORMS),
)
def test_the_same_page_is_the_same_text(lines: list[str], form: str) -> None:
    printed = page(*(line(one) for one in lines))
    assert WRITER.render(printed, form) == Writer(Language("en")).render(printed, form)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_no_letter_is_lost_by_wrapping(words: str) -> None:
    text = WRITER.render(page(line(words, Mode.DISCUSS), footer=False), "text")
    body = text.split("\n\n\n")[1].partition("\n\n")[2]
    assert "".join(body.removeprefix("- ").split()) == "".join(clean(words).split())


@pytest.mark.parametrize("form", FORMS)
def test_a_file_ends_with_one_line_feed_and_has_no_blank_at_a_line_end(
    writer: Writer, form: str
) -> None:
    text = writer.render(page(line("a door"), line("a key", Mode.JUST_KNOW)), form)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(row == row.rstrip() for row in text.splitlines())


def test_an_unknown_form_is_a_mistake_of_ours(writer: Writer) -> None:
    with pytest.raises(ValueError, match="pdf"):
        writer.render(page(), "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_a_line_without_end_takes_no_time(writer: Writer, form: str) -> None:
    text = writer.render(page(line("漢" * 200_000), line("*_" * 100_000)), form)
    assert len(text.encode("utf-8")) > 800_000
