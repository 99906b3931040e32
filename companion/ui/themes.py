"""Four sets of colours: dusk, paper, high contrast, and the terminal's own.

Words are coloured only with the names in `WORDS_ON`; every pair is held to the
contrast of WCAG 2 AA (4.5) by a test, in the high contrast to AAA (7), and so is what
is left of it where a terminal has 256 colours.
"""

from __future__ import annotations

from textual.theme import Theme

from companion.domain.preferences import DUSK, HIGH_CONTRAST, PAPER, TERMINAL

WORDS_ON = {
    "background": ("foreground", "quiet", "warm", "cool", "fresh"),
    "raised": ("foreground", "quiet", "warm", "cool"),
    "warm": ("on-warm",),
    "cool": ("on-cool",),
    "hover": ("foreground",),
    "selected": ("foreground",),
}
"""Which colours words may have on which ground."""


def _theme(name: str, *, dark: bool, colours: dict[str, str]) -> Theme:
    own = {key: colours[key] for key in _OWN}
    return Theme(
        name=name,
        dark=dark,
        primary=colours["cool"],
        secondary=colours["fresh"],
        accent=colours["warm"],
        warning=colours["warm"],
        error=colours["warm"],
        success=colours["fresh"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["background"],
        panel=colours["raised"],
        boost=colours["raised"],
        variables=own | _textual(colours),
    )


def _textual(colours: dict[str, str]) -> dict[str, str]:
    """Textual's own names for the colours of its widgets."""
    return {
        "border": colours["line"],
        "border-blurred": colours["line"],
        "block-cursor-foreground": colours["on-cool"],
        "block-cursor-background": colours["cool"],
        "block-cursor-blurred-foreground": colours["foreground"],
        "block-cursor-blurred-background": colours["raised"],
        "block-hover-background": colours["raised"],
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": colours["selected"],
        "screen-selection-background": colours["selected"],
        "scrollbar": colours["line"],
        "scrollbar-hover": colours["quiet"],
        "scrollbar-active": colours["quiet"],
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "scrollbar-corner-color": colours["background"],
        "button-foreground": colours["foreground"],
        "button-focus-text-style": "bold",
        "footer-background": colours["background"],
    }


_OWN = ("quiet", "warm", "cool", "fresh", "line", "hover", "raised", "on-warm", "on-cool")

DUSK_COLOURS = {
    "background": "#16191d",
    "foreground": "#e8e6dc",
    "quiet": "#9c9f99",
    "warm": "#e9c9a0",
    "cool": "#8fb8cb",
    "fresh": "#9cc49b",
    "line": "#384247",
    "hover": "#384247",
    "selected": "#8fb8cb59",
    "raised": "#1d2228",
    "on-warm": "#16191d",
    "on-cool": "#16191d",
}
"""Evening: ink-blue ground, warm lamp light."""

PAPER_COLOURS = {
    "background": "#f6f1e6",
    "foreground": "#25231f",
    "quiet": "#67645c",
    "warm": "#86491b",
    "cool": "#2b5c75",
    "fresh": "#38663b",
    "line": "#b9c0ba",
    "hover": "#b9c0ba",
    "selected": "#2b5c7559",
    "raised": "#ece5d6",
    "on-warm": "#f9f5ec",
    "on-cool": "#f9f5ec",
}
"""Morning: paper, brown ink."""

HIGH_CONTRAST_COLOURS = {
    "background": "#000000",
    "foreground": "#ffffff",
    "quiet": "#d0d0d0",
    "warm": "#ffd75f",
    "cool": "#87d7ff",
    "fresh": "#87ff87",
    "line": "#8a8a8a",
    "hover": "#444444",
    "selected": "#005f87",
    "raised": "#262626",
    "on-warm": "#000000",
    "on-cool": "#000000",
}
"""Black and white, and colours that every terminal with 256 of them has."""

DUSK_256 = {
    "background": "#121212",
    "foreground": "#e4e4e4",
    "quiet": "#9e9e9e",
    "warm": "#d7af87",
    "cool": "#87afd7",
    "fresh": "#87af87",
    "line": "#3a3a3a",
    "hover": "#3a3a3a",
    "selected": "#5f5f5f",
    "raised": "#262626",
    "on-warm": "#121212",
    "on-cool": "#121212",
}
"""The evening, in colours that a terminal with 256 of them has."""

PAPER_256 = {
    "background": "#eeeeee",
    "foreground": "#262626",
    "quiet": "#585858",
    "warm": "#875f00",
    "cool": "#005f87",
    "fresh": "#005f00",
    "line": "#b2b2b2",
    "hover": "#c6c6c6",
    "selected": "#afd7d7",
    "raised": "#ffffff",
    "on-warm": "#ffffff",
    "on-cool": "#ffffff",
}
"""The morning, in such colours. The nearest to those of `PAPER_COLOURS` would be pink."""

TERMINAL_COLOURS = {
    "quiet": "ansi_default",
    "warm": "ansi_yellow",
    "cool": "ansi_cyan",
    "fresh": "ansi_green",
    "line": "ansi_bright_black",
    "hover": "ansi_bright_black",
    "raised": "ansi_default",
    "on-warm": "ansi_black",
    "on-cool": "ansi_black",
}
"""Whatever the person's terminal makes of its own names."""


def own_themes(*, few: bool = False) -> tuple[Theme, ...]:
    """The themes, in the order they are offered.

    Args:
        few: Whether the terminal has no more than 256 colours.
    """
    return (
        _theme(DUSK, dark=True, colours=DUSK_256 if few else DUSK_COLOURS),
        _theme(PAPER, dark=False, colours=PAPER_256 if few else PAPER_COLOURS),
        _theme(HIGH_CONTRAST, dark=True, colours=HIGH_CONTRAST_COLOURS),
        Theme(
            name=TERMINAL,
            ansi=True,
            dark=True,
            primary="ansi_cyan",
            secondary="ansi_green",
            accent="ansi_yellow",
            warning="ansi_yellow",
            error="ansi_yellow",
            success="ansi_green",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            variables={
                **TERMINAL_COLOURS,
                "ansi-background": "ansi_default",
                "ansi-foreground": "ansi_default",
                "block-cursor-foreground": "ansi_black",
                "block-cursor-background": "ansi_cyan",
                "block-cursor-blurred-foreground": "ansi_default",
                "block-cursor-blurred-background": "ansi_default",
                "input-cursor-background": "ansi_default",
                "input-cursor-foreground": "ansi_default",
                "input-cursor-text-style": "reverse",
            },
        ),
    )
