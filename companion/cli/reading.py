"""The commands that read what was written: list, search, show, tag."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.plain.entry import change_tags, say_tags
from companion.plain.history import rung_of, show_history
from companion.plain.reading import show_entry, show_rows

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.answer import Answer, Reflection
    from companion.domain.summaries import Summary
    from companion.services.open_notebook import OpenNotebook


def list_entries(run: Run) -> int:
    """List the journal, the latest first; all of it, or what has a tag."""
    tag, limit = run.asked.tag, run.asked.limit
    with run.opened() as opened:
        found = opened.journal.tagged(tag, limit) if tag else opened.journal.rows(0, limit)
        _rows(run, opened, found)
    return codes.DONE


def search(run: Run) -> int:
    """Find entries by their words."""
    with run.opened() as opened:
        _rows(run, opened, opened.journal.search(" ".join(run.asked.words)))
    return codes.DONE


def show(run: Run) -> int:
    """Show one entry, and how it read before where that is asked for."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        if run.asked.json:
            print_json(run, entry_json(run, opened, entry))
            return codes.DONE
        show_entry(run.face, opened, entry)
        if run.asked.history:
            run.terminal.say()
            show_history(run.face, opened, entry)
    return codes.DONE


def tag(run: Run) -> int:
    """Give an entry tags and take some off it; without any, show them."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        tags = entry.tags
        if run.asked.words or run.asked.remove:
            tags = change_tags(opened, entry, run.asked.words, run.asked.remove)
        say_tags(run.face, tags)
    return codes.DONE


def _rows(run: Run, opened: OpenNotebook, rows: list[Summary]) -> None:
    if run.asked.json:
        tags = _tags(opened)
        print_json(run, [row_json(run, row, tags[row.id]) for row in rows])
    elif rows:
        show_rows(run.face, rows)
    else:
        run.terminal.say(run.say("plain.nothing_found"))


def _tags(opened: OpenNotebook) -> dict[str, list[str]]:
    """The tags of each entry that has any, in alphabetical order."""
    found: dict[str, list[str]] = defaultdict(list)
    height = opened.journal.height()
    for one in opened.journal.tags():
        for row in opened.journal.tagged(one, height):
            found[row.id].append(one)
    return found


def row_json(run: Run, row: Summary, tags: list[str]) -> dict[str, Any]:
    """A row: `id`, `path`, `title`, `happened_at`, `words`, `draft`, `tags`."""
    return {
        "id": row.id,
        "path": row.path_id,
        "title": row.title,
        "happened_at": run.builder.clock.local(row.happened_at).isoformat(),
        "words": row.first_words,
        "draft": row.is_draft,
        "tags": tags,
    }


def entry_json(run: Run, opened: OpenNotebook, entry: Reflection) -> dict[str, Any]:
    """An entry: `id`, `path`, `title`, `language`, `happened_at`, `draft`, `tags`, `answers`."""
    return {
        "id": entry.id,
        "path": entry.path_id,
        "title": entry.title,
        "language": entry.language,
        "happened_at": run.builder.clock.local(entry.happened_at).isoformat(),
        "draft": entry.is_draft,
        "tags": list(entry.tags),
        "answers": [answer_json(run, opened, answer) for answer in entry.answers],
    }


def answer_json(run: Run, opened: OpenNotebook, answer: Answer) -> dict[str, Any]:
    """An answer: `step`, `kind`, `prompt`, `answer`, `place`, `rung`.

    `rung` is null for what is not in the drawer. With `--history` there is `earlier` as
    well, the latest first: `answer`, `changed_at`.
    """
    rung = rung_of(opened, answer)
    found: dict[str, Any] = {
        "step": answer.step_id,
        "kind": str(answer.kind),
        "prompt": answer.prompt,
        "answer": answer.shown,
        "place": str(answer.place),
        "rung": None if rung is None else str(rung),
    }
    if run.asked.history:
        local = run.builder.clock.local
        found["earlier"] = [
            {"answer": before.shown, "changed_at": local(before.replaced_at).isoformat()}
            for before in opened.journal.wordings(answer.id)
        ]
    return found
