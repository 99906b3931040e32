"""What a therapist writes becomes a pack; what is wrong is told all at once, and how to mend it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packs import SMALL, reading
from support.words import SENTENCES

from companion.catalog.check import check
from companion.catalog.files import shipped
from companion.catalog.language import Language
from companion.catalog.packs.lines import line_of, lines_of
from companion.catalog.packs.shelf import PackFiles
from companion.domain.pack import Length, Pack, Unit
from companion.domain.path import Form, Place, StepKind
from companion.services.homework_sentences import Look, consent, length_says, problem_lines

WORDS = Language("en")
CATALOG = Path(__file__).parents[2] / "companion" / "catalog"


def pack(text: str = SMALL) -> Pack:
    found = reading(text)
    assert found.problems == ()
    assert found.pack is not None
    return found.pack


def test_a_pack_is_what_was_written() -> None:
    found = pack()
    assert (found.id, found.title, found.author) == ("windows", "Windows", "A. Therapist")
    assert found.length == Length(2, Unit.WEEKS)
    first, second = found.tasks
    assert (first.when, first.then, first.tiny) == (
        "the kettle is on",
        "look out until it boils",
        "Look up once.",
    )
    assert (second.id, second.tiny) == ("open-it", "")


def test_its_path_has_the_frame_around_it_and_a_name_no_path_of_companions_has() -> None:
    (path,) = pack().paths
    assert path.id == "windows_view"
    own = [step for step in path.steps if not step.framing]
    assert [step.kind for step in own] == [StepKind.TEXT, StepKind.CHOICE, StepKind.RATING]
    assert path.steps[0].id == "arrive"
    assert path.steps[-1].kind is StepKind.CLOSE
    assert path.forms == (Form.SHORT, Form.FULL)
    assert not path.chosen_freely
    assert [one.label for one in own[1].options] == ["soft", "hard"]


def test_an_answer_stays_here_unless_the_pack_says_the_drawer() -> None:
    text = SMALL.replace('id = "saw"\n', 'id = "saw"\nplace = "unsaid"\nsection = "about-us"\n')
    step = pack(text).paths[0].step("saw")
    assert step is not None
    assert step.place is Place.UNSAID
    assert {one.place for one in pack().paths[0].steps} == {Place.HERE}


def test_words_without_groups_are_companions_own() -> None:
    words = '\n[[paths.steps]]\nid = "word"\nkind = "words"\nprompt = "Which word is near?"\n'
    step = pack(SMALL + words).paths[0].step("word")
    assert step is not None
    assert {"bright", "heavy"} <= {group.id for group in step.groups}
    assert "no word" in step.outside


def test_a_step_looks_back_within_its_pack_or_to_one_of_companions_own() -> None:
    back = '\n[[paths.steps]]\nid = "{id}"\nkind = "look-back"\nprompt = "You wrote this."\n'
    own = back.format(id="a") + 'look_back = { path = "view", steps = ["saw"] }\n'
    other = back.format(id="b") + 'look_back = { path = "echo", steps = ["stayed"] }\n'
    steps = {step.id: step.look_back for step in pack(SMALL + own + other).paths[0].steps}
    assert steps["a"] is not None
    assert steps["b"] is not None
    assert (steps["a"].path_id, steps["b"].path_id) == ("windows_view", "echo")
    wrong = back.format(id="c") + 'look_back = { path = "../echo", steps = ["stayed"] }\n'
    assert [one.code for one in reading(SMALL + wrong).problems] == ["nowhere"]


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (None, "For as long as it is of use."),
        (Length(1, Unit.WEEKS), "For about a week."),
        (Length(4, Unit.WEEKS), "For about four weeks."),
        (Length(1, Unit.SESSIONS), "Until the next session."),
        (Length(12, Unit.SESSIONS), "For the next twelve sessions."),
    ],
)
def test_how_long_it_is_meant_for_is_said_in_words(length: Length | None, said: str) -> None:
    assert length_says(WORDS, length) == said


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = (
        SMALL.replace('title = "Windows"', "title = “Windows”")
        .replace("weeks = 2", "week = 2")
        .replace("To rest your eyes", "Why not rest your eyes")
        .replace('kind = "rating"', 'kind = "scale"')
        .replace("How far could you see?", "How 2 could you see?")
    )
    found = [(one.line, one.code) for one in reading(text).problems]
    assert found == [
        (2, "curly"),
        (6, "unknown-near"),
        (11, "why"),
        (41, "unknown-value"),
        (42, "digit"),
    ]


def test_several_broken_lines_are_all_told() -> None:
    text = SMALL.replace('author = "A. Therapist"', "author = A. Therapist").replace(
        'tiny = "Look up once."', 'tiny "Look up once."'
    )
    found = [(one.line, one.code) for one in reading(text).problems]
    assert found == [(3, "value"), (14, "equals")]


def test_a_problem_names_file_line_key_and_what_to_write() -> None:
    text = SMALL.replace("weeks = 2", "weeks = 20")
    (line,) = problem_lines(WORDS, "w.toml", reading(text))
    assert line == "w.toml, line 6, weeks: 12 is the most. Write a smaller number."
    text = SMALL.replace("Look up once.", "You should look up once.")
    (line,) = problem_lines(WORDS, "w.toml", reading(text))
    assert line.startswith("w.toml, line 14, tasks.1.tiny: “you should” tells people what to do.")


def test_there_is_a_sentence_for_every_code() -> None:
    code = re.compile(
        r'(?:Slip\([^"]*"[^"]*"|Slip\([a-z]+|PackProblem\([^"]*""|wrong\([^,"]*(?:"[^"]*")?[^,"]*'
        r'|add\([^,]+), "([a-z-]+)"'
    )
    said = {key for key in SENTENCES if key.startswith("homework_check.problem.")}
    files = [*(CATALOG / "packs").glob("*.py"), CATALOG / "structure.py", CATALOG / "lint.py"]
    found = {one for file in files for one in code.findall(file.read_text(encoding="utf-8"))}
    kinds = {"why", "jargon", "gendered", "praise", "advice", "promise", "leading"}
    assert len(found) > 30
    assert {f"homework_check.problem.{one}" for one in found | kinds} <= said


def test_all_that_it_asks_is_said_before_anything_starts() -> None:
    lines = consent(WORDS, pack(), "Thursdays")
    text = "\n".join(line.text for line in lines)
    for part in (
        "Windows",
        "A. Therapist",
        "To look outside",
        "about two weeks",
        "name what moves",
    ):
        assert part in text
    for part in ("Tiny: Look up once.", "A view, 3 minutes", "Nobody is told", "Thursdays"):
        assert part in text
    assert lines[0] == (Look.TITLE, "Windows")


def test_what_was_added_stays_whole_though_a_later_version_forbids_more() -> None:
    text = SMALL.replace("To rest", "You must rest").replace('"view"', '"echo"')
    assert reading(text).pack is None
    kept = PackFiles().read_kept(text).pack
    assert kept is not None
    assert kept.paths[0].id == "windows_echo"
    assert PackFiles().read_kept(SMALL.replace("weeks = 2", "weeks = 99")).pack is None
    assert PackFiles().read_kept(SMALL.replace("A view", "A \x1b view")).pack is None


# What companion ships with


@pytest.mark.parametrize("name", PackFiles().shipped())
def test_a_shipped_pack_has_tasks_a_path_and_says_where_it_is_from(name: str) -> None:
    found = PackFiles().read_shipped(name)
    assert found.problems == ()
    assert found.pack is not None
    assert found.pack.id == name
    assert found.pack.tasks
    assert found.pack.paths
    assert found.pack.length is not None
    assert found.pack.author
    assert found.pack.licence
    assert found.pack.reviewed_on is not None
    assert all(task.tiny and task.then for task in found.pack.tasks)


def test_four_packs_are_shipped_from_the_beginning_to_the_end() -> None:
    order = ("first-weeks", "week-of-feelings", "after-a-bump", "before-we-part")
    assert PackFiles().shipped() == order


def test_the_file_to_fill_in_is_in_order_as_it_comes() -> None:
    assert pack(PackFiles().to_fill_in()).author == "Your name"


def test_a_shipped_pack_is_checked_with_the_rest_of_the_content(content: Path) -> None:
    folder = content / "en" / "packs"
    folder.mkdir()
    (folder / "windows.toml").write_text(SMALL.replace("weeks = 2", "weeks = 99"), "utf-8")
    (folder / "doors.toml").write_text(SMALL, "utf-8")
    (folder / "windows-too.toml").write_text(SMALL.replace("What did", "Why did"), "utf-8")
    found = {(one.file, one.key, one.text) for one in check(content)}
    assert ("en/packs/windows.toml", "line 6, weeks", "too-much") in found
    assert ("en/packs/doors.toml", "id", "not the file's name") in found
    assert any(file == "en/packs/windows-too.toml" and text == "why" for file, _, text in found)


def test_the_content_companion_ships_with_is_in_order() -> None:
    assert check(shipped()) == []


# Where a key stands

KEYS = st.lists(st.sampled_from(["a", "b-c", "d_e", "f1"]), unique=True, min_size=1, max_size=4)
VALUES = st.sampled_from(
    [
        '"x"',
        '"x # y = [["',
        "'it'",
        '"""a\n[[b]]\n"""',
        "'''a\nb = 1\n'''",
        "[\n1,\n2\n]",
        "{ x = 1, y = [2, 3] }",
        "2026-11-26",
        '"\\"q\\" = 1"',
        "[{ a = 1 }, { b = 2 }]",
    ]
)


@given(st.lists(st.tuples(KEYS, st.lists(VALUES, min_size=4, max_size=4)), max_size=5))
def test_each_key_is_found_on_its_line(blocks: list[tuple[list[str], list[str]]]) -> None:
    text, wanted = "# a remark with [brackets]\n", {}
    for number, (names, values) in enumerate(blocks):
        text += "\n[[block]]  # one more\n"
        for name, value in zip(names, values, strict=False):
            wanted["block", number, name] = text.count("\n") + 1
            text += f"{name} = {value} # {name} = 1\n"
    tomllib.loads(text)
    lines = lines_of(text)
    assert {keys: lines[keys] for keys in wanted} == wanted


def test_a_key_that_is_not_there_is_told_where_it_would_stand() -> None:
    lines = lines_of(SMALL)
    assert line_of(lines, ("tasks", 1, "tiny")) == line_of(lines, ("tasks", 1)) == 16
    assert line_of(lines, ("gone",)) == 0


def test_the_example_in_the_documentation_is_in_order() -> None:
    text = (shipped() / "README.md").read_text(encoding="utf-8")
    example = text[text.index('id = "evenings"') :].partition("```")[0]
    assert pack(example).title == "Evenings"
