"""Rules of how things look are parsed once for each set of colours, and mean the same as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, settled
from support.time import FixedClock
from textual.css import stylesheet as textual_stylesheet
from textual.css.errors import UnresolvedVariableError
from textual.css.stylesheet import Stylesheet

from companion.domain.preferences import DUSK, PAPER
from companion.ui import rule_sheet
from companion.ui.app import CompanionApp
from companion.ui.rule_sheet import RuleSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE, OTHER = "Static { color: $ink; }", "Static { width: 3; }"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was parsed, in order; nothing was parsed before."""
    seen: list[str] = []
    real = textual_stylesheet.parse

    def counted(scope: str, css: str, *rest: object, **more: object) -> object:
        seen.append(css)
        return real(scope, css, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(textual_stylesheet, "parse", counted)
    monkeypatch.setattr(rule_sheet, "_PARSED", {})
    return seen


def sheet(ink: str, *rules: str) -> RuleSheet:
    made = RuleSheet(variables={"ink": ink})
    for number, css in enumerate(rules):
        made.add_source(css, read_from=(f"{number}.tcss", ""))
    made.parse()
    return made


def said(one: Stylesheet) -> list[tuple[str, str]]:
    """What the rules of a sheet say, one by one."""
    return [(str(rule.selectors), repr(rule.styles.get_rules())) for rule in one.rules]


def test_what_is_read_ahead_is_not_parsed_again_and_changes_nothing_yet(
    parsed: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "home.tcss"
    file.write_text(OTHER, encoding="utf-8")
    made = sheet("red", ONE)
    made.read_ahead([file])
    assert parsed == [ONE, OTHER]
    assert len(made.rules) == 1
    made.read(file)
    made.parse()
    assert parsed == [ONE, OTHER]
    assert len(made.rules) == 2


def test_a_second_sheet_parses_nothing_the_first_has_parsed(parsed: list[str]) -> None:
    sheet("red", ONE)
    sheet("red", ONE, OTHER)
    assert parsed == [ONE, OTHER]


def test_other_colours_are_parsed_anew(parsed: list[str]) -> None:
    red, blue = sheet("red", ONE), sheet("blue", ONE)
    assert parsed == [ONE, ONE]
    assert red.rules[0].styles.color != blue.rules[0].styles.color


def test_parsing_again_brings_what_is_new(parsed: list[str]) -> None:
    made = sheet("red", ONE)
    made.add_source(OTHER, read_from=("new.tcss", ""))
    made.reparse()
    assert parsed == [ONE, OTHER]
    assert len(made.rules) == 2


def test_a_broken_rule_leaves_the_others_as_they_were() -> None:
    made = sheet("red", ONE)
    made.add_source("Static { color: $nothing-of-that-name; }", read_from=("broken.tcss", ""))
    with pytest.raises(UnresolvedVariableError):
        made.reparse()
    assert [rule.selector_names for rule in made._rules] == [{"Static"}]


async def test_the_app_has_the_very_rules_that_textual_would_parse(tmp_path: Path) -> None:
    house = CheapBuilder(FixedClock(), str(tmp_path / "notebook")).house
    app = CompanionApp(house, house.notebook.set_up(PASSPHRASE))
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "p", "escape", "j", "escape")
        for theme in (PAPER, DUSK):
            app.theme = theme
            await settled(pilot)
            plain = Stylesheet(variables=app.get_css_variables())
            plain.source = dict(app.stylesheet.source)
            plain.parse()
            assert isinstance(app.stylesheet, RuleSheet)
            assert said(app.stylesheet) == said(plain)
