"""One's own people and steps as a file of the folder of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.markdown import block, line
from companion.domain.own_help import PEOPLE, RULE, STEPS, people_from_text, steps_from_text

if TYPE_CHECKING:
    from companion.domain.archive import Archive
    from companion.exchange.as_markdown import FileWords

OWN = "People and steps.md"
"""The file's name in the folder, where there is anything of it."""


def own_file(archive: Archive, words: FileWords) -> str:
    """What stands in it; empty: nothing was written.

    Args:
        archive: What the notebook holds.
        words: The person's language.
    """
    kept = dict(archive.settings)
    people, rule = people_from_text(kept.get(PEOPLE, "")), kept.get(RULE, "")
    steps = steps_from_text(kept.get(STEPS, ""))
    if not (people or rule or steps):
        return ""
    parts = [f"# {line(words.say('own.file.title'))}"]
    if people:
        rows = "\n".join(f"- {line(one.line)}" for one in people)
        parts += [f"## {line(words.say('own.people.title'))}", rows]
    if rule:
        parts += [f"## {line(words.say('own.rule.title'))}", line(rule)]
    for step in steps:
        heading = line(step.heading) or line(words.say("own.steps.no_heading"))
        parts.append(f"## {heading}")
        if text := block(step.text):
            parts.append(text)
    return "\n\n".join(parts) + "\n"
