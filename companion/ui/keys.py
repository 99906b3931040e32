"""Every action of the app, once: its keys, and where its name is found.

The bindings of the screens, the line of keys at the foot, the palette and
remapping are all made from this one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType

EVERYWHERE = "app"
"""The area whose keys hold on every screen."""


class Action(NamedTuple):
    """Something that can be done with a key."""

    id: str
    """`area.name`; the sentence `keys.<area>.<name>` names it."""
    keys: str
    """The keys, separated by commas, the one to show first."""
    does: str
    """The Textual action."""
    show: bool = True
    """Whether it stands in the line of keys."""
    priority: bool = False
    """Whether it goes before the widget that has the focus."""

    @property
    def area(self) -> str:
        """The screen it belongs to, or `EVERYWHERE`."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The key of the sentence that names it."""
        return f"keys.{self.id}"

    def binding(self) -> Binding:
        """The action as Textual binds it; its description is the key of its name."""
        # Plain mode and the command line ask for keys too, and have no use for Textual.
        from textual.binding import Binding

        return Binding(
            self.keys, self.does, self.name, show=self.show, id=self.id, priority=self.priority
        )


ACTIONS: tuple[Action, ...] = (
    Action("app.help_now", "ctrl+g,f1", "app.help_now", priority=True),
    Action("app.lock", "ctrl+l", "app.lock", priority=True, show=False),
    Action("app.quit", "ctrl+q", "app.quit", priority=True, show=False),
    Action("app.palette", "ctrl+p", "app.command_palette", priority=True, show=False),
    Action("app.keys", "f4", "app.keys", priority=True, show=False),
    Action("home.begin", "enter", "begin", show=False),
    Action("home.reflect", "r", "reflect"),
    Action("home.note", "n", "room('note')"),
    Action("home.unsaid", "u", "room('unsaid')"),
    Action("home.page", "p", "room('page')"),
    Action("home.journal", "j", "room('journal')"),
    Action("home.sessions", "s", "room('sessions')"),
    Action("home.tasks", "t", "room('tasks')", show=False),
    Action("home.homework", "e", "room('homework')", show=False),
    Action("home.agreement", "a", "room('agreement')", show=False),
    Action("home.moved", "h", "room('moved')", show=False),
    Action("home.rhythm", "o", "room('rhythm')", show=False),
    Action("home.words", "w", "room('words')", show=False),
    Action("home.journeys", "v", "room('journeys')", show=False),
    Action("home.book", "b", "room('book')", show=False),
    Action("home.journey_map", "m", "room('journey_map')", show=False),
    Action("home.keeping", "k", "room('keeping')", show=False),
    Action("home.exported", "f", "room('exported')", show=False),
    Action("home.audit", "i", "room('audit')", show=False),
    Action("home.guide", "g", "room('guide')", show=False),
    Action("home.settings", "comma", "room('settings')", show=False),
    Action("home.look", "c", "look", show=False),
    Action("home.lock", "l", "app.lock"),
    Action("home.quit", "q", "app.quit", show=False),
    Action("dialog.before", "left,up", "app.focus_previous", show=False),
    Action("dialog.after", "right,down", "app.focus_next", show=False),
    Action("screen.back", "escape", "back"),
    Action("screen.keys", "question_mark", "app.keys"),
    Action("reflect.next", "ctrl+n", "next", priority=True),
    Action("reflect.back", "ctrl+b,f3", "previous", priority=True),
    Action("reflect.place", "f2,ctrl+t", "place", priority=True),
    Action("reflect.let_go", "ctrl+o", "let_go", show=False, priority=True),
    Action("reflect.pause", "escape,ctrl+s", "pause"),
    Action("paths.begin", "enter", "screen.begin"),
    Action("paths.short", "s", "toggle_form"),
    Action("paths.about", "a", "about"),
    Action("paths.day", "d", "day"),
    Action("note.keep", "ctrl+n,ctrl+s", "keep", priority=True),
    Action("note.place", "f2,ctrl+t", "place", priority=True),
    Action("note.let_go", "ctrl+o", "let_go", show=False, priority=True),
    Action("list.up", "up,k", "up", show=False),
    Action("list.down", "down,j", "down", show=False),
    Action("list.page_up", "pageup", "page_up", show=False),
    Action("list.page_down", "pagedown", "page_down", show=False),
    Action("list.first", "home,g", "first", show=False),
    Action("list.last", "end,G", "last", show=False),
    Action("list.choose", "enter", "choose"),
    Action("undo.back", "z", "undo"),
    Action("journal.search", "slash", "search"),
    Action("journal.remove", "d", "remove", show=False),
    Action("entry.up", "up,k", "up", show=False),
    Action("entry.down", "down,j", "down", show=False),
    Action("entry.go_on", "c", "go_on"),
    Action("entry.change", "e", "change"),
    Action("entry.place", "m", "place"),
    Action("entry.tags", "t,number_sign", "tags"),
    Action("entry.earlier", "h", "earlier"),
    Action("entry.drawer", "u", "drawer"),
    Action("entry.versions", "v", "versions"),
    Action("entry.day", "b", "day", show=False),
    Action("entry.remove", "d", "remove"),
    Action("sessions.add", "a", "add"),
    Action("sessions.held", "h", "held"),
    Action("sessions.missed", "x", "missed"),
    Action("sessions.move", "m", "move"),
    Action("words.add", "a", "add"),
    Action("moved.after", "right,t", "after"),
    Action("moved.before", "left", "before", show=False),
    Action("moved.stretch", "s", "stretch"),
    Action("journey_map.twin", "t", "twin"),
    Action("journey_map.after", "right", "after"),
    Action("journey_map.before", "left", "before", show=False),
    Action("page.tick", "space", "tick"),
    Action("page.mode", "m", "mode"),
    Action("page.up", "shift+up,K", "up", show=False),
    Action("page.down", "shift+down,J", "down", show=False),
    Action("page.section", "t", "section"),
    Action("page.shorten", "e", "shorten"),
    Action("page.source", "w", "source", show=False),
    Action("page.preview", "p", "preview"),
    Action("page.heading", "n", "heading", show=False),
    Action("page.second", "2", "second", show=False),
    Action("page.handover", "h", "handover", show=False),
    Action("page.nothing", "0", "nothing", show=False),
    Action("second.tick", "space", "tick"),
    Action("second.up", "shift+up,K", "up", show=False),
    Action("second.down", "shift+down,J", "down", show=False),
    Action("second.done", "p", "done"),
    Action("quote.tick", "space", "tick"),
    Action("preview.save", "s", "save"),
    Action("preview.sleep", "n", "sleep"),
    Action("preview.aloud", "r", "aloud"),
    Action("book.tick", "space", "tick"),
    Action("book.entry", "e", "entry"),
    Action("book.preview", "p", "preview"),
    Action("book.heading", "n", "heading"),
    Action("book.then", "t", "then"),
    Action("aloud.next", "space,right,down,enter", "next"),
    Action("aloud.before", "left,up,backspace", "before"),
    Action("exported.remove", "d", "remove"),
    Action("exported.forget", "f", "forget"),
    Action("exported.remove_all", "a", "remove_all"),
    Action("tasks.add", "a", "add"),
    Action("tasks.went", "w", "went"),
    Action("tasks.tiny", "t", "tiny"),
    Action("tasks.change", "c", "change"),
    Action("tasks.read", "o", "read"),
    Action("tasks.drop", "d", "drop"),
    Action("homework.look", "o", "look"),
    Action("homework.file", "a", "file"),
    Action("homework.aside", "s", "aside"),
    Action("homework.remove", "d", "remove"),
    Action("consent.add", "a", "add"),
    Action("pack.begin", "b", "begin"),
    Action("pack.take", "a", "take"),
    Action("pack.tiny", "t", "tiny"),
    Action("pack.leave", "d", "leave"),
    Action("agreement.write", "w", "write"),
    Action("agreement.before", "left", "before"),
    Action("agreement.after", "right", "after"),
    Action("agreement.side", "b", "side"),
    Action("agreement.sheet", "s", "sheet"),
    Action("agreement.read", "o", "read"),
    Action("side.before", "left", "before"),
    Action("side.after", "right", "after"),
    Action("journeys.turn", "t", "turn"),
    Action("journeys.begin", "b", "begin"),
    Action("journeys.rename", "n", "rename"),
    Action("journeys.close", "c", "close"),
    Action("journeys.reopen", "o", "reopen"),
    Action("journeys.book", "w", "book"),
    Action("unsaid.read", "o", "read"),
    Action("unsaid.write", "w", "write"),
    Action("unsaid_item.up", "u", "up"),
    Action("unsaid_item.down", "d", "down"),
    Action("unsaid_item.rehearse", "r", "rehearse"),
    Action("unsaid_item.bring_as", "w", "bring_as"),
    Action("unsaid_item.said", "s,5", "said"),
    Action("unsaid_item.read", "o", "read"),
    Action("unsaid_item.let_go", "x,ctrl+o", "let_go"),
    Action("unsaid_item.keep", "1", "to('keep')", show=False),
    Action("unsaid_item.maybe", "2", "to('maybe')", show=False),
    Action("unsaid_item.try_words", "3", "to('rehearse')", show=False),
    Action("unsaid_item.bring", "4", "to('bring')", show=False),
    Action("settings.theme", "c", "setting('theme')", show=False),
    Action("settings.lock_after", "m", "setting('lock_after')", show=False),
    Action("settings.animation", "a", "setting('animation')", show=False),
    Action("settings.mouse", "o", "setting('mouse')", show=False),
    Action("settings.plain", "l", "setting('plain')", show=False),
    Action("settings.language", "g", "setting('language')", show=False),
    Action("settings.country", "w", "setting('country')", show=False),
    Action("settings.keys", "k", "setting('keys')"),
    Action("settings.people", "p", "setting('people')", show=False),
    Action("remap.change", "c", "change"),
    Action("remap.usual", "u", "usual"),
    Action("remap.all_usual", "a", "all_usual"),
    Action("guide.part", "h", "part"),
    Action("guide.part_before", "H", "part_before", show=False),
    Action("guide.after", "right,n", "after"),
    Action("guide.before", "left,p", "before"),
    Action("guide.save", "s", "save"),
    Action("guide.topics", "t", "topics"),
    Action("rehearse.keep", "ctrl+n,ctrl+s", "keep", priority=True),
    Action("rehearse.start", "ctrl+t,f2", "start", priority=True),
    Action("happened.keep", "ctrl+n,ctrl+s", "keep", priority=True),
    Action("help.elsewhere", "w", "elsewhere"),
    Action("help.steady", "s", "steady"),
    Action("help.steps", "m", "steps"),
    Action("help.people", "p", "people"),
    Action("help.up", "up,k", "up", show=False),
    Action("help.down", "down,j", "down", show=False),
    Action("steady.next", "right,space", "next"),
    Action("steady.before", "left", "before"),
    Action("steady.breathe", "b", "breathe"),
    Action("own.add", "a", "add"),
    Action("own.change", "e", "change"),
    Action("own.remove", "d", "remove"),
    Action("own.up", "shift+up,K", "up", show=False),
    Action("own.down", "shift+down,J", "down", show=False),
    Action("own.rule", "r", "rule"),
    Action("own.card", "o", "card"),
    Action("own.headings", "h", "headings"),
    Action("own.copy", "y", "copy"),
    Action("own_step.keep", "ctrl+n,ctrl+s", "keep", priority=True),
)
"""All of them."""

OF_A_LIST = tuple(one.id for one in ACTIONS if one.area == "list")
"""What every list has."""
_BY_ID = {action.id: action for action in ACTIONS}


def bindings(*ids: str) -> list[BindingType]:
    """The bindings of some actions, in the order they shall be shown.

    Args:
        ids: Ids of `ACTIONS`.
    """
    return [_BY_ID[action_id].binding() for action_id in ids]


def action(action_id: str) -> Action | None:
    """The action of that id, or none."""
    return _BY_ID.get(action_id)
