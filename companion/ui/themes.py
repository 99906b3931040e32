"""Three sets of colours: dusk, paper, and the terminal's own.

Words are coloured only with the names in `WORDS_ON`; every pair is held to the
contrast of WCAG 2 AA (4.5) by a test.
"""

from __future__ import annotations

from textual.theme import Theme

from companion.domain.preferences import DUSK, PAPER, TERMINAL

WORDS_ON = {
    "background": ("foreground", "quiet", "warm", "cool", "fresh"),
    "raised": ("foreground", "quiet", "warm", "cool"),
    "warm": ("on-warm",),
    "cool": ("on-cool",),
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
        "input-selection-background": f"{colours['cool']} 35%",
        "screen-selection-background": f"{colours['cool']} 35%",
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


_OWN = ("quiet", "warm", "cool", "fresh", "line", "raised", "on-warm", "on-cool")

DUSK_COLOURS = {
    "background": "#16191d",
    "foreground": "#e8e6dc",
    "quiet": "#9c9f99",
    "warm": "#e9c9a0",
    "cool": "#8fb8cb",
    "fresh": "#9cc49b",
    "line": "#384247",
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
    "raised": "#ece5d6",
    "on-warm": "#f9f5ec",
    "on-cool": "#f9f5ec",
}
"""Morning: paper, brown ink."""

TERMINAL_COLOURS = {
    "quiet": "ansi_default",
    "warm": "ansi_yellow",
    "cool": "ansi_cyan",
    "fresh": "ansi_green",
    "line": "ansi_bright_black",
    "raised": "ansi_default",
    "on-warm": "ansi_black",
    "on-cool": "ansi_black",
}
"""Whatever the person's terminal makes of its own names."""


def own_themes() -> tuple[Theme, ...]:
    """The themes, in the order they are offered."""
    return (
        _theme(DUSK, dark=True, colours=DUSK_COLOURS),
        _theme(PAPER, dark=False, colours=PAPER_COLOURS),
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
