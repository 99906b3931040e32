"""A small content folder without mistakes, and a way to plant one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINT = (
    'longest = 30\nformula = "flesch-kincaid"\nhighest_grade = 9\nsentence_ends = ".?"\n'
    'why = ["why"]\njargon = []\n'
    "gendered = []\npraise = []\nadvice = []\npromise = []\nleading = []\n"
)
FROM = 'author = "x"\nlicence = "MIT"\nreviewed_on = 2026-11-23\n'
FILES = {
    "en/ui/a.toml": '[a]\nhello = "Hello, {name}"\nbye = "Goodbye"\n',
    "en/ui/help.toml": (
        '[help]\nand = " and "\nbetween = ", "\nspoken = "in {languages}"\n'
        'reach.call = "{dial}"\nreach.text-send = "text {send} to {dial}"\n'
        'hours.always = "at any hour"\ncost.free = "free"\nlanguage.en = "English"\n'
    ),
    "es/ui/a.toml": '[a]\nhello = "Hola, {name}"\n',
    "es/ui/help.toml": '[help]\nhours.always = "a toda hora"\n',
    "en/lint.toml": LINT,
    "es/lint.toml": LINT.replace('formula = "flesch-kincaid"\nhighest_grade = 9\n', ""),
    "crisis.toml": (
        '[[countries]]\ncode = "ZZ"\nname = "Nowhere"\nemergency = ["000"]\n'
        'sources = ["a book", "a page"]\nchecked_on = 2026-11-23\n'
        'lines = [{ name = "Ear", dial = "555 01", hours = "always", cost = "free" }]\n'
    ),
    "paths/frame.toml": (
        '[[before]]\nid = "arrive"\nkind = "rating"\n'
        '[[after]]\nid = "leave"\nkind = "rating"\n'
        '[[after]]\nid = "close"\nkind = "close"\nalways = true\noptions = [{ id = "down" }]\n'
    ),
    "en/paths/frame.toml": (
        FROM + '[arrive]\nprompt = "How steady?"\nlow = "not"\nhigh = "very"\n'
        '[leave]\nprompt = "How steady now?"\nlow = "not"\nhigh = "very"\n'
        '[close]\nprompt = "How to end?"\noptions.down = { label = "Down", text = "Saved." }\n'
    ),
    "paths/rain.toml": (
        'id = "rain"\nversion = 1\nminutes = 1\n[[steps]]\nid = "one"\nkind = "text"\n'
    ),
    "en/paths/rain.toml": (
        f'title = "Rain"\nabout = "About rain."\n{FROM}'
        '[one]\nprompt = "What did it sound like?"\nhelp = "A word."\n'
    ),
    "es/paths/rain.toml": '[one]\nprompt = "¿Cómo sonaba?"\n',
}


def put(content: Path, name: str, old: str, new: str) -> None:
    """Change one thing in a file of the folder."""
    file = content / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
