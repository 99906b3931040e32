"""Help now from wherever one is: over any screen and any question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.ui.screens.base import CompanionScreen

if TYPE_CHECKING:
    from textual.app import App

    from companion.services.house import House
    from companion.ui.context import Context


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
