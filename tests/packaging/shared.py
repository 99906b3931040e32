"""What a system is given beside the program: completion, manual pages, an entry in its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, languages, shipped
from companion.catalog.language import Language
from companion.cli.completion import manual, script

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAWN = "icons/hicolor/scalable/apps/companion.svg"
"""What is drawn by hand."""
COMPLETIONS = {
    "bash": "bash-completion/completions/companion",
    "zsh": "zsh/site-functions/_companion",
    "fish": "fish/vendor_completions.d/companion.fish",
}
"""Where each shell looks, below `share`."""


def shared() -> dict[str, str]:
    """Every file that is made, by its place below `share`."""
    english = Language(FALLBACK)
    return {
        **{place: script(shell, english.say) for shell, place in COMPLETIONS.items()},
        **{_manual_place(code): manual(Language(code).say) for code in languages(shipped())},
        "applications/companion.desktop": "\n".join([*_desktop(), ""]),
    }


def _manual_place(code: str) -> str:
    return "man/man1/companion.1" if code == FALLBACK else f"man/{code}/man1/companion.1"


def _desktop() -> Iterator[str]:
    yield from ("[Desktop Entry]", "Type=Application", "Name=companion")
    for name, key in (
        ("GenericName", "desktop.generic"),
        ("Comment", "cli.about"),
        ("Keywords", "desktop.keywords"),
    ):
        for code in languages(shipped()):
            where = "" if code == FALLBACK else f"[{code}]"
            yield f"{name}{where}={Language(code).say(key)}"
    yield from ("Exec=companion", "Icon=companion", "Terminal=true", "Categories=Office;")
