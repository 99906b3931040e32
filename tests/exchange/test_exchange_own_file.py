"""One's own people and steps leave the notebook with everything, as a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exchange_samples import read_own_json
from hypothesis import given
from hypothesis import strategies as st
from support.words import ENGLISH

from companion.domain.archive import Archive
from companion.domain.own_help import (
    PEOPLE,
    RULE,
    STEPS,
    OwnStep,
    Person,
    people_to_text,
    steps_to_text,
)
from companion.exchange.as_json import pieces
from companion.exchange.as_markdown import files
from companion.exchange.own_file import OWN, own_file

if TYPE_CHECKING:
    from companion.catalog.language import Language

PERSON = Person("a", "Anna *the* sister", "555 0100")
STEP = OwnStep("s", "What I can do", "walk\n\n# tea")


def archive(*settings: tuple[str, str]) -> Archive:
    return Archive((), settings=settings)


def whole() -> Archive:
    return archive(
        (PEOPLE, people_to_text([PERSON])), (RULE, "Call first"), (STEPS, steps_to_text([STEP]))
    )


def test_without_anything_written_there_is_no_file(words: Language) -> None:
    assert own_file(archive(("page.name", "M.")), words) == ""
    assert dict(files(archive(), lambda moment: moment, words)) == {}


def test_it_holds_people_the_line_and_every_step_under_its_heading(words: Language) -> None:
    text = own_file(whole(), words)
    assert "- Anna \\*the\\* sister: 555 0100" in text
    assert "Call first" in text
    assert text.index("## What I can do") < text.index("walk") < text.index("\\# tea")


def test_it_is_one_of_the_files_of_the_folder(words: Language) -> None:
    assert dict(files(whole(), lambda moment: moment, words)) == {OWN: own_file(whole(), words)}


def test_settings_that_make_no_sense_make_no_file(words: Language) -> None:
    assert own_file(archive((PEOPLE, "{"), (STEPS, "7")), words) == ""


def test_as_json_they_come_back_as_they_went() -> None:
    back = read_own_json("".join(pieces(whole())).encode(), "all.json")
    assert back.settings == whole().settings


@given(st.text())
def test_nothing_in_them_is_ever_a_heading(text: str) -> None:
    kept = archive((STEPS, steps_to_text([OwnStep("s", "One", text)])))
    headings = [row for row in own_file(kept, ENGLISH).splitlines() if row.startswith("#")]
    assert len(headings) == len(["the file's", "the step's"])
