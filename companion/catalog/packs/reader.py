"""From the bytes of a file to a pack, or to all that has to be put right in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, languages, names
from companion.catalog.loader import FRAME
from companion.catalog.packs.limits import (
    LONGEST_ID,
    LONGEST_WHY,
    MOST_COUNT,
    MOST_PATHS,
    MOST_PROBLEMS,
    MOST_TASKS,
)
from companion.catalog.packs.lines import lines_of
from companion.catalog.packs.paths import looking_back, read_path
from companion.catalog.packs.table import Found, PackTable
from companion.catalog.packs.text import read_raw
from companion.catalog.packs.wording import check_wording
from companion.domain.pack import Length, Pack, PackProblem, PackReading, PackTask, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from companion.catalog.packs.text import RawPack

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


def read_pack(data: bytes, root: Traversable, *, kept: bool = False) -> PackReading:
    """Read a pack, whoever wrote it.

    Nothing is raised: whatever is wrong is told, by line, all of it at once.

    Args:
        data: The file's bytes; more than may be read need not be whole.
        root: The content folder: the frame, the wording rules, the names that are taken.
        kept: Whether it was added already: then neither the wording rules nor the names of
            companion's own reflections matter, which a later version may have more of.
    """
    raw = read_raw(data)
    if raw.values is None:
        return PackReading(raw.text, problems=raw.problems)
    pack, problems = _judged(raw, root, kept=kept)
    ordered = sorted((*raw.problems, *problems), key=lambda one: one.line)
    return PackReading(raw.text, None if ordered else pack, tuple(ordered)[:MOST_PROBLEMS])


def _judged(raw: RawPack, root: Traversable, *, kept: bool) -> tuple[Pack, list[PackProblem]]:
    found = Found(lines_of(raw.text), broken=bool(raw.problems))
    made = PackTable(found, raw.values)
    language = _language(made, root)
    taken = () if kept else [name for name in names(root / "paths") if name != FRAME]
    pack_id = checked_id(made, taken)
    tasks = made.listed("tasks", MOST_TASKS)
    paths = made.listed("paths", MOST_PATHS)
    read = tuple(read_path(one, pack_id, checked_id(one, taken), language, root) for one in paths)
    pack = Pack(
        id=pack_id,
        title=made.text("title"),
        author=made.text("author"),
        language=language,
        why=made.text("why", most=LONGEST_WHY),
        length=_length(made),
        tasks=tuple(map(_task, tasks)),
        paths=looking_back(read, pack_id, root),
        licence=made.text("licence", ""),
        reviewed_on=made.day("reviewed_on") if "reviewed_on" in made else None,
    )
    if not tasks and not paths:
        made.wrong("", "nothing-in-it")
    _twice(tasks, (task.id for task in pack.tasks))
    _twice(paths, (path.id for path in pack.paths))
    made.done()
    if not kept:
        check_wording(pack, read, found, root)
    return pack, found.problems


def checked_id(made: PackTable, taken: Iterable[str] = ()) -> str:
    """The id a table says; one that is none, or is taken, is remembered as wrong.

    Args:
        made: The table.
        taken: The ids that mean something else already.
    """
    found = made.text("id")
    if "id" not in made:
        return found
    if not _NAME.fullmatch(found) or len(found) > LONGEST_ID:
        made.wrong("id", "id", most=LONGEST_ID)
        return "id"
    if found in taken:
        made.wrong("id", "taken", name=found)
    return found


def _language(made: PackTable, root: Traversable) -> str:
    known = languages(root)
    said = made.text("language")
    if said in known:
        return said
    if "language" in made:
        made.wrong("language", "language", known=", ".join(known))
    return FALLBACK


def _length(made: PackTable) -> Length | None:
    said = [unit for unit in Unit if unit in made]
    if not said:
        return None
    if len(said) > 1:
        made.wrong(said[-1], "both-lengths")
    count = made.number(said[0], most=MOST_COUNT)
    for unit in said[1:]:
        made.number(unit, most=MOST_COUNT)
    if count < 1:
        made.wrong(said[0], "no-number")
    return Length(count, said[0])


def _task(made: PackTable) -> PackTask:
    task = PackTask(
        id=checked_id(made),
        what=made.text("what"),
        for_what=made.text("for"),
        when=made.text("when", ""),
        then=made.text("then", ""),
        tiny=made.text("tiny", ""),
    )
    if task.when and not task.then:
        made.wrong("when", "half-a-plan")
    made.done()
    return task


def _twice(tables: Iterable[PackTable], ids: Iterable[str]) -> None:
    counted = Counter[str]()
    for made, one in zip(tables, ids, strict=True):
        counted[one] += 1
        if counted[one] > 1 and "id" in made:
            made.wrong("id", "twice", name=one.rpartition("_")[2])
