"""What stands in each step of the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.preferences import THEMES
from companion.ui.content import sentence
from companion.ui.widgets.button import Button
from companion.ui.widgets.button_column import ButtonColumn
from companion.ui.widgets.code_back import CodeBack
from companion.ui.widgets.languages import Languages
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.passphrase import PassphraseInput
from companion.ui.widgets.samples import Samples

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.house import House
    from companion.services.ports.content import Words


def what(house: House) -> ComposeResult:
    """What companion is; above it, the languages there are."""
    with VerticalScroll(id="what", can_focus=False):
        yield Languages(house)
        yield _title(house.words, "what")
        yield _prose(house.words, "what")
        yield _prose(house.words, "nobody")
        yield _prose(house.words, "plain", "quiet")
        yield Static("", id="where-said", classes="prose gap quiet")


def colours(words: Words) -> ComposeResult:
    """The sets of colours, by their names and as samples."""
    with VerticalScroll(id="colours", can_focus=False):
        yield _title(words, "colours")
        yield _prose(words, "colours")
        with ButtonColumn(id="samples"):
            for theme in THEMES:
                yield Button(sentence(words, f"settings.theme.{theme}"), id=theme)
        yield Samples(words)


def passphrase(words: Words) -> ComposeResult:
    """The passphrase, twice; what becomes of the notebook without it."""
    with VerticalScroll(id="passphrase", can_focus=False):
        yield _title(words, "passphrase")
        yield _prose(words, "passphrase")
        yield PassphraseInput(id="first", placeholder=words.say("welcome.first"))
        yield PassphraseInput(id="again", placeholder=words.say("welcome.again"))
        yield Static("", id="strength", classes="prose")
        yield _prose(words, "lost_first")
        yield Static(sentence(words, "welcome.lost_second"), classes="prose")
        yield Static(sentence(words, "welcome.lost_third"), classes="prose")


def recovery(house: House, code: str) -> ComposeResult:
    """The recovery code, and the fields to type it back.

    Args:
        house: Says which groups are asked back.
        code: The code; it opens nothing before it is typed back.
    """
    asked = house.notebook.safekeeping.asked_groups()
    with VerticalScroll(id="code", can_focus=False):
        yield _title(house.words, "code")
        yield CodeBack(house.words, code, asked)
        yield Static("", id="code-said", classes="prose")


def session(words: Words) -> ComposeResult:
    """When the next session is, and which."""
    with VerticalScroll(id="session", can_focus=False):
        yield _title(words, "session")
        yield _prose(words, "session")
        yield LineInput(id="when", placeholder=words.say("welcome.session_placeholder"))
        yield Static("", id="understood", classes="prose")
        yield LineInput(id="number", placeholder=words.say("welcome.number"))


def _title(words: Words, step: str) -> Static:
    return Static(sentence(words, f"welcome.{step}_title"), classes="strong")


def _prose(words: Words, key: str, classes: str = "") -> Static:
    return Static(sentence(words, f"welcome.{key}"), classes=f"prose gap {classes}")
