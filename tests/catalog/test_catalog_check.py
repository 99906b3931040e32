"""Each mistake that can be made in the content is told, by file and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from catalog_planting import put

from companion.catalog.check import check
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

RAIN, ITS_WORDS, FRAME = "paths/rain.toml", "en/paths/rain.toml", "paths/frame.toml"
TEXT = 'kind = "text"'
PROMPT = 'prompt = "What did it sound like?"'

BUILT_WRONG = [
    (RAIN, TEXT, 'kind = "song"', "steps.one.kind: song is none of"),
    (RAIN, TEXT, "", "steps.one.kind: missing"),
    (RAIN, 'id = "rain"', 'id = "snow"', "not the file's name"),
    (RAIN, 'id = "one"', 'id = "One"', "One: missing"),
    (RAIN, "minutes = 1", "minutes = 30", "from 1 to 10"),
    (RAIN, "minutes = 1", 'minutes = "1"', "minutes: not a whole number"),
    (RAIN, "minutes = 1", "minutes = true", "minutes: not a whole number"),
    (RAIN, "minutes = 1", "minutes = ", "Invalid value"),
    (RAIN, "version = 1", "version = 1\nheading = 1", "heading: no such key"),
    (RAIN, TEXT, 'kind = "choice"', "no options"),
    (RAIN, TEXT, TEXT + '\noptions = [{ id = "a" }]', "one.options: missing"),
    (RAIN, TEXT, TEXT + "\nseveral = true", "several of what is no choice"),
    (RAIN, TEXT, TEXT + "\nalways = 1", "steps.one.always: neither true nor false"),
    (RAIN, TEXT, 'kind = "words"', "no words"),
    (RAIN, TEXT, 'kind = "look-back"', "looks back to nothing"),
    (
        RAIN,
        TEXT,
        'kind = "look-back"\nlook_back = { path = "gone", steps = ["one"] }',
        "looks back to gone, no path",
    ),
    (
        RAIN,
        TEXT,
        'kind = "look-back"\nlook_back = { path = "rain", steps = ["arrive"] }',
        "looks back to arrive, no answer in words",
    ),
    (RAIN, TEXT, TEXT + '\nnear = "arrive"', "near arrive, no earlier map"),
    (RAIN, TEXT, TEXT + "\n[[steps]]\n" + 'id = "one"\n' + TEXT, "there twice"),
    (FRAME, "always = true", "always = false", "the last step closes, always"),
    (FRAME, 'id = "leave"\nkind = "rating"', 'id = "leave"\nkind = "note"', "rates how steady"),
    (FRAME, 'kind = "rating"', 'kind = "rating"\nshort = true', "before.arrive.short: no such key"),
]

LEAKING = [
    ('pgae = "never"', "steps.one.pgae: no such key"),
    ('page = "Never"', "steps.one.page: only 'never' can be said here"),
    ("page = false", "steps.one.page: not a text"),
    ('page = "never"\nsection = "talk"', "never on the page, and yet in a section"),
    ('section = "tlak"', "steps.one.section: tlak is none of"),
    ('place = "drawer"', "steps.one.place: drawer is none of"),
]

ASKED_WRONG = [
    ('{ any = [{ step = "later", at_most = 1 }] }', "asks about later, no earlier step"),
    ('{ any = [{ step = "one", at_most = 1 }] }', "asks about one, no earlier step"),
    ('{ any = [{ step = "arrive", at_most = 11 }] }', "more than 10"),
    ('{ any = [{ step = "arrive", chosen = "down" }] }', "what such a step never says"),
    ('{ any = [{ step = "arrive", energy_at_least = 9 }] }', "what such a step never says"),
    ('{ any = [{ step = "arrive" }] }', "what such a step never says"),
    ('{ any = [{ step = "arrive", at_least_one = 1 }] }', "no such key"),
    ('{ some = [{ step = "arrive", at_most = 1 }] }', "no such key"),
    ("{ any = [] }", "with a test or more"),
    ("{ }", "with a test or more"),
    ('"arrive"', "steps.one.asked_if: not a table"),
]

WORDED_WRONG = [
    (ITS_WORDS, "[one]", '[gone]\nprompt = "x"\n[one]', "words of no step"),
    (ITS_WORDS, "[one]", '[arrive]\nprompt = "x"\n[one]', "words of no step"),
    (ITS_WORDS, 'help = "A word."', 'hlep = "A word."', "words that nothing asks for"),
    (ITS_WORDS, 'author = "x"\n', "", "author: missing"),
    (ITS_WORDS, "2026-11-23", '"yesterday"', "reviewed_on: not a day"),
    (ITS_WORDS, PROMPT, "", "one.prompt: missing"),
    (ITS_WORDS, PROMPT, 'prompt = " "', "one.prompt: empty"),
    (ITS_WORDS, PROMPT, "prompt = 3", "one.prompt: not a text"),
    (ITS_WORDS, PROMPT, 'prompt = "Why?"', "why: why"),
    ("es/paths/rain.toml", "¿Cómo sonaba?", "¡Cómo sonaba!", "an exclamation mark"),
    ("en/paths/frame.toml", "Saved.", "Saved, and why.", "why: why"),
    ("en/paths/frame.toml", 'text = "Saved."', 'test = "Saved."', "close.options.down.text"),
    ("en/paths/frame.toml", 'licence = "MIT"', "", "licence: missing"),
    ("en/lint.toml", "longest = 30", "", "longest: missing"),
    ("es/ui/a.toml", "hello", "hullo", "English has no such key"),
    ("es/ui/a.toml", "{name}", "{nombre}", "a gap that English does not fill"),
    ("en/ui/a.toml", "{name}", "{name", "a brace that opens or closes nothing"),
    ("en/ui/a.toml", "{name}", "{name.first}", "a gap is named in small letters"),
    ("en/ui/a.toml", "Goodbye", "Goodbye!", "an exclamation mark"),
    ("crisis.toml", '["000"]', "[]", "no emergency number"),
    ("crisis.toml", '"a page"', '"a book"', "fewer than two sources"),
    ("crisis.toml", "555 01", "555 and 01", "555 and 01 can't be dialled"),
    ("crisis.toml", '"ZZ"', '"Zz"', "two capital letters"),
    ("crisis.toml", '"always"', '"often"', "help.hours.often"),
]


def told(content: Path) -> list[str]:
    """What the check says, each problem as one line."""
    return [f"{one.file} {one.key}: {one.text}" for one in check(content)]


def test_small_content_without_mistakes_has_no_problem(content: Path) -> None:
    assert check(content) == []


@pytest.mark.parametrize(("file", "old", "new", "wrong"), BUILT_WRONG + WORDED_WRONG)
def test_a_planted_mistake_is_told(
    content: Path, file: str, old: str, new: str, wrong: str
) -> None:
    put(content, file, old, new)
    assert any(wrong in line for line in told(content)), told(content)


@pytest.mark.parametrize(("line", "wrong"), LEAKING)
def test_a_slip_never_makes_a_private_answer_page_material(
    content: Path, line: str, wrong: str
) -> None:
    put(content, RAIN, TEXT, f"{TEXT}\n{line}")
    assert any(wrong in one for one in told(content)), told(content)
    with pytest.raises(ContentError) as refused:
        Bookshelf("en", content).paths()
    assert refused.value.details["file"] == RAIN


@pytest.mark.parametrize(("condition", "wrong"), ASKED_WRONG)
def test_a_condition_that_could_never_hold_is_told(
    content: Path, condition: str, wrong: str
) -> None:
    put(content, RAIN, TEXT, f"{TEXT}\nasked_if = {condition}")
    assert any(wrong in line for line in told(content)), told(content)


def test_too_many_ratings_are_told_and_a_map_is_one(content: Path) -> None:
    ends = 'low = "a"\nhigh = "b"\n'
    put(content, RAIN, TEXT, 'kind = "map"')
    put(content, ITS_WORDS, PROMPT, PROMPT + '\npleasant = { low = "a", high = "b" }\n'
        'energy = { low = "a", high = "b" }')  # fmt: skip
    for name in ("two", "three"):
        assert not any("ratings" in line for line in told(content))
        with (content / RAIN).open("a", encoding="utf-8") as file:
            file.write(f'[[steps]]\nid = "{name}"\nkind = "rating"\n')
        with (content / ITS_WORDS).open("a", encoding="utf-8") as file:
            file.write(f'[{name}]\nprompt = "How?"\n{ends}')
    assert any("more than 2 ratings" in line for line in told(content))


def test_a_choice_asks_only_about_options_there_are(content: Path) -> None:
    put(content, RAIN, TEXT, 'kind = "choice"\noptions = [{ id = "a" }, { id = "a" }]')
    put(content, ITS_WORDS, PROMPT, PROMPT + '\noptions = { a = "A", b = "B" }')
    with (content / RAIN).open("a", encoding="utf-8") as file:
        file.write(f'[[steps]]\nid = "two"\n{TEXT}\n')
        file.write('asked_if = { any = [{ step = "one", chosen = "c" }] }\n')
    with (content / ITS_WORDS).open("a", encoding="utf-8") as file:
        file.write('[two]\nprompt = "And then?"\n')
    lines = told(content)
    for wrong in (
        "option a there twice",
        "no option c in one",
        "one.options.b: words that nothing",
    ):
        assert any(wrong in line for line in lines), lines


def test_nobody_looks_back_at_what_was_left_unsaid(content: Path) -> None:
    put(content, RAIN, TEXT, TEXT + '\nplace = "unsaid"\n[[steps]]\nid = "two"\n'
        'kind = "look-back"\nlook_back = { path = "rain", steps = ["one"] }')  # fmt: skip
    with (content / ITS_WORDS).open("a", encoding="utf-8") as file:
        file.write('[two]\nprompt = "You wrote this."\n')
    assert any("which is for the drawer" in line for line in told(content))


def test_what_is_wrong_with_the_frame_is_told_once_and_in_its_own_file(content: Path) -> None:
    put(content, "en/paths/frame.toml", "How to end?", "Why end?")
    (content / "paths/snow.toml").write_text(
        (content / RAIN).read_text("utf-8").replace('"rain"', '"snow"'), encoding="utf-8"
    )
    words = (content / ITS_WORDS).read_text("utf-8")
    (content / "en/paths/snow.toml").write_text(words, encoding="utf-8")
    lines = [line for line in told(content) if line.startswith("en/")]
    assert lines == ["en/paths/frame.toml close.prompt: why: why"]


def test_a_path_that_asks_nothing_is_told(content: Path) -> None:
    put(content, RAIN, '[[steps]]\nid = "one"\nkind = "text"\n', "")
    assert any("steps: missing" in line for line in told(content))


def test_a_language_without_wording_rules_is_told(content: Path) -> None:
    (content / "es/lint.toml").unlink()
    assert any(line.startswith("es/lint.toml") for line in told(content))


@pytest.mark.parametrize("text", ["", "x = ", "[a]\n", "a = 1\n", "steps = 1\n", "[[steps]]\n"])
@pytest.mark.parametrize("file", sorted({RAIN, ITS_WORDS, FRAME, "en/lint.toml", "crisis.toml"}))
def test_a_file_that_makes_no_sense_at_all_is_told_and_never_raised(
    content: Path, file: str, text: str
) -> None:
    (content / file).write_text(text, encoding="utf-8")
    assert check(content) != []
