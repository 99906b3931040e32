"""What moved, the way, the guide, help now, settings, locking and leaving, by typed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from by_ear import Pick, pick
from powers import Power, menu, more
from support.real import PASSPHRASE

if TYPE_CHECKING:
    from powers import Kept


_NEW = "four lanterns under a green bridge"

_LOOKING = (
    Power("home.moved moved.stretch", more("moved", pick("moved.stretch.last")), "moved.about"),
    Power("moved.after moved.before", more("moved", pick("moved.stretch.all")), "moved.about"),
    Power("home.journey_map journey_map.twin", more("journey_map", "12", "1"), "reading.what"),
    Power(
        "journey_map.after journey_map.before",
        (*more("journeys", "n", "Fridays"), "", *more("journey_map", "1")),
        "journey_map.which journey_map.mark.beginning",
    ),
    Power("home.audit", more("audit"), "safekeeping.audit.process"),
    Power(
        "home.guide guide.topics guide.after",
        more("guide", "1", ""),
        "guide_room.which =To begin with",
    ),
    Power(
        "guide.before guide.part guide.part_before",
        more("guide", "1", "", "b"),
        "=You don't owe this",
    ),
    Power(
        "guide.save",
        more("guide", "1", "pdf", "{home}/leaflet.pdf", "", "no"),
        "leaflets.written",
        lambda _, home: (home / "leaflet.pdf").exists(),
    ),
)
_WORDS = (
    Power(
        "home.words words.add",
        more("words", pick("plain_words.do.add"), "seasick", "1"),
        "plain_words.done",
        lambda opened, _: "seasick" in opened.vocabulary.groups()[0].words,
    ),
    Power(
        "words.hide",
        more("words", pick("plain_words.do.hide"), "sad"),
        "plain_words.hidden",
        lambda opened, _: "sad" in opened.vocabulary.own.hidden,
    ),
    Power(
        "home.rhythm",
        more("rhythm", pick("rhythm.pause.week")),
        "rhythm.paused_until",
        lambda opened, _: opened.rhythm.is_paused,
    ),
)


def people(*names: str) -> Kept:
    """Whether these are written down, in this order."""
    return lambda opened, _: [one.name for one in opened.own_help.read().people] == list(names)


def steps(*headings: str) -> Kept:
    """Whether these steps are written down, in this order."""
    return lambda opened, _: [one.heading for one in opened.own_help.read().steps] == list(headings)


def own(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines typed at one's own people or steps."""
    return menu("help", pick(f"plain_help.do.{name}"), *lines)


def do(name: str) -> Pick:
    """What can be done with one of them."""
    return pick(f"plain_help.people.do.{name}")


_TWO = ("n", "Mira", "a call", "n", "Jo", "a text")
_HELP = (
    Power("app.help_now", (*menu("note"), "/help-now", "A line", "", ""), "help.said help.nobody"),
    Power(
        "help.elsewhere",
        menu("help", pick("plain_help.do.elsewhere"), "GB"),
        "help.choose =Samaritans",
    ),
    Power(
        "help.steady steady.next", own("steady", "", ""), "steady.far.prompt steady.touch.prompt"
    ),
    Power("steady.before", own("steady", "", "", "back"), "steady.around.prompt"),
    Power("steady.breathe", own("steady", "", "", "", "more"), "steady.shape.words"),
    Power(
        "help.steps own.add own_step.keep",
        own("steps", "n", "First", "Go out", ""),
        "plain_help.people.kept",
        steps("First"),
    ),
    Power("own.headings", own("steps", "h"), "own.steps.title"),
    Power("own.copy", own("steps", "y", "", "Call Jo", ""), "own.steps.copy_text"),
    Power(
        "help.people settings.people",
        own("people", *_TWO),
        "plain_help.people.kept",
        people("Mira", "Jo"),
    ),
    Power(
        "own.change",
        own("people", *_TWO, "1", do("change"), "Mo", ""),
        "plain_help.people.kept",
        people("Mo", "Jo"),
    ),
    Power(
        "own.remove",
        own("people", *_TWO, "1", do("remove")),
        "plain_help.people.gone",
        people("Jo"),
    ),
    Power(
        "own.up", own("people", *_TWO, "2", do("up")), "plain_help.people.how", people("Jo", "Mira")
    ),
    Power(
        "own.down",
        own("people", *_TWO, "1", do("down")),
        "plain_help.people.how",
        people("Jo", "Mira"),
    ),
    Power(
        "own.rule",
        own("people", "r", "Not at night"),
        "own.rule.about",
        lambda opened, _: opened.own_help.read().rule == "Not at night",
    ),
    Power(
        "own.card",
        own("people", *_TWO, "c", "yes"),
        "own.card.sure own.card.left",
        lambda opened, _: opened.own_help.has_card,
    ),
)


