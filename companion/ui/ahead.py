"""What is made ready beside the typing of a passphrase.

Home, so that it is there at once; and help, so that it opens whatever becomes of the
program's files while it runs: an update may take them away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.rule_sheet import RuleSheet

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp


def prepare_screens(app: CompanionApp) -> None:
    """Import home and help, and read their rules; may be called from another thread."""
    from companion.ui import behind_home, context  # noqa: F401
    from companion.ui.screens import country, help_now, home, steady  # noqa: F401
    from companion.ui.screens.base import INSIDE

    if isinstance(app.stylesheet, RuleSheet):
        own = (INSIDE.parent / "screens" / f"{name}.tcss" for name in _WITH_RULES)
        app.stylesheet.read_ahead([INSIDE, *own])


_WITH_RULES = ("home", "help_now", "steady", "country")
