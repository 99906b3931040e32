"""The commands that open no notebook of the person's, or are about to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from companion.cli import codes
from companion.cli.run import print_json

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.path import ReflectionPath
    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook

_TURN = 0.0005  # seconds
"""How long a thread may go on while another waits. Textual writes to the terminal from a thread
of its own, in several turns: of Python's own five milliseconds each, a painted screen is seen
a twentieth of a second late whenever the notebook's thread works, too."""


def app(run: Run) -> int:
    """Open the app; where there is no full screen to draw on, plain mode."""
    if full_screen(run):
        is_new = not run.builder.notebook.exists()  # a place that is no good is told now, in a line
        if is_new:
            # A screen reader has said it before the full screen is drawn over it.
            run.face.say("plain.first_run")
        code = show_app(run.builder.house)
        if not (is_new and _chose_lines(run)):
            return code
    return _line_by_line(run)


def _chose_lines(run: Run) -> bool:
    """Whether someone left the full screen of the first run for plain mode."""
    return run.builder.preferences.current.plain and not run.builder.notebook.exists()


def _line_by_line(run: Run) -> int:
    """Open the notebook in plain mode, or set one up."""
    from companion.plain.menu import menu
    from companion.plain.set_up import set_up

    run.say_faults()
    if run.builder.notebook.exists():
        if run.builder.notebook.wiping.begun():
            from companion.plain.wiping import finish_wiping

            return codes.DONE if finish_wiping(run.face) else codes.NOT_DONE
        if run.terminal.by_hand:
            run.terminal.say(run.say("plain_help.door"))
        with run.opened(new_passphrase_offered=True) as opened:
            menu(run.face, opened)
        return codes.DONE
    _ask_language(run)
    try:
        menu(run.face, set_up(run.face, run.passphrase_from_file()))
    finally:
        run.builder.notebook.lock()
    return codes.DONE


def _ask_language(run: Run) -> None:
    """Ask on the first run, unless it was said on the command line."""
    from companion.plain.language import ask_language

    if not run.asked.lang:
        ask_language(run.face)


def full_screen(run: Run) -> bool:
    """Whether the app can be drawn here, and was declined neither now nor for good."""
    dumb = run.environment.get("TERM", "") in {"dumb", "unknown"}
    # Textual draws on the error stream: sent to a file, it would hold every word on the screen.
    drawn_on = (sys.stdout, sys.stderr)
    seen = run.terminal.by_hand and all(stream.isatty() for stream in drawn_on)
    declined = run.asked.plain or dumb
    return seen and not declined and not run.builder.preferences.current.plain


def show_app(house: House, opened: OpenNotebook | None = None) -> int:
    """Run the Textual app to its end."""
    from threading import Thread

    from companion.ui.ahead import prepare_screens
    from companion.ui.app import CompanionApp

    def prepare() -> None:
        house.prepare()
        Thread(target=prepare_screens, args=[shown], daemon=True).start()

    sys.setswitchinterval(_TURN)
    shown = CompanionApp(house._replace(prepare=prepare), opened)
    shown.run(mouse=house.preferences.current.mouse)
    return shown.return_code or codes.DONE


def demo(run: Run) -> int:
    """Three fictional months in a throw-away place."""
    from companion.demo.opening import open_demo
    from companion.plain.face import Face
    from companion.plain.menu import menu

    with open_demo(run.builder) as (house, opened):
        if full_screen(run):
            return show_app(house, opened)
        run.say_faults()
        menu(Face(run.terminal, house), opened)
    return codes.DONE


def init(run: Run) -> int:
    """Set a notebook up without the app."""
    from companion.domain.errors import NotebookExistsError
    from companion.plain.set_up import set_up

    if run.builder.notebook.exists():
        run.builder.notebook.wiping.refuse()
        raise NotebookExistsError(folder=str(run.builder.notebook.folder))
    _ask_language(run)
    try:
        set_up(run.face, run.passphrase_from_file())
    finally:
        run.builder.notebook.lock()
    return codes.DONE


def paths(run: Run) -> int:
    """What reflections there are; or whether all content is as it should be."""
    if run.asked.check:
        return _check(run)
    if run.asked.release:
        return _release(run)
    from companion.catalog.shelf import Bookshelf

    found = [path for path in Bookshelf(run.builder.words.code).paths() if path.offered]
    if run.asked.json:
        # `id`, `title`, `about`, `minutes`, `version`, `forms`, `author`, `licence`,
        # `reviewed_on`
        rows = [
            {
                "id": path.id,
                "title": path.title,
                "about": path.about,
                "minutes": path.minutes,
                "version": path.version,
                "forms": list(path.forms),
                **_provenance(path),
            }
            for path in found
        ]
        print_json(run, rows)
        return codes.DONE
    for path in found:
        line = run.say("plain.path", title=path.title, about=path.about, number=path.minutes)
        run.terminal.say(f"{path.id}: {line}")
    return codes.DONE


def _provenance(path: ReflectionPath) -> dict[str, str]:
    known = path.provenance
    return {
        "author": known.author if known else "",
        "licence": known.licence if known else "",
        "reviewed_on": known.reviewed_on.isoformat() if known else "",
    }


def _check(run: Run) -> int:
    from companion.catalog.check import check
    from companion.cli.content import say_problems

    return say_problems(run, check())


def _release(run: Run) -> int:
    """Whether the crisis lines were checked lately enough for a release."""
    from companion.catalog.crisis import Directory
    from companion.catalog.release import too_old

    clock, words = run.builder.clock, run.builder.words
    today = clock.local(clock.now()).date()
    old = too_old(Directory(language=words.code).countries(), today)
    for country in old:
        day = words.day(country.checked_on)
        run.terminal.say(run.say("cli.line_old", country=country.name, day=day))
    if not old:
        run.terminal.say(run.say("cli.lines_good"))
    return codes.NOT_DONE if old else codes.DONE


def help_now(run: Run) -> int:
    """Who can be reached, and two minutes to get steadier: no passphrase is asked.

    One's own people and steps are written in the notebook, which is opened for them.
    """
    from companion.plain.help_now import show_help, walk_steady

    match run.asked.what:
        case "steady":
            walk_steady(run.face)
        case "people" | "steps":
            with run.opened() as opened:
                _write_own(run, opened)
        case _:
            show_help(run.face, run.asked.country)
    return codes.DONE


def _write_own(run: Run, opened: OpenNotebook) -> None:
    from companion.plain.own_people import write_people
    from companion.plain.own_steps import write_steps

    write = write_people if run.asked.what == "people" else write_steps
    write(run.face, opened)
