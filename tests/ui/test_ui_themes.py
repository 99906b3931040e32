"""Colours: every pair that words may have holds WCAG 2 AA."""

from __future__ import annotations

import pytest
from textual.color import Color

from companion.ui.themes import DUSK_COLOURS, PAPER_COLOURS, WORDS_ON, own_themes

AA = 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = Color.parse(colour).rgb
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    (name, ground, word)
    for name, colours in (("dusk", DUSK_COLOURS), ("paper", PAPER_COLOURS))
    for ground, words in WORDS_ON.items()
    for word in words
    if colours
]


@pytest.mark.parametrize(("name", "ground", "word"), PAIRS)
def test_words_can_be_read_on_their_ground(name: str, ground: str, word: str) -> None:
    colours = {"dusk": DUSK_COLOURS, "paper": PAPER_COLOURS}[name]
    assert contrast(colours[ground], colours[word]) >= AA


def test_the_measure_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_there_are_three_sets_of_colours() -> None:
    assert [theme.name for theme in own_themes()] == ["dusk", "paper", "terminal"]
