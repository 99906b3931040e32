"""Every claim of the guide that a machine can hold: commands, keys, names, numbers, links."""

from __future__ import annotations

import io
import re
import shlex
import tomllib
from typing import TYPE_CHECKING

import pytest
from guide_words import (
    FOR_PATIENTS,
    GUIDE,
    PAGES,
    ROOT,
    commands,
    named,
    of,
    said,
    sentences,
    typed,
)

from companion.catalog.files import shipped
from companion.catalog.guide import ORDER, PROGRAM, Guide
from companion.catalog.language import Language
from companion.catalog.lint import check_prompt, rules
from companion.catalog.readability import flesch_kincaid
from companion.catalog.shelf import Bookshelf
from companion.cli.parser import UsageError, parse
from companion.domain.guide_text import BlockKind, title
from companion.domain.page import CAPS, PAGE_WORDS, Section
from companion.domain.preferences import Preferences
from companion.domain.rhythm import ECHO_DAYS, READY_BEFORE, RECALL_AFTER_DAYS
from companion.domain.text import word_count
from companion.ui.keys import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = Language("en")

LINK = re.compile(r"`[^`]+`|\[([^\]]+)\]\(([^)]*)\)")

# Lines of files that begin like a command.
OF_FILES = frozenset(
    {"companion backup 1 <SHA-256 of everything after this line>", "companion header mac 1"}
)

KEYS: dict[str, dict[str, str]] = {
    "first-week": {
        "s": "home.sessions paths.short",
        "a": "sessions.add",
        "n": "home.note",
        "ctrl+n": "note.keep",
        "r": "home.reflect",
        "o": "home.rhythm",
        "f2": "reflect.place note.place",
        "ctrl+o": "reflect.let_go note.let_go",
        "escape": "screen.back",
        "f4": "app.keys",
        "ctrl+p": "app.palette",
        "ctrl+l": "app.lock",
        "ctrl+g": "app.help_now",
    },
    "when-it-hurts": {
        "ctrl+g": "app.help_now",
        "escape": "reflect.pause",
        "ctrl+l": "app.lock",
        "r": "home.reflect",
        "a": "home.agreement",
    },
    "page": {"p": "home.page"},
    "privacy": {"ctrl+l": "app.lock", ",": "home.settings", "f": "home.exported"},
    "your-words": {"p": "home.page", "b": "home.book", "k": "home.keeping"},
    "ending": {
        "r": "home.reflect",
        "k": "home.keeping",
        "v": "home.journeys",
        "c": "journeys.close",
        "h": "page.handover",
    },
    "therapist": {},
    "agreement": {"a": "home.agreement"},
    "guess-my-number": {},
    "security": {"ctrl+l": "app.lock"},
    "speed": {},
    "licences": {},
    "changes": {},
    "contributing": {},
}
# Every key that a page names, and what it does there; more than one where the page says both.

_TEXTUAL = {",": "comma"}
_KEY = re.compile(r"[a-z,]|f\d{1,2}|ctrl\+[a-z]|escape")


def understood(line: str) -> bool:
    """Whether the command line takes it."""
    try:
        parse(shlex.split(line)[1:], WORDS.say, io.StringIO())
    except UsageError:
        return False
    return True


@pytest.mark.parametrize("topic", PAGES)
def test_every_command_that_is_named_can_be_typed(topic: str) -> None:
    unknown = [one for one in commands(topic) if one not in OF_FILES and not understood(one)]
    assert unknown == []


def test_a_command_that_does_not_exist_would_be_found() -> None:
    assert understood("companion export --format markdown -o my-words")
    assert not understood("companion exports")
    assert not understood("companion export --format papyrus -o my-words")
    assert not understood("companion guide therapist --ink FILE")


@pytest.mark.parametrize("topic", PAGES)
def test_every_key_that_is_named_does_what_the_page_says(topic: str) -> None:
    pressed = {one for one in typed(topic) if _KEY.fullmatch(one)}
    assert pressed == set(KEYS[topic])
    keys = {action.id: action.keys.split(",") for action in ACTIONS}
    for key, actions in KEYS[topic].items():
        for action in actions.split():
            assert _TEXTUAL.get(key, key) in keys[action], (key, action)


@pytest.mark.parametrize("topic", PAGES)
def test_what_is_said_to_be_on_home_is_there(topic: str) -> None:
    keys = {key for action in ACTIONS if action.area == "home" for key in action.keys.split(",")}
    there = re.findall(r"`([^`]+)`\s+on\s+home", GUIDE.page(topic))
    assert [key for key in there if _TEXTUAL.get(key, key) not in keys] == []


@pytest.mark.parametrize("topic", PAGES)
def test_everything_that_is_called_by_name_is_called_so_on_the_screen(topic: str) -> None:
    assert {one for one in named(topic) if one.casefold() not in ON_SCREEN} == set()


def test_a_name_that_nothing_has_would_be_found() -> None:
    assert "what stayed" in ON_SCREEN
    assert "what was left" not in ON_SCREEN
    assert {name for topic in PAGES for name in named(topic)} >= {"Still there", "As a sheet"}


def links(text: str) -> list[tuple[str, str]]:
    """The links of a page, over the ends of lines too: their words, and where each leads."""
    return [found for found in LINK.findall(" ".join(text.split())) if any(found)]


@pytest.mark.parametrize("topic", PAGES)
def test_every_link_leads_to_a_page_and_is_called_as_that_page_is(topic: str) -> None:
    for words, to in links(GUIDE.page(topic)):
        assert to.removesuffix(".md") in PAGES
        assert words == title(of(to.removesuffix(".md")))


