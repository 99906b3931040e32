"""What is made ready beside the typing of a passphrase, so that home is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.rule_sheet import RuleSheet

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp


def prepare_home(app: CompanionApp) -> None:
    """Import home and read its rules; may be called from another thread."""
    from companion.ui.screens.home import HOME_RULES

    if isinstance(app.stylesheet, RuleSheet):
        app.stylesheet.read_ahead(HOME_RULES)
