"""The guide's pages, as text, and the program that opens a notebook without companion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, names, shipped

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PROGRAM = "open-notebook"
"""The topic that is a program: it opens a notebook without companion."""
ORDER = (
    "first-week",
    "when-it-hurts",
    "page",
    "privacy",
    "your-words",
    "ending",
    "therapist",
    "agreement",
    "guess-my-number",
    "security",
    "speed",
    "licences",
    "changes",
    "contributing",
    PROGRAM,
)
"""The topics as they are listed: what one needs first, then what is for two, then the details."""
_PROGRAM_FILE = ("guide", "open_notebook.py")


class Guide:
    """The guide in one language; a page that it lacks is shown in English."""

    def __init__(self, language: str = FALLBACK, root: Traversable | None = None) -> None:
        """Take the language; nothing is read yet.

        Args:
            language: The language's code.
            root: The content folder; none: what companion ships with.
        """
        self._language = language
        self._root = root if root is not None else shipped()

    def topics(self) -> list[str]:
        """The pages there are, by name: those of `ORDER` in that order, then others."""
        found = [*names(self._root / FALLBACK / "guide", ".md"), PROGRAM]
        known = [topic for topic in ORDER if topic in found]
        return [*known, *(topic for topic in found if topic not in ORDER)]

    def is_program(self, topic: str) -> bool:
        """Whether a page is a program, rather than Markdown.

        Args:
            topic: One of `topics`.
        """
        return topic == PROGRAM

    def page(self, topic: str) -> str:
        """A page's text.

        Args:
            topic: One of `topics`.
        """
        if self.is_program(topic):
            return self._root.joinpath(*_PROGRAM_FILE).read_text(encoding="utf-8")
        return self._file(self.language(topic), topic).read_text(encoding="utf-8")

    def language(self, topic: str) -> str:
        """The code of the language a page is in.

        Args:
            topic: One of `topics`.
        """
        own = self._file(self._language, topic).is_file()
        return self._language if own else FALLBACK

    def _file(self, code: str, topic: str) -> Traversable:
        return self._root.joinpath(code, "guide", f"{topic}.md")
