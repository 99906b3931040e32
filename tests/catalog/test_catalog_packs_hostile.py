"""A pack comes from anywhere: what is hostile or mistaken is refused, each thing by its line."""

from __future__ import annotations

import time
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packs import SMALL, reading

from companion.catalog.files import shipped
from companion.catalog.language import Language
from companion.catalog.packs.limits import MOST_BYTES, MOST_PROBLEMS
from companion.catalog.packs.reader import read_pack
from companion.catalog.packs.shelf import PackFiles
from companion.domain.pack_errors import PackUnreadError
from companion.domain.text import clean
from companion.services.homework_sentences import consent, problem_lines

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.pack import PackReading

WORDS = Language("en")
TITLE, WHAT, STEP = 'title = "Windows"', 'what = "Look out', 'id = "saw"'


def line_with(text: str, words: str) -> int:
    """The line on which some words stand."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def planted(old: str, new: str) -> str:
    """The small pack with one thing changed."""
    assert old in SMALL, old
    return SMALL.replace(old, new, 1)


def told(found: PackReading) -> set[tuple[int, str]]:
    """The lines, and what is wrong on each."""
    return {(one.line, one.code) for one in found.problems}


def test_the_small_pack_has_no_problem() -> None:
    assert reading().problems == ()
    assert reading().pack is not None


HOSTILE = [
    # What is no text, or hides something in it.
    (TITLE, 'title = "Win\x07dows"', "Win", "control"),
    (TITLE, 'title = "Win\u202edows"', "Win", "control"),
    (TITLE, 'title = "Win\\u202edows"', "Win", "control"),
    (TITLE, 'title = "Win\\u001b]0;x\\u0007dows"', "Win", "control"),
    (TITLE, 'title = "Windows"  # \x9b31m', "Windows", "control"),
    (TITLE, 'title = "See www.example.org"', "www", "link"),
    (WHAT, 'what = "See https://example.org now. Look out', "https", "link"),
    # TOML that would keep a reader busy.
    ("weeks = 2", "weeks = " + "9" * 5000, "weeks", "huge"),
    ("weeks = 2", "weeks = " + "[" * 3000, "weeks", "deep"),
    ("weeks = 2", "weeks = " + "{a=" * 300, "weeks", "deep"),
    ("weeks = 2", "a." * 9000 + "a = 1", "a.a", "deep"),
    ("weeks = 2", '"a".' * 9000 + '"a" = 1', '"a"', "deep"),
    ("[[tasks]]", "[" + "a." * 9000 + "a]", "a.a", "deep"),
    # Values that are none.
    ("weeks = 2", "weeks = nan", "weeks", "no-number"),
    ("weeks = 2", "weeks = inf", "weeks", "no-number"),
    ("weeks = 2", "weeks = -inf", "weeks", "no-number"),
    ("weeks = 2", "weeks = 2.0", "weeks", "no-number"),
    ("weeks = 2", "weeks = -3", "weeks", "no-number"),
    ("weeks = 2", "weeks = 0", "weeks", "no-number"),
    ("weeks = 2", "weeks = true", "weeks", "no-number"),
    ("weeks = 2", 'weeks = "2"', "weeks", "no-number"),
    ("weeks = 2", "weeks = 2026-11-26", "weeks", "no-number"),
    ("weeks = 2", "weeks = 99", "weeks", "too-much"),
    ("weeks = 2", "weeks = 2\nsessions = 2", "sessions", "both-lengths"),
    ("weeks = 2", "reviewed_on = 2026-11-26T10:00:00Z", "reviewed", "no-day"),
    ("weeks = 2", "reviewed_on = 2026-99-99", "reviewed", "left-over"),
    (TITLE, "title = 3", "title", "no-text"),
    (TITLE, 'title = ["Windows"]', "title", "no-text"),
    (TITLE, 'title = { a = "b" }', "title", "no-text"),
    (TITLE, 'title = "   "', "title", "empty"),
    (TITLE, f'title = "{"w" * 81}"', "title", "too-long"),
    ("[[tasks]]", "[tasks]", "[[tasks]]", "twice-here"),
    # Names that reach somewhere else.
    ('id = "windows"', 'id = "../../windows"', "../", "id"),
    ('id = "windows"', 'id = "/etc/passwd"', "/etc", "id"),
    ('id = "windows"', 'id = "windows.view"', "windows.view", "id"),
    ('id = "windows"', 'id = "C:\\\\windows"', "C:", "id"),
    ('id = "windows"', 'id = "Windows"', 'id = "W', "id"),
    ('id = "windows"', f'id = "{"w" * 31}"', "www", "id"),
    ('id = "windows"', 'id = "echo"', "echo", "taken"),
    ('id = "view"', 'id = "trust"', "trust", "taken"),
    ('id = "view"', 'id = "task"', '"task"', "taken"),
    (STEP, 'id = "arrive"', "arrive", "frame-id"),
    (STEP, 'id = "../saw"', "../saw", "id"),
    ('id = "open-it"', 'id = "one-window"', "[[paths]]", None),
    # Steps that would do more than ask.
    ('kind = "choice"', 'kind = "close"', "close", "frame"),
    ('kind = "choice"', 'kind = "script"', "script", "unknown-value"),
    (STEP, STEP + "\nalways = true", "always", "frame"),
    (STEP, STEP + '\nplace = "parked"', "parked", "parked"),
    (STEP, STEP + '\npage = "Never"', "Never", "page-never"),
    (STEP, STEP + '\npage = "never"\nsection = "talk"', "section", "never-and-section"),
    (STEP, STEP + '\npgae = "never"', "pgae", "unknown-near"),
    (STEP, STEP + "\nform = true", "form = ", "unknown"),
    (STEP, STEP + '\nrung_of = "room"', "rung_of", "out-of-place"),
    ('kind = "choice"', 'kind = "choice"\nrung_of = "saw"', "rung_of", "rung"),
    (STEP, STEP + '\nnear = "room"', "near", "out-of-place"),
    (STEP, STEP + "\nlook_back = { path = 'echo', steps = [] }", "look_back", "out-of-place"),
    (
        'kind = "choice"',
        'kind = "look-back"\nlook_back = { path = "echo" }',
        "look_",
        "no-look-back",
    ),
    (
        STEP,
        STEP + '\nasked_if = { any = [{ step = "room", at_least = 2 }] }',
        "asked_if",
        "no-earlier",
    ),
    (STEP, STEP + "\nasked_if = {}", "asked_if", "condition"),
    (
        STEP,
        STEP + '\nlook_back = { path = "echo", steps = ["stayed"] }',
        "look_back",
        "out-of-place",
    ),
    ("minutes = 3", "minutes = 11", "minutes", "minutes"),
    ("minutes = 3", "minutes = 3\nchosen_freely = true", "chosen_freely", "unknown"),
    ("minutes = 3", "minutes = 3\norder = 0", "order", "unknown"),
    ('language = "en"', 'language = "xx"', "xx", "language"),
    ('language = "en"', 'language = "../en"', "../en", "language"),
    ('author = "A. Therapist"', "", None, "missing"),
    ('then = "look out until it boils"', "", "kettle", "half-a-plan"),
    # Words that break a rule.
    ("To rest your eyes", "Why do you rest your eyes", "Why do", "why"),
    ("To rest your eyes", "To rest your eyes, you should know,", "you should", "advice"),
    ("To rest your eyes", "To process your eyes", "To process", "jargon"),
    ("To rest your eyes", "She rests your eyes", "She rests", "gendered"),
    ("To rest your eyes", "Well done. To rest your eyes", "Well done", "praise"),
    ("To rest your eyes", "It gets better: rest your eyes", "It gets", "promise"),
    ("What did you see", "How bad did you see", "How bad", "leading"),
    ("What did you see", "What 2 things did you see", "What 2", "digit"),
    ("What did you see out there?", "What did you see out there!", "there!", "loud"),
    ("What did you see", "What " + "and so " * 15 + "did you see", "and so", "long"),
    ("A view", "Incomprehensible interdisciplinary considerations regarding", "Incomp", "grade"),
    ('label = "soft"', 'label = "why"', "label", "why"),
    ('low = "to the pane"', 'low = "why"', '"why"', "why"),
]


@pytest.mark.parametrize(("old", "new", "at", "code"), HOSTILE)
def test_a_hostile_or_mistaken_pack_is_refused_by_line(
    old: str, new: str, at: str | None, code: str | None
) -> None:
    text = planted(old, new)
    found = reading(text)
    assert found.pack is None
    if code is not None:
        line = line_with(text, at) if at is not None else 0
        assert (line, code) in told(found)
    assert all(problem_lines(WORDS, "it.toml", found))


def test_what_is_there_twice_is_told_where_it_is_the_second_time() -> None:
    text = planted('id = "open-it"', 'id = "one-window"')
    second = text.rindex('id = "one-window"')
    assert told(reading(text)) == {(text.count("\n", 0, second) + 1, "twice")}


def test_bytes_that_are_no_text_are_told_by_line() -> None:
    broken = SMALL.encode().replace(b"A. Therapist", b"\xff\xfe")
    assert told(read_pack(broken, shipped())) == {(3, "not-text")}
    wide = SMALL.encode("utf-16")
    assert {code for _, code in told(read_pack(wide, shipped()))} == {"not-text"}
    assert told(read_pack(b"\0" * 100, shipped())) == {(1, "control")}


def test_a_mark_at_the_beginning_and_other_line_ends_are_no_matter() -> None:
    windows = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert read_pack(windows, shipped()).pack == reading().pack


def test_a_file_too_large_is_refused_unread() -> None:
    found = read_pack(b"#" * (MOST_BYTES + 1), shipped())
    assert told(found) == {(0, "too-big")}
    assert read_pack(b"#" * MOST_BYTES, shipped()).problems


@pytest.mark.parametrize(
    ("block", "times", "code"),
    [
        ('[[tasks]]\nid = "t"\nwhat = "Look."\nfor = "To look."\n', 20, "too-many"),
        ('[[paths]]\nid = "p"\ntitle = "A"\nabout = "B."\nminutes = 1\n', 10, "too-many"),
        ('[[paths.steps]]\nid = "s"\nkind = "text"\nprompt = "What?"\n', 20, "too-many"),
    ],
)
def test_there_is_a_limit_to_how_much_a_pack_asks(block: str, times: int, code: str) -> None:
    assert code in {code for _, code in told(reading(SMALL + block * times))}


def test_ten_thousand_slips_are_told_as_a_few() -> None:
    many = "\n".join(f"{'k' * 3}{chr(97 + n % 26)}{chr(97 + n // 26)} = {n}" for n in range(600))
    found = reading(many + "\n" + SMALL)
    assert 0 < len(found.problems) <= MOST_PROBLEMS


BOMBS = [
    ("a." * 15 + "a = 1\n") * 2000,
    "x = [" + "{}," * 20000 + "]\n",
    "x = [" + "[]," * 20000 + "]\n",
    "".join(f"[[t{n}]]\n" for n in range(7000)),
    'x = """' + "\\\n" * 30000,
    "x = '" + "'''" * 20000,
    '"' * 65000,
    "[" * 65000,
    ".".join("a" * 30000),
    "#" + "[" * 65000,
    "x=1_" + "0_" * 30000,
    "x" * 65000,
    "=\n" * 30000,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda one: one[:8])
