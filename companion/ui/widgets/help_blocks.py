"""Who can be reached, block by block: one's own people before any other number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from companion.ui.content import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from companion.services.help_blocks import HelpBlock

_ROOM_FOR_AIR = 18  # rows of the window
_NUMBER = r"\*?\d[\d -]*\d"


class HelpBlocks(Widget):
    """Some blocks below one another, each with its title; it looks at nothing by itself."""

    DEFAULT_CSS = """
    HelpBlocks { width: 100%; max-width: 78; height: auto; }
    """

    def __init__(self, blocks: Sequence[HelpBlock] = (), *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        """Show some blocks.

        Args:
            blocks: What is shown, the first on top.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._blocks = tuple(blocks)
        self.display = bool(blocks)

    def render(self) -> Content:
        """The blocks, with air between them where the window has room for it."""
        return drawn(self._blocks, airy=self.app.size.height >= _ROOM_FOR_AIR)

    def show(self, blocks: Sequence[HelpBlock]) -> None:
        """Show other blocks; without any, nothing is taken up."""
        self._blocks = tuple(blocks)
        self.display = bool(blocks)
        self.refresh(layout=True)

    def forget(self) -> None:
        """Show nothing."""
        self._blocks = ()


def drawn(blocks: Sequence[HelpBlock], *, airy: bool = True) -> Content:
    """Blocks as they stand on a screen: titles warm, a block without one quiet.

    Args:
        blocks: What is shown.
        airy: Whether an empty line stands between them.
    """
    rows: list[Content] = []
    for block in blocks:
        if block.title:
            rows.append(plain(block.title, "$warm"))
        rows += [_line(line) if block.title else plain(line, "$quiet") for line in block.lines]
        rows += [plain("")] if airy and block is not blocks[-1] else []
    return plain("\n").join(rows)


def _line(text: str) -> Content:
    """A line whose numbers are found at a glance."""
    return plain(text).highlight_regex(_NUMBER, style="bold")
