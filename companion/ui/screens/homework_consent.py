"""All that homework asks, before any of it starts; or what has to be put right in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical

from companion.services.homework_sentences import Look, PackLine, consent, problem_lines
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.pack_text import PackText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.pack import PackReading
    from companion.services.ports.content import Words


class HomeworkConsentScreen(CompanionScreen[bool]):
    """Dismissed with whether it shall be added. Nothing is kept here."""

    CSS_PATH = "homework_consent.tcss"
    AUTO_FOCUS = "PackText"
    BINDINGS: ClassVar[list[BindingType]] = bindings("consent.add")

    def __init__(self, words: Words, reading: PackReading, journey: str, file: str = "") -> None:
        """Take what was read.

        Args:
            words: The interface's language.
            reading: The homework, or what has to be put right.
            journey: What the therapy is called it would be kept with; may be empty.
            file: The file it is from; empty: it comes with companion.
        """
        super().__init__(words)
        self._reading = reading
        self._journey = journey
        self._file = file

    def compose(self) -> ComposeResult:
        """What it asks, to be read with the arrows, above yes and not now."""
        good = self._reading.pack is not None
        yield Masthead(self.say("homework_room.asks" if good else "homework_room.not_yet"))
        with Vertical(classes="body"):
            yield PackText()
        with Horizontal(id="consent-buttons"):
            if good:
                add = sentence(self.words, "homework_room.add")
                yield Button(add, id="consent-add", classes="-primary", action="screen.add")
            yield Button(sentence(self.words, "homework_room.not_now"), id="consent-leave")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show it from its beginning."""
        self.query_one(PackText).show(self._lines())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has to be put right can't be added."""
        del parameters
        return action != "add" or self._reading.pack is not None

    def action_add(self) -> None:
        """Say yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer

    @on(Button.Pressed, "#consent-leave")
    def action_back(self) -> None:
        """Leave it, and add nothing."""
        self.dismiss(False)  # noqa: FBT003 - the answer

    def _lines(self) -> list[PackLine]:
        pack = self._reading.pack
        if pack is not None:
            return [*consent(self.words, pack, self._journey)]
        wrong = problem_lines(self.words, self._file, self._reading)
        said = self.say("homework_room.not_yet_about")
        return [PackLine(Look.MORE, said), *(PackLine(Look.ITEM, line) for line in wrong)]
