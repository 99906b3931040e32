"""The page, the second sheet, the book and the files that were saved, by typed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from by_ear import Pick, pick
from powers import Power, menu, more

from companion.domain.page import Mode

if TYPE_CHECKING:
    from pathlib import Path

    from powers import Kept

    from companion.domain.page import PageLine
    from companion.services.open_notebook import OpenNotebook

ASKED = Pick("On the page, to talk about, in your shorter words: About the summer")
OUT = Pick("That you can be fond of people")
SUMMER = "About the summer"
FOND = "That you can be fond"
_KEEPING = pick("plain_page.next.exported")


def page(*lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines typed while the lines of the page are chosen."""
    return menu("page", *lines)


def beside(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something around the page, once its lines are chosen."""
    return menu("page", "", pick(f"plain_page.next.{name}"), *lines)


def saved(name: str) -> tuple[str | Pick, ...]:
    """Lines that save the page as a text, at the page."""
    return (pick("plain_page.next.save"), pick("save.text"), f"{{home}}/{name}")


def lines(opened: OpenNotebook) -> list[PageLine]:
    """The lines of the page, in their order."""
    return [line for _, under in opened.pages.desk().page.sections for line in under]


def on_page(*beginnings: str) -> Kept:
    """Whether the page has these lines, in this order, and no others."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        texts = [line.text for line in lines(opened)]
        return len(texts) == len(beginnings) and all(map(str.startswith, texts, beginnings))

    return kept


def takes(mode: Mode) -> Kept:
    """Whether the first line of the page shall be taken so."""
    return lambda opened, _: lines(opened)[0].mode is mode


def file_is(name: str, *, there: bool) -> Kept:
    """Whether a file is there, and then whether it is remembered."""
    return lambda _, home: (home / name).exists() is there


def remembers(number: int) -> Kept:
    """How many saved files are remembered."""
    return lambda opened, _: len(opened.exported.files()) == number


WOULD = "Would it be all right"
_COMPOSING = (
    Power("home.page page.tick", page(OUT, "1"), "plain_page.counts", on_page(SUMMER, FOND, WOULD)),
    Power(
        "page.mode",
        page(ASKED, pick("plain_page.change.mode"), pick("print.mode.just-know")),
        "plain_page.mode",
        takes(Mode.JUST_KNOW),
    ),
    Power(
        "page.down",
        page(ASKED, pick("plain_page.change.down")),
        "plain_page.order",
        on_page(WOULD, SUMMER),
    ),
    Power(
        "page.up",
        page(Pick("On the page, please ask me"), pick("plain_page.change.up")),
        "plain_page.order",
        on_page(WOULD, SUMMER),
    ),
    Power(
        "page.section",
        page(Pick("On the page, please ask me"), pick("plain_page.change.section"), "1"),
        "plain_page.section plain_page.counts",
    ),
    Power(
        "page.shorten",
        page(ASKED, pick("plain_page.change.shorten"), "The summer"),
        "plain_page.original plain_page.line_words",
        on_page("The summer", WOULD),
    ),
    Power("page.source", page("from 1"), "composer.source"),
    Power("page.preview", beside("see"), "plain_page.as_printed =I chose these lines myself"),
    Power("page.nothing", page("0"), "plain.page.nothing_which", on_page()),
    Power(
        "page.heading",
        beside("head", "N.", "no"),
        "plain_page.head.now plain_page.head.foot_off",
        lambda opened, _: opened.pages.name == "N." and not opened.pages.footer,
    ),
    Power("page.handover", beside("handover"), "plain_page.next.for_handover plain_page.how"),
    Power(
        "page.second second.tick quote.tick",
        beside("second", "7", "8"),
        "plain_page.second.how plain_page.second.quote_on",
        lambda opened, _: len(opened.pages.desk().second.quoted) == 2,
    ),
    Power("second.up", beside("second", "7", "8", "up 8"), "plain_page.second.order"),
    Power("second.down", beside("second", "7", "8", "down 7"), "plain_page.second.order"),
    Power("second.done", beside("second", "7", ""), "plain_page.second.done"),
    Power(
        "preview.save",
        menu("page", "", *saved("page.txt")),
        "plain_page.save.done save.warning",
        file_is("page.txt", there=True),
    ),
    Power("preview.sleep", beside("sleep"), "plain.page.sleeps"),
    Power(
        "preview.aloud aloud.next aloud.before",
        beside("aloud", "", "", "b", ""),
        "plain.aloud.how =About the summer",
    ),
)
_EXPORTED = (
    Power(
        "home.exported exported.remove",
        menu("page", "", *saved("a.txt"), _KEEPING, "1", pick("plain_exported.do.remove"), "yes"),
        "plain_exported.removed",
        file_is("a.txt", there=False),
    ),
    Power(
        "exported.forget",
        menu("page", "", *saved("a.txt"), _KEEPING, "1", pick("plain_exported.do.forget")),
        "plain_exported.forgotten",
        remembers(0),
    ),
    Power(
        "exported.remove_all",
        menu(
            "page",
            *("", *saved("a.txt"), *saved("b.txt"), _KEEPING),
            *(pick("plain_exported.all"), pick("plain_exported.do.remove"), "yes"),
        ),
        "plain_exported.ask_all plain_exported.none",
        remembers(0),
    ),
)
_BOOK = (
    Power(
        "home.book book.tick",
        more("book", "2", ""),
        "book.plain.in book.plain.file",
        lambda opened, _: len(opened.books.desk().ticked) == 1,
    ),
    Power(
        "book.entry",
        more("book", "e1"),
        "book.plain.in",
        lambda opened, _: len(opened.books.desk().ticked) > 1,
    ),
    Power("book.preview", more("book", "1", "see"), "=They asked what a good hour"),
    Power("book.heading", more("book", "name", "N.", "days"), "book.plain.kept book.plain.days_on"),
    Power("book.then room.parting", more("parting", pick("parting.keep")), "parting.kept"),
    Power(
        "book.save",
        more("book", "1", "", "{home}/book.md"),
        "plain.page.not_encrypted",
        file_is("book.md", there=True),
    ),
)
POWERS = (*_COMPOSING, *_EXPORTED, *_BOOK)
"""The rows."""
