"""The page as Markdown, in which a person's words are never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.markdown import escaped

if TYPE_CHECKING:
    from companion.export.sheet import Sheet


def as_markdown(sheet: Sheet) -> str:
    """The page with a heading for each section and a list of its lines.

    Args:
        sheet: What stands on the page.
    """
    parts = [escaped(sheet.header)]
    for block in sheet.blocks:
        parts.append(f"## {escaped(block.heading)}")
        parts.append("\n".join(f"- {escaped(line)}" for line in block.lines))
    if sheet.nothing:
        parts.append(escaped(sheet.nothing))
    if sheet.footer:
        parts += ["---", escaped(sheet.footer)]
    return "\n\n".join(parts) + "\n"
