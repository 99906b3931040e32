"""The page as JSON, for those who want to set it themselves.

The keys are stable: `session_on` (a day as `2026-11-26`, or null), `name`
(empty: none), `footer` (whether the question about keeping the page is asked)
and `sections`, in printing order. Each of these has `section` (its name in
data), `heading` (its words) and `lines`; each line has `text` and `mode`
(`discuss`, `just-know`, `please-ask`, or null where the section has none).
`kind` says for whom the page is (`session` or `handover`); `second` is null or has
`quotes` (texts) and `charts`, each with `scale`, `title`, `low`, `high` and `dots`:
what was chosen, 0 to 10, one after the other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from companion.export.sheet import printable

if TYPE_CHECKING:
    from companion.domain.page import Page, PageLine
    from companion.domain.second_sheet import SecondSheet
    from companion.export.sheet import Second, Sheet


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
        "kind": page.kind.value,
        "sections": [
            {
                "section": section.value,
                "heading": block.heading,
                "lines": [_line(line) for line in lines],
            }
            for (section, lines), block in zip(page.sections, sheet.blocks, strict=True)
        ],
        "second": _second(page.second, sheet.second) if page.second and sheet.second else None,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _second(second: SecondSheet, said: Second) -> dict[str, object]:
    return {
        "quotes": list(said.quotes),
        "charts": [
            {
                "scale": chart.measure_id,
                "title": drawn.title,
                "low": drawn.low,
                "high": drawn.high,
                "dots": [value for _, value in chart.dots],
            }
            for chart, drawn in zip(second.charts, said.charts, strict=True)
        ],
    }


def _line(line: PageLine) -> dict[str, str | None]:
    return {"text": printable(line.text), "mode": line.mode.value if line.mode else None}
