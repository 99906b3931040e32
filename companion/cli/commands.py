"""The commands that work on an open notebook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.domain.dates import parse_moment
from companion.domain.errors import FileExistsAlreadyError
from companion.domain.path import Form, Place
from companion.plain.menu import choose_and_walk
from companion.plain.page import compose_page, say_excess
from companion.plain.reading import show_entry, show_rows
from companion.plain.reflect import walk_path, write_note
from companion.plain.sessions import session_line, show_sessions

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.answer import Answer, Reflection
    from companion.domain.journey import Session
    from companion.domain.summaries import Summary
    from companion.services.notebook import OpenNotebook


def note(run: Run) -> int:
    """Keep a quick line, typed or piped in."""
    place = Place.PARKED if run.asked.park else Place.UNSAID if run.asked.unsaid else Place.HERE
    with run.opened(run.asked.wait) as opened:
        if run.terminal.by_hand:
            run.face.say("plain.write")
            lines = []
            while line := run.face.ask():
                lines.append(line)
            text = "\n".join(lines)
        else:
            text = run.terminal.read_all()
        write_note(run.face, opened, text, place)
    return codes.DONE


def reflect(run: Run) -> int:
    """Walk a path; without one, choose it."""
    form = Form.SHORT if run.asked.short else Form.FULL
    clock = run.builder.clock
    when = parse_moment(run.asked.on, clock, needs_time=False) if run.asked.on else None
    with run.opened() as opened:
        if not run.asked.path:
            choose_and_walk(run.face, opened, form)
            return codes.DONE
        draft = opened.reflecting.draft_of(run.asked.path)
        if draft and run.face.yes("plain.draft_waits", title=draft.title):
            walk = opened.reflecting.resume(draft.id)
        else:
            walk = opened.reflecting.begin(run.asked.path, form, when)
        walk_path(run.face, opened, walk)
    return codes.DONE


def session(run: Run) -> int:
    """Add, list and settle sessions."""
    asked = run.asked
    at = parse_moment(asked.when, run.builder.clock) if hasattr(asked, "when") else None
    with run.opened() as opened:
        appointments = opened.appointments
        if asked.action == "list":
            if asked.json:
                print_json(run, [session_json(run, one) for one in appointments.all()])
            else:
                show_sessions(run.face, opened)
            return codes.DONE
        if asked.action == "add" and at is not None:
            kept = appointments.add(at, asked.number)
        elif asked.action == "move" and at is not None:
            kept = appointments.move(at, asked.number)
        elif asked.action == "held":
            kept = appointments.held(asked.number)
        else:
            kept = appointments.missed(asked.number)
        run.terminal.say(session_line(run.face, kept))
    return codes.DONE


def list_entries(run: Run) -> int:
    """List the journal, the latest first."""
    with run.opened() as opened:
        _rows(run, opened.journal.rows(0, run.asked.limit))
    return codes.DONE


def search(run: Run) -> int:
    """Find entries by their words."""
    with run.opened() as opened:
        _rows(run, opened.journal.search(" ".join(run.asked.words)))
    return codes.DONE


def show(run: Run) -> int:
    """Show one entry."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        if run.asked.json:
            print_json(run, entry_json(run, entry))
        else:
            show_entry(run.face, entry)
    return codes.DONE


def delete(run: Run) -> int:
    """Remove one entry for good, after a question."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        day = run.builder.words.day(run.builder.clock.local(entry.happened_at).date())
        if not run.asked.yes and not run.face.yes("cli.delete_ask", title=entry.title, day=day):
            run.terminal.say(run.say("cli.delete_left"))
            return codes.NOT_DONE
        opened.journal.remove(entry.id)
        run.terminal.say(run.say("cli.delete_done"))
    return codes.DONE


def page(run: Run) -> int:
    """Print the page as it stands, write it to a file, or choose its lines."""
    with run.opened() as opened:
        if run.asked.action == "compose":
            compose_page(run.face, opened, run.asked.session)
            return codes.DONE
        desk = opened.pages.desk(run.asked.session)
        say_excess(run.face, desk)
        if run.asked.output:
            _write_page(run, opened)
        else:
            run.terminal.show(opened.pages.render(desk.page, run.asked.format))
    return codes.DONE


def _write_page(run: Run, opened: OpenNotebook) -> None:
    file = Path(run.asked.output).expanduser()
    desk = opened.pages.desk(run.asked.session)
    form = run.asked.format
    try:
        opened.pages.write(desk.page, form, file, replace=run.asked.replace)
    except FileExistsAlreadyError:
        # A pipe can't be asked; a person is.
        if not run.terminal.by_hand or not run.face.yes("cli.replace_ask", file=str(file)):
            raise
        opened.pages.write(desk.page, form, file, replace=True)
    run.terminal.warn(run.say("plain.page.not_encrypted", file=str(file)))


def _rows(run: Run, rows: list[Summary]) -> None:
    if run.asked.json:
        print_json(run, [row_json(run, row) for row in rows])
    elif rows:
        show_rows(run.face, rows)
    else:
        run.terminal.say(run.say("plain.nothing_found"))


def print_json(run: Run, value: object) -> None:
    """Print a value as JSON, and nothing else."""
    run.terminal.show(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def row_json(run: Run, row: Summary) -> dict[str, Any]:
    """A row of the journal: `id`, `path`, `title`, `happened_at`, `words`, `draft`."""
    return {
        "id": row.id,
        "path": row.path_id,
        "title": row.title,
        "happened_at": run.builder.clock.local(row.happened_at).isoformat(),
        "words": row.first_words,
        "draft": row.is_draft,
    }


def entry_json(run: Run, entry: Reflection) -> dict[str, Any]:
    """An entry: `id`, `path`, `title`, `language`, `happened_at`, `draft`, `answers`."""
    return {
        "id": entry.id,
        "path": entry.path_id,
        "title": entry.title,
        "language": entry.language,
        "happened_at": run.builder.clock.local(entry.happened_at).isoformat(),
        "draft": entry.is_draft,
        "answers": [answer_json(answer) for answer in entry.answers],
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """An answer: `step`, `kind`, `prompt`, `answer`, `place`."""
    return {
        "step": answer.step_id,
        "kind": str(answer.kind),
        "prompt": answer.prompt,
        "answer": answer.shown,
        "place": str(answer.place),
    }


def session_json(run: Run, one: Session) -> dict[str, Any]:
    """A session: `number`, `at`, `state`."""
    return {
        "number": one.number,
        "at": run.builder.clock.local(one.at).isoformat(),
        "state": str(one.state),
    }
