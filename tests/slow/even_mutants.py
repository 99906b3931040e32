"""The mutants that no test can tell from the original, each with the reason.

By module; a mutant is known by the function it is in and the lines that differ.
"""

from __future__ import annotations

_NOTHING_KEPT = (
    "an empty setting then counts as one that can't be read: nothing was said either way"
)

EVEN: dict[str, dict[str, str]] = {
    "companion/domain/recovery_code.py": {
        (
            "_times_x: "
            "-return doubled ^ _FIELD if doubled & 0b100000 else doubled "
            "+return doubled ^ _FIELD if doubled & 33 else doubled"
        ): "what was doubled is even: its last bit is never set",
    },
    "companion/domain/second_sheet.py": {
        (
            "chart_of: "
            "-tuple((place(at), dot.value) for at, dot in zip(places, series.dots, strict=True)), "
            "+tuple((place(at), dot.value) for at, dot in zip(places, series.dots, strict=False)),"
        ): "there is a place for every dot: one is made of the other a few lines above",
    },
    "companion/services/page/composing.py": {
        (
            "Composing._with: "
            "-place = sum(1 for one in mates if order.index(one.answer_id) < own) "
            "+place = sum(1 for one in mates if (order.index(one.answer_id) <= own))"
        ): "the line itself is not among the others of its section",
    },
    "companion/services/page/marks.py": {
        (
            "PageMarks._kept: "
            '-found = from_kept(self._settings.get(f"{_NAME}.{mark}")) or {} '
            "+found = (from_kept(self._settings.get(f'{_NAME}.{mark}')))"
        ): _NOTHING_KEPT,
    },
    "companion/services/page/second_sheets.py": {
        (
            "SecondSheets._kept: "
            "-found = from_kept(self._settings.get(_NAME)) or {} "
            "+found = (from_kept(self._settings.get(_NAME)))"
        ): _NOTHING_KEPT,
        (
            "SecondSheets.quotes: -return () +pass"
        ): "the notebook is then asked for no answers, and gives none: it only takes longer",
    },
    "companion/storage/vault/header.py": {
        (
            "_slot: "
            '-_require(found.get("kind") in list(SlotKind) and kdf.get("name") == _KDF) '
            "+_require((found.get('kind') in list(SlotKind)))"
        ): "what is written again is compared with what was read, the name included",
    },
}
"""The reasons, by module and mutant."""
