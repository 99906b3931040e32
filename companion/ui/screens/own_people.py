"""My people: whom help now shows before any other number, and the open card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from companion.domain.own_help import Person
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.own_lines import OwnLine, OwnLinesScreen
from companion.ui.screens.own_list import OwnListScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from companion.domain.own_help import OwnHelp

LONGEST_NAME = 80
"""The most characters of a name, and of how someone is reached."""
LONGEST_RULE = 200
"""The most characters of the line about the therapist."""
KEEP, CARD = "keep", "card"


class OwnPeopleScreen(OwnListScreen[Person]):
    """People, a line about the therapist, and whether anyone may read these before unlocking."""

    CSS_PATH = "own_people.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("own.rule", "own.card")

    def compose(self) -> ComposeResult:
        """The list, the line, the card; what each is for stands with it."""
        yield Masthead(self.say("own.people.title"))
        with VerticalScroll(classes="body", can_focus=False):
            about = sentence(self.words, "own.people.about")
            yield Static(about, id="own-about", classes="prose quiet")
            yield OptionList(id="people", markup=False)
            yield Static(sentence(self.words, "own.people.none"), id="none", classes="prose")
            with Horizontal(classes="own-buttons"):
                for name in ("add", "change", "remove"):
                    yield self._button(name, f"own.{name}")
            yield Static(sentence(self.words, "own.rule.title"), classes="warm gap")
            yield Static("", id="rule-now", classes="prose")
            yield Static("", id="rule-agreed", classes="prose quiet")
            with Horizontal(classes="own-buttons"):
                yield self._button("rule", "own.rule.write")
            yield Static(sentence(self.words, "own.card.title"), classes="warm gap")
            yield Static("", id="card-now", classes="prose")
            with Horizontal(classes="own-buttons"):
                yield self._button("card", "own.card.leave")
        yield KeyLine(self.words)

    def of(self, own: OwnHelp) -> tuple[Person, ...]:
        """The people."""
        return own.people

    def line(self, item: Person) -> Content:
        """Who it is, and how they are reached."""
        return plain(item.line)

    def named(self, item: Person) -> str:
        """Who it is."""
        return item.line

    def fresh(self) -> Person:
        """Nobody yet."""
        return self.keeper.new_person()

    def remove_one(self, item_id: str) -> None:
        """Take a person off."""
        self.keeper.remove_person(item_id)

    def move_one(self, item_id: str, by: int) -> None:
        """Put a person elsewhere."""
        self.keeper.move_person(item_id, by)

    async def edit(self, item: Person) -> None:
        """Ask who it is and how they are reached."""

        async def keep(lines: tuple[str, ...]) -> None:
            name, reach = lines
            person = replace(item, name=name, reach=reach)
            await self.context.in_order(self.keeper.put_person, person)

        fields = (
            OwnLine("own.people.name", item.name, LONGEST_NAME),
            OwnLine("own.people.reach", item.reach, LONGEST_NAME),
        )
        title, about = "own.people.form_title", "own.people.form_about"
        await self.app.push_screen_wait(OwnLinesScreen(self.words, title, about, fields, keep))
        self.look()

    def action_rule(self) -> None:
        """Write the line about the therapist."""
        self.once(self._write_rule)

    def action_card(self) -> None:
        """Leave an open card, after a question; or take it back."""
        self.once(self._turn_card)

    def show_rest(self, own: OwnHelp) -> None:
        """The line, what the agreement says, and how it is with the card."""
        self.query_one("#none").display = not own.people
        rule = plain(own.rule) if own.rule else sentence(self.words, "own.rule.none", "$quiet")
        self.query_one("#rule-now", Static).update(rule)
        agreed = self.query_one("#rule-agreed", Static)
        agreed.update(sentence(self.words, "own.rule.agreed", said=" ".join(own.agreed)))
        agreed.display = bool(own.agreed)
        there = self.keeper.has_card
        state = "on" if there else "off"
        card = sentence(self.words, f"own.card.{state}", file=self._card_file)
        self.query_one("#card-now", Static).update(card)
        button = self.query_one("#card", Button)
        button.label = sentence(self.words, "own.card.take_back" if there else "own.card.leave")
        button.refresh(layout=True)

    async def _write_rule(self) -> None:
        async def keep(lines: tuple[str, ...]) -> None:
            await self.context.in_order(self.keeper.set_rule, lines[0])

        own = await self.context.in_order(self.keeper.read)
        fields = (OwnLine("own.rule.line", own.rule, LONGEST_RULE),)
        title, about = "own.rule.title", "own.rule.about"
        await self.app.push_screen_wait(OwnLinesScreen(self.words, title, about, fields, keep))
        self.look()

    async def _turn_card(self) -> None:
        if self.keeper.has_card:
            await self.do(self.keeper.take_card_back)
            return
        own = await self.context.in_order(self.keeper.read)
        if not own.card:
            self.tell(self.say("own.card.nothing"))
            return
        answers = {KEEP: self.say("own.card.sure_no"), CARD: self.say("own.card.sure_yes")}
        question = self.say("own.card.sure")
        if await self.app.push_screen_wait(AskScreen(self.words, question, answers)) == CARD:
            await self.do(self.keeper.leave_card)

    def _button(self, name: str, key: str) -> Button:
        return Button(sentence(self.words, key), id=name, action=f"screen.{name}")

    @property
    def _card_file(self) -> str:
        return str(self.keeper.card_file)
