"""The guide's pages, to be read in any face of companion."""

from __future__ import annotations

from typing import Protocol


class GuidePages(Protocol):
    """The guide in the person's language."""

    def topics(self) -> list[str]:
        """The pages there are, by name; `guide.<name>` says what each is about."""

    def is_program(self, topic: str) -> bool:
        """Whether a page is a program, rather than Markdown.

        Args:
            topic: One of `topics`.
        """

    def page(self, topic: str) -> str:
        """A page's text.

        Args:
            topic: One of `topics`.
        """

    def language(self, topic: str) -> str:
        """The code of the language a page is in.

        Args:
            topic: One of `topics`.
        """


class NoGuide:
    """A guide without pages."""

    def topics(self) -> list[str]:
        """None."""
        return []

    def is_program(self, topic: str) -> bool:
        """No."""
        del topic
        return False

    def page(self, topic: str) -> str:
        """Nothing."""
        del topic
        return ""

    def language(self, topic: str) -> str:
        """None."""
        del topic
        return ""
