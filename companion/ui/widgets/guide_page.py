"""A page of the guide in a narrow measure; nothing in it can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from companion.domain.guide_text import Block, BlockKind, Look, runs
from companion.ui.content import plain
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

_LOOKS = {
    Look.USUAL: "",
    Look.STRONG: "bold",
    Look.CODE: "$cool",
    Look.NAME: "italic",
    Look.LINK: "italic",
}


class GuidePage(Reading):
    """Headings, paragraphs, lists and code, one below the other; arrows scroll."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    GuidePage {
        height: 1fr; width: 100%; scrollbar-size-vertical: 1;
        & .guide-block { width: 100%; max-width: 72; height: auto; margin-bottom: 1; }
        & .guide-heading { color: $warm; text-style: bold; margin: 1 0; }
        & .guide-subheading { text-style: bold; }
        & .guide-quote { padding-left: 2; border-left: outer $warm; }
        & .guide-title { color: $warm; text-style: bold; }
        & .guide-term { text-style: bold; margin-bottom: 0; }
        & .guide-under { padding-left: 2; }
        & .guide-code { color: $quiet; padding-left: 2; }
        & .guide-mark { width: 3; color: $quiet; }
        & .guide-words { width: 1fr; height: auto; }
        & Horizontal.guide-block { margin-bottom: 0; }
        & .guide-last { margin-bottom: 1; }
    }
    """

    def __init__(self, blocks: Sequence[Block] = (), *, id: str = "") -> None:  # noqa: A002  Textual's own name
        """Show some blocks.

        Args:
            blocks: The blocks of a page.
            id: The widget's id.
        """
        super().__init__(id=id or None)
        self._blocks = tuple(blocks)

    async def show(self, blocks: Sequence[Block]) -> None:
        """Show another page, from its beginning."""
        self._blocks = tuple(blocks)
        async with self.batch():
            await self.remove_children()
            await self.mount_all(self.compose())
        self.scroll_home(animate=False)

    def go_to_part(self, by: int) -> None:
        """Scroll to a heading; from the last one on nothing happens, nor before the first.

        Args:
            by: 1 for the next one below the top, -1 for the one above it.
        """
        headings = self.query(".guide-heading")
        starts = sorted({0, *(one.virtual_region.y for one in headings)})
        here = round(self.scroll_y)
        ahead = [y for y in starts if y > here] if by > 0 else [y for y in starts if y < here]
        if ahead:
            self.scroll_to(y=ahead[0 if by > 0 else -1], animate=False)

    def compose(self) -> Iterator[Widget]:
        """Each block by itself."""
        shown = [block for block in self._blocks if block.kind is not BlockKind.TURN]
        for index, block in enumerate(shown):
            after = shown[index + 1] if index + 1 < len(shown) else None
            yield self._drawn(block, is_last=after is None or after.kind is not BlockKind.ITEM)

    def _drawn(self, block: Block, *, is_last: bool) -> Widget:
        if block.kind is BlockKind.CODE:
            return Static(plain(block.text), classes="guide-block guide-code")
        words = Content.assemble(*(plain(text, _LOOKS[look]) for text, look in runs(block.text)))
        if block.kind is not BlockKind.ITEM:
            return Static(words, classes=f"guide-block guide-{block.kind}")
        return Horizontal(
            Static(plain(block.mark), classes="guide-mark"),
            Static(words, classes="guide-words"),
            classes=f"guide-block{' guide-last' if is_last else ''}",
        )