def setting(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with a setting."""
    return more("settings", pick(f"settings.name.{name}"), *lines)


def is_set(line: str) -> Kept:
    """Whether the settings file has a line."""
    return lambda _, home: line in (home / ".config/companion/settings.toml").read_text("utf-8")


_KEYS = (Pick("Home"), Pick("note:"))
_SETTINGS = (
    Power(
        "home.settings settings.theme home.look",
        setting("theme", pick("settings.theme.paper")),
        "settings.about",
        is_set('theme = "paper"'),
    ),
    Power(
        "settings.lock_after",
        setting("lock_after", "5"),
        "settings.plain.lock_here",
        is_set("lock_after = 5"),
    ),
    Power(
        "settings.animation",
        setting("animation", pick("settings.on")),
        "settings.help.animation",
        is_set("animation = true"),
    ),
    Power(
        "settings.mouse",
        setting("mouse", pick("settings.off")),
        "settings.help.mouse",
        is_set("mouse = false"),
    ),
    Power(
        "settings.plain",
        setting("plain", pick("settings.on")),
        "settings.help.plain",
        is_set("plain = true"),
    ),
    Power(
        "settings.language",
        setting("language", pick("settings.language.es")),
        "settings.help.language",
        is_set('language = "es"'),
    ),
    Power(
        "settings.country",
        setting("country", "gb"),
        "settings.help.country",
        is_set('country = "GB"'),
    ),
    Power(
        "settings.keys remap.change",
        setting("keys", *_KEYS, "F6"),
        "settings.plain.now",
        is_set('"home.note" = "f6"'),
    ),
    Power("remap.usual", setting("keys", *_KEYS, "F6", *_KEYS[1:], "usual"), "=It is n now."),
    Power(
        "remap.all_usual",
        setting("keys", pick("settings.plain.all_usual")),
        "settings.plain.all_usual_now",
    ),
)
_LOCKING = (
    Power("app.lock home.lock", (), "plain.bye"),
    Power("app.quit home.quit", menu("leave"), "plain.bye", leaves=True),
    Power("screen.back", menu("journal", ""), "plain.menu.leave"),
    Power(
        "home.keeping keeping.verify",
        more("keeping", pick("safekeeping.menu.verify")),
        "safekeeping.verify_good",
    ),
    Power(
        "keeping.backup",
        more("keeping", pick("safekeeping.menu.backup"), "{home}/copy.backup"),
        "safekeeping.backup_made",
        lambda _, home: (home / "copy.backup").exists(),
    ),
    Power(
        "keeping.everything",
        more("keeping", pick("safekeeping.menu.everything"), "{home}/all.json"),
        "exchange.save.warning exchange.save.done",
        lambda _, home: (home / "all.json").exists(),
    ),
    Power(
        "keeping.passphrase",
        more("keeping", pick("safekeeping.menu.passphrase"), PASSPHRASE, _NEW, _NEW[1:]),
        "safekeeping.new plain.differ",
    ),
    Power(
        "keeping.code",
        more("keeping", pick("safekeeping.menu.code"), PASSPHRASE, ""),
        "safekeeping.code_left",
    ),
)
POWERS = (*_LOOKING, *_WORDS, *_HELP, *_SETTINGS, *_LOCKING)
"""The rows."""
