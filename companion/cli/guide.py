"""The guide: one page at a time, as plain text or as a PDF. No notebook is opened for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.errors import UnknownTopicError
from companion.domain.printing import Paper, Printing
from companion.plain.guide_text import as_rows, topic_says
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.cli.run import Run


def guide(run: Run) -> int:
    """List the pages, show one, or print one."""
    pages, asked = run.builder.guide, run.asked
    if not asked.topic:
        for topic in pages.topics():
            run.terminal.say(f"{topic}: {topic_says(run.builder.words, pages, topic)}")
        return codes.DONE
    if asked.topic not in pages.topics():
        raise UnknownTopicError(topic=asked.topic)
    if asked.pdf is not None:
        return _print(run)
    if pages.is_program(asked.topic):
        run.terminal.show(pages.page(asked.topic))
    else:
        run.terminal.show("\n".join(as_rows(pages.page(asked.topic), run.terminal.width)) + "\n")
    return codes.DONE


def _print(run: Run) -> int:
    """Write the PDF to a file or, where none is named, send it on."""
    asked, leaflets = run.asked, run.builder.leaflets
    if not leaflets.can_print(asked.topic):
        run.terminal.warn(run.say("leaflets.cli.program", topic=asked.topic))
        return codes.NOT_DONE
    if not asked.pdf and run.terminal.shows:
        run.terminal.warn(run.say("leaflets.cli.no_terminal"))
        return codes.NOT_DONE
    how = Printing(Paper(asked.paper or Paper.A4), asked.large)
    if not asked.pdf:
        printed = leaflets.printed(asked.topic, how)
        unshown = printed.unshown
        run.terminal.send(printed.data)
    else:
        file = named_path(asked.pdf)
        unshown = run.written(
            file, lambda over: leaflets.write(asked.topic, file, how, replace=over)
        )
        run.terminal.warn(run.say("leaflets.written", file=str(file)))
    if unshown:
        run.terminal.warn(run.say("save.unshown", signs=" ".join(unshown)))
    return codes.DONE
