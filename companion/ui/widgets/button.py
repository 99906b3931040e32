"""A button with companion's own looks and none of Textual's, whose rules are the most of all."""

from __future__ import annotations

import textual.widgets


class Button(textual.widgets.Button, inherit_css=False):
    """A word that does something, one line high. How it looks stands in `companion.tcss`.

    One of the class `form` has a mark that can be set, and the space bar sets it.
    """

    # Textual's own rules, some sixty for styles that are not used here, take as long to
    # read as all of the unlock screen's.
    DEFAULT_CSS = """
    Button {
        width: auto; height: 1; line-pad: 1; text-align: center; content-align: center middle;
        pointer: pointer;
    }
    """

    def watch_flat(self, flat: bool) -> None:  # noqa: FBT001  Textual's own signature
        """Nothing: there is one look, and no class that tells it from another."""
        del flat

    def key_space(self) -> None:
        """Set the mark, where there is one; elsewhere the space bar ticks lines of a page."""
        if self.has_class("form"):
            self.press()
