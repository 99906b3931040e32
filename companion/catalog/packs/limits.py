"""How large a pack may be. A person does it between two sessions; more is no homework."""

from __future__ import annotations

MOST_BYTES = 64 * 1024
"""The largest file. The largest of companion's own packs has a tenth of it."""
MOST_DEEP = 8
"""How many brackets may stand inside one another, and how deep keys may lie."""
MOST_DOTS = 20
"""The most full stops on a line outside of quotation marks: they part the names of a key."""
MOST_DIGITS = 12
"""The most digits in a row outside of quotation marks: a day has eight."""
MOST_TASKS = 8
"""The most tasks."""
MOST_PATHS = 4
"""The most paths."""
MOST_STEPS = 12
"""The most steps of a path; the frame around it is not counted."""
MOST_OPTIONS = 8
"""The most options of a choice, the most groups of words, and the most tests of a condition."""
MOST_WORDS_OFFERED = 24
"""The most words in a group."""
MOST_COUNT = 12
"""The most weeks, or sessions, that a pack is meant for."""
LONGEST_ID = 30
"""The most characters of an id."""
LONGEST_NAME = 80
"""The most characters of a title, of an author and of a label."""
LONGEST_TEXT = 300
"""The most characters of a prompt, of a help, and of a part of a task."""
LONGEST_WHY = 800
"""The most characters of what a pack or a path is for, and of an evidence card."""
MOST_PROBLEMS = 60
"""So many problems are told; whoever has more begins with these."""
MOST_SYNTAX = 20
"""So many broken lines are looked past to find the next."""
