"""The page as JSON, for those who want to set it themselves.

The keys are stable: `session_on` (a day as `2026-11-26`, or null), `name`
(empty: none), `footer` (whether the question about keeping the page is asked)
and `sections`, in printing order. Each of these has `section` (its name in
data), `heading` (its words) and `lines`; each line has `text` and `mode`
(`discuss`, `just-know`, `please-ask`, or null where the section has none).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from companion.export.sheet import printable

if TYPE_CHECKING:
    from companion.domain.page import Page, PageLine
    from companion.export.sheet import Sheet


def as_json(page: Page, sheet: Sheet) -> str:
    """The page as JSON; it holds no more than the printed page does.

    Args:
        page: What is printed.
        sheet: The same page in words.
    """
    whole = {
        "session_on": page.session_on.isoformat() if page.session_on else None,
        "name": printable(page.name),
        "footer": page.footer,
        "sections": [
            {
                "section": section.value,
                "heading": block.heading,
                "lines": [_line(line) for line in lines],
            }
            for (section, lines), block in zip(page.sections, sheet.blocks, strict=True)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _line(line: PageLine) -> dict[str, str | None]:
    return {"text": printable(line.text), "mode": line.mode.value if line.mode else None}
