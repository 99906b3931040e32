"""What is known from research about a path, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.path import Provenance, ReflectionPath
    from companion.services.ports.content import Words


class CardScreen(CompanionDialog[None]):
    """A few plain sentences, and the works whose figures were checked."""

    CSS_PATH = "evidence_card.tcss"
    AUTO_FOCUS = "#card-text"

    def __init__(self, words: Words, path: ReflectionPath) -> None:
        """Take the path."""
        super().__init__(words)
        self._path = path

    def compose(self) -> ComposeResult:
        """The sentences above their sources; the arrows scroll where they are long."""
        card = self._path.card
        with Vertical(classes="dialog"):
            yield Static(plain(self._path.title), classes="warm strong")
            with VerticalScroll(id="card-text"):
                text = plain(card.text) if card else sentence(self.words, "paths.none_known")
                yield Static(text, classes="gap")
                if card and card.citations:
                    yield Static(sentence(self.words, "paths.sources"), classes="quiet gap")
                    for citation in card.citations:
                        yield Static(plain(citation), classes="quiet citation")
                if self._path.pack:
                    said = sentence(self.words, "homework.from", pack=self._path.pack)
                    yield Static(said, classes="quiet gap")
                if self._path.provenance is not None:
                    yield Static(plain(self._from(self._path.provenance)), classes="quiet gap")
            yield Button(sentence(self.words, "paths.close"), id="close", classes="-primary gap")

    def _from(self, known: Provenance) -> str:
        return self.say(
            "paths.provenance",
            author=known.author,
            licence=known.licence,
            day=self.words.day(known.reviewed_on),
        )

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        """Go back to the paths."""
        self.dismiss(None)

    def key_enter(self) -> None:
        """Go back to the paths."""
        self.dismiss(None)