def test_a_bomb_is_refused_in_no_time(bomb: str) -> None:
    before = time.process_time()
    assert reading(bomb[:MOST_BYTES]).pack is None
    assert time.process_time() - before < 2


def test_only_a_file_is_read(tmp_path: Path) -> None:
    for wrong in (tmp_path, tmp_path / "gone.toml"):
        with pytest.raises(PackUnreadError):
            PackFiles().read_file(wrong)


PIECES = st.sampled_from(
    [
        *SMALL.splitlines(),
        "[[tasks]]",
        "[[paths]]",
        "[[paths.steps]]",
        "[paths.card]",
        "weeks = -1",
        "sessions = 1e9",
        'kind = "look-back"',
        'look_back = { path = "../x", steps = ["a", 1] }',
        "options = [1, {}, { id = 3 }]",
        "groups = [{ id = \"g\", pleasant = 99, energy = 1, words = 'x' }]",
        'asked_if = { all = [{ step = "saw", chosen = "x", by = 3 }] }',
        'title = "[b]bold[/b] {braces} {0} [/"',
        'x = """',
        "'''",
        '"',
        "# \u202e",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60).map("\n".join) | st.text(max_size=400))
def test_whatever_stands_in_it_a_pack_is_whole_or_told(text: str) -> None:
    found = reading(text.encode("utf-8", "replace").decode())
    assert (found.pack is None) == bool(found.problems)
    lines = found.source.split("\n")
    assert all(0 <= one.line <= len(lines) for one in found.problems)
    for line in problem_lines(WORDS, "it.toml", found):
        assert line.startswith("it.toml")
        assert clean(line) == line
    if found.pack is not None:
        assert all(clean(one.text) == one.text for one in consent(WORDS, found.pack))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_told_and_never_raise(data: bytes) -> None:
    assert read_pack(data, shipped()).pack is None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.sampled_from(["", '"', "[", "]", "=", "\n", "\\", "{"]))
def test_a_slip_of_one_key_is_harmless_or_told(at: int, sign: str) -> None:
    text = SMALL[:at] + sign + SMALL[at + 1 :]
    found = reading(text)
    assert (found.pack is None) == bool(found.problems)
    if found.pack is not None:
        assert tomllib.loads(text)