def test_the_readme_leads_to_pages_that_are_there() -> None:
    found = links((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found
    assert [to for _, to in found if not (ROOT / to).exists()] == []


def test_the_pages_stand_in_the_order_they_are_needed_and_none_is_left_over() -> None:
    assert GUIDE.topics() == list(ORDER)
    assert ORDER[0] == "first-week"
    assert ORDER[-1] == PROGRAM


def test_a_page_that_a_language_lacks_is_the_english_one_and_says_so(tmp_path: Path) -> None:
    for code, topic in (("en", "rain"), ("en", "privacy"), ("xx", "privacy")):
        file = tmp_path / code / "guide" / f"{topic}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {topic} in {code}\n", encoding="utf-8")
    guide = Guide("xx", tmp_path)
    assert guide.topics() == ["privacy", PROGRAM, "rain"]
    assert (guide.page("privacy"), guide.language("privacy")) == ("# privacy in xx\n", "xx")
    assert (guide.page("rain"), guide.language("rain")) == ("# rain in en\n", "en")


@pytest.mark.parametrize("topic", GUIDE.topics())
def test_what_a_page_is_about_fits_beside_its_title(topic: str) -> None:
    assert 0 < len(WORDS.say(f"guide.{topic}")) <= 41
    name = WORDS.say(f"guide_room.{PROGRAM}") if topic == PROGRAM else title(of(topic))
    assert 0 < len(name) <= 26


@pytest.mark.parametrize("topic", FOR_PATIENTS)
def test_a_page_for_patients_is_short_and_plain(topic: str) -> None:
    text = " ".join(f"{said(block).rstrip('.:')}." for block in of(topic))
    assert flesch_kincaid(text) <= 5
    assert word_count(text) <= 600
    prose = [said(block) for block in of(topic) if block.kind is BlockKind.PROSE]
    assert [one for one in prose if flesch_kincaid(one) > 7] == []


@pytest.mark.parametrize("topic", [*FOR_PATIENTS, "agreement", "guess-my-number"])
def test_no_page_for_patients_advises_praises_promises_or_uses_jargon(topic: str) -> None:
    rule = rules(shipped(), "en")
    wrong = [(one, fault) for one in sentences(topic) for fault in check_prompt(one, rule)]
    assert [(one, fault) for one, fault in wrong if not fault.startswith("reading")] == []


def test_the_rhythm_is_the_one_that_is_kept() -> None:
    text = " ".join(said(block) for block in of("first-week"))
    paths = {path.title: path.minutes for path in Bookshelf("en").paths()}
    spoken = {"What stayed": "Three", "Still there": "One", "Before I go in": "Four"}
    numbers = {"One": 1, "Three": 3, "Four": 4}
    for name, word in spoken.items():
        assert re.search(rf"{name} .*?{word} minutes?", text)
        assert paths[name] == numbers[word]
    free = {path.minutes for path in Bookshelf("en").paths() if path.chosen_freely}
    assert free == {4, 5}
    assert 12 <= sum(numbers[word] for word in spoken.values()) + max(free) <= 15
    assert (ECHO_DAYS, RECALL_AFTER_DAYS, READY_BEFORE.total_seconds() / 3600) == (1, 3, 36)


def test_it_locks_by_itself_after_the_ten_minutes_that_are_said() -> None:
    assert any("ten minutes" in one for one in sentences("privacy"))
    assert Preferences().lock_after == 10


def test_the_intended_use_stands_in_the_leaflet_as_on_the_first_screen() -> None:
    first = WORDS.say("welcome.what")
    leaflet = " ".join(said(block) for block in of("therapist"))
    assert "companion is a private notebook with guided questions" in leaflet
    for part in (
        "collect",
        "choose what to bring to",
        "does not assess, diagnose, treat or monitor",
    ):
        assert part in first
        assert part in " ".join(leaflet.split())


def example() -> Iterator[tuple[str, str]]:
    """The lines of the page in the leaflet: heading, and what stands below it."""
    found = of("therapist")
    for at, block in enumerate(found):
        if block.kind is BlockKind.TERM:
            yield said(block), said(found[at + 1])


def test_the_page_in_the_leaflet_is_one_that_companion_prints() -> None:
    (header, chosen), *lines = example()
    day = "Thursday 12 March 2026"
    assert header == WORDS.say("print.header.named_dated", name="A.", day=day)
    assert chosen == WORDS.say("print.header.chosen")
    sections = {WORDS.say(f"print.session.{one}"): one for one in Section}
    assert [sections[heading] for heading, _ in lines] == sorted(
        (sections[heading] for heading, _ in lines), key=list(Section).index
    )
    for heading, text in lines:
        words, _, mode = text.partition(" (")
        assert word_count(words) <= CAPS[sections[heading]].words
        assert not mode or mode.removesuffix(")") in {
            WORDS.say(f"print.mode.{one}") for one in ("discuss", "just-know", "please-ask")
        }
    assert sum(word_count(text) for _, text in lines) <= PAGE_WORDS
    assert WORDS.say("print.footer") in [said(block) for block in of("therapist")]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip().removesuffix(".").casefold()
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)


ON_SCREEN = frozenset(
    text
    for folder in ("ui", "paths")
    for file in (shipped() / "en" / folder).iterdir()
    if file.name.endswith(".toml")
    for text in _strings(tomllib.loads(file.read_text(encoding="utf-8")))
)
