"""Help now from wherever one is: over any screen, any question, and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.command import CommandPalette

from companion.ui.keys import bindings
from companion.ui.screens.base import CompanionScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import BindingType

    from companion.services.house import House
    from companion.ui.context import Context


class Palette(CommandPalette):
    """Textual's palette. It hides the app's own keys; those that hold everywhere hold here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.help_now", "app.lock", "app.quit")


def show_palette(app: App[Any]) -> None:
    """Open the palette, unless it is open."""
    if not CommandPalette.is_open(app):
        app.push_screen(Palette(id="--command-palette"))


def show_help(app: App[Any], house: House, context: Context | None) -> None:
    """Show who can be reached, over whatever is on the screen.

    From a screen that help itself opened, and that holds no words, it goes back to help.

    Args:
        app: The app.
        house: Everything from the layers below.
        context: The open notebook; none: it is shut.
    """
    from companion.ui.screens.help_now import HelpNowScreen

    screen, below = app.screen, app.screen_stack[-2:-1]
    if isinstance(screen, HelpNowScreen):
        return
    leads_back = isinstance(screen, CompanionScreen) and screen.LEADS_BACK_TO_HELP
    if leads_back and below and isinstance(below[0], HelpNowScreen):
        screen.dismiss(None)
    else:
        app.push_screen(HelpNowScreen(house, context))


def show_steady(app: App[Any], house: House) -> None:
    """Show two minutes to get steadier, over whatever is on the screen."""
    from companion.ui.screens.steady import SteadyScreen

    if not isinstance(app.screen, SteadyScreen):
        app.push_screen(SteadyScreen(house))
