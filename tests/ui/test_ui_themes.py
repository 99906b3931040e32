"""Colours: every pair that words may have can be read, in 256 colours too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from support.real import CheapBuilder
from support.time import FixedClock
from textual.color import Color

from companion.domain.preferences import DUSK, THEMES
from companion.ui.app import CompanionApp
from companion.ui.themes import (
    DUSK_256,
    DUSK_COLOURS,
    HIGH_CONTRAST_COLOURS,
    PAPER_256,
    PAPER_COLOURS,
    WORDS_ON,
    own_themes,
)

if TYPE_CHECKING:
    from pathlib import Path

AA, AAA = 4.5, 7.0
SEEN = 3.0  # WCAG 2.1, 1.4.11: what is no text and has to be seen
SETS = {
    "dusk": (DUSK_COLOURS, AA),
    "dusk in 256": (DUSK_256, AA),
    "paper": (PAPER_COLOURS, AA),
    "paper in 256": (PAPER_256, AA),
    "high contrast": (HIGH_CONTRAST_COLOURS, AAA),
}
IN_256 = ("dusk in 256", "paper in 256", "high contrast")

Rgb = tuple[int, int, int]


def luminance(colour: Rgb) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def contrast(one: Rgb, other: Rgb) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: Rgb) -> Rgb:
    """What a terminal with 256 colours is sent for it."""
    red, green, blue = RichColor.from_rgb(*colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return red, green, blue


def grounds(colours: dict[str, str], name: str) -> list[Rgb]:
    """A ground as it is drawn; one that lets another shine through, over both there are."""
    found = Color.parse(colours[name])
    below = [Color.parse(colours[one]) for one in ("background", "raised")]
    return [found.rgb] if found.a == 1 else [(one + found).rgb for one in below]


def word(colours: dict[str, str], name: str) -> Rgb:
    return Color.parse(colours[name]).rgb


PAIRS = [(name, on, one) for name in SETS for on, words in WORDS_ON.items() for one in words]


@pytest.mark.parametrize(("name", "ground", "one"), PAIRS)
def test_words_can_be_read_on_their_ground(name: str, ground: str, one: str) -> None:
    colours, least = SETS[name]
    for on in grounds(colours, ground):
        assert contrast(on, word(colours, one)) >= least


@pytest.mark.parametrize(("name", "ground", "one"), [pair for pair in PAIRS if pair[0] in IN_256])
def test_they_can_be_read_where_a_terminal_has_256_colours(
    name: str, ground: str, one: str
) -> None:
    colours, least = SETS[name]
    for on in grounds(colours, ground):
        assert contrast(nearest(on), nearest(word(colours, one))) >= least


@pytest.mark.parametrize("name", IN_256)
def test_what_is_meant_for_256_colours_is_drawn_as_it_is_meant(name: str) -> None:
    for colour in SETS[name][0].values():
        rgb = Color.parse(colour).rgb
        assert max(abs(a - b) for a, b in zip(nearest(rgb), rgb, strict=True)) <= 10, colour


@pytest.mark.parametrize("name", SETS)
def test_what_has_the_focus_is_seen_beside_what_has_not(name: str) -> None:
    colours, _ = SETS[name]
    for around in ("background", "raised"):
        assert contrast(word(colours, "warm"), word(colours, around)) >= SEEN


def test_the_lines_of_the_high_contrast_are_seen() -> None:
    colours = HIGH_CONTRAST_COLOURS
    assert contrast(word(colours, "line"), word(colours, "background")) >= SEEN


def test_the_measures_are_right() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert nearest((255, 0, 0)) == (255, 0, 0)
    assert nearest((236, 229, 214)) == (255, 215, 215)


@pytest.mark.parametrize("few", [False, True])
def test_there_are_four_sets_of_colours(*, few: bool) -> None:
    assert tuple(theme.name for theme in own_themes(few=few)) == THEMES


TERMINALS = {
    "Terminal.app": ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, DUSK_256),
    "most others": ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, DUSK_COLOURS),
}


@pytest.mark.parametrize("terminal", TERMINALS)
def test_a_terminal_gets_the_colours_that_it_has(
    terminal: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said, colours = TERMINALS[terminal]
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    app = CompanionApp(CheapBuilder(FixedClock(), str(tmp_path / "n")).house)
    assert app.available_themes[DUSK].background == colours["background"]
