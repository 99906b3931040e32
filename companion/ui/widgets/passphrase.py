"""A field for a passphrase: it takes words in and gives none out."""

from __future__ import annotations

from companion.ui.widgets.line_input import LineInput


class PassphraseInput(LineInput):
    """Hides what is typed and never copies it to a clipboard.

    Textual's password field copies in clear on `ctrl+c` and `ctrl+x`.
    """

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002  Textual's own name
        """Make an empty field.

        Args:
            id: The widget's id.
            placeholder: What to show while it is empty.
        """
        super().__init__(password=True, id=id, placeholder=placeholder)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing: there would be no way to get it back."""
