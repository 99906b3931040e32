"""The command that works on the Unsaid drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.agreed_options import WRITTEN
from companion.cli.run import print_json
from companion.domain.errors import NotForThePageError, NothingWrittenError
from companion.domain.ladder import Became, Rung, Size
from companion.plain.rehearsing import bring_as, keep_tried, rehearse, write_what_came
from companion.plain.unsaid import (
    by_rung,
    find_item,
    move,
    show_item,
    show_items,
    show_repairs,
    was_said,
)

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.ladder import Unsaid
    from companion.services.open_notebook import OpenNotebook


def unsaid(run: Run) -> int:
    """List the drawer, or do something with one thing in it."""
    with run.opened() as opened:
        if run.asked.action is None:
            _list(run, by_rung(opened.drawer.items()))
            return codes.DONE
        if run.asked.action == "repairs":
            _repairs(run, opened)
            return codes.DONE
        item = find_item(opened, run.asked.id)
        match run.asked.action:
            case "show":
                _show(run, item)
            case "move":
                return _move(run, opened, item, Rung(run.asked.rung))
            case "rehearse":
                _rehearse(run, opened, item, Size(run.asked.size))
            case "bring":
                return _bring(run, opened, item)
            case "said":
                _said(run, opened, item)
    return codes.DONE


def _list(run: Run, items: list[Unsaid]) -> None:
    if run.asked.json:
        print_json(run, [item_json(run, item) for item in items])
    elif items:
        show_items(run.face, items, with_ids=True)
    else:
        run.face.say("plain_unsaid.none")


def _repairs(run: Run, opened: OpenNotebook) -> None:
    if run.asked.json:
        print_json(run, [item_json(run, item) for item in opened.drawer.repairs()])
    else:
        show_repairs(run.face, opened)


def _show(run: Run, item: Unsaid) -> None:
    if run.asked.json:
        print_json(run, item_json(run, item))
    else:
        show_item(run.face, item)


def _move(run: Run, opened: OpenNotebook, item: Unsaid, rung: Rung) -> int:
    if rung not in item.rungs:
        run.terminal.warn(run.say("plain_unsaid.never"))
        return codes.code_of(NotForThePageError())
    move(run.face, opened, item, rung)
    return codes.DONE


def _rehearse(run: Run, opened: OpenNotebook, item: Unsaid, size: Size) -> None:
    if run.asked.clear:
        keep_tried(run.face, opened, item, size, "")
    elif run.terminal.by_hand:
        rehearse(run.face, opened, item, size)
    else:
        words = run.terminal.read_all().strip()
        if not words:
            raise NothingWrittenError
        keep_tried(run.face, opened, item, size, words)


def _bring(run: Run, opened: OpenNotebook, item: Unsaid) -> int:
    if not run.asked.size or not item.may_be_brought:
        return _move(run, opened, item, Rung.BRING)
    size = None if run.asked.size == WRITTEN else Size(run.asked.size)
    if item.standing.rung is Rung.BRING:
        bring_as(run.face, opened, item, size)
        return codes.DONE
    # The words first: what may be ticked are those that were asked for, from the first moment.
    item = opened.drawer.bring_as(item.answer_id, size)
    if item.standing.brings is not size:
        run.face.say("plain_unsaid.brings.nothing_tried")
    return _move(run, opened, item, Rung.BRING)


def _said(run: Run, opened: OpenNotebook, item: Unsaid) -> None:
    if run.asked.became is None and run.terminal.by_hand:
        was_said(run.face, opened, item)
        return
    became = Became(run.asked.became) if run.asked.became else item.standing.became
    item = move(run.face, opened, item, Rung.SAID)
    item = opened.drawer.happened(item.answer_id, became, item.standing.after)
    if run.terminal.by_hand:
        write_what_came(run.face, opened, item)
        return
    words = run.terminal.read_all().strip()
    if words:
        opened.drawer.happened(item.answer_id, became, words)
    run.face.say("plain_unsaid.said.kept")


def item_json(run: Run, item: Unsaid) -> dict[str, Any]:
    """A thing in the drawer.

    `id`, `entry`, `title`, `happened_at`, `prompt`, `words`, `rung`, `rungs`, `tried` (a text
    for each of `all`, `lines`, `sentence`), `brings`, `became`, `after`.
    """
    standing = item.standing
    return {
        "id": item.answer_id,
        "entry": item.origin.reflection_id,
        "title": item.origin.title,
        "happened_at": run.builder.clock.local(item.origin.happened_at).isoformat(),
        "prompt": item.origin.prompt,
        "words": item.text,
        "rung": str(standing.rung),
        "rungs": [str(rung) for rung in item.rungs],
        "tried": {str(size): standing.rehearsal.of(size) for size in Size},
        "brings": str(standing.brings) if standing.brings else None,
        "became": str(standing.became) if standing.became else None,
        "after": standing.after,
    }
