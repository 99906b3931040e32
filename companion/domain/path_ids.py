"""The ids of the paths that rules, screens and queries know by name.

Every other path is data alone: nothing in the program depends on it.
"""

from __future__ import annotations

NOTE = "note"
"""A free line, which has no path in the content; also the id of its one step."""
ECHO = "echo"
"""Walked on the day of a session or the day after."""
RECALL = "recall"
"""Walked some days after a session: remember first, then look."""
GETTING_READY = "getting-ready"
"""Walked before a session."""
AFTER_PAGE = "after-page"
"""The form filled in after a session to which a page was brought."""
BUMP = "bump"
"""For a difficult moment between the two; its first screen has three doors."""
FIT = "fit"
"""Behind the second of these doors: whether this therapy fits."""
RECORD = "record"
"""Behind the third: a plain record without questions, never on a page."""
TASK = "task"
"""The form of an agreed task."""
AGREEMENT = "agreement"
"""The form of what the two agreed on; each walk of it is a version."""
SENSE = "sense"
"""On which someone draws their own map of the work."""
ENDING = "ending"
"""On which someone says what becomes of the notebook once a therapy ends."""
TRUST = "trust"
"""With ratings of openness and of being met."""
HOPE = "hope"
"""With ratings of ways and of fuel."""
FEELINGS = "feelings"
"""With a point on the map, and words for it."""

NEVER_SHARED = frozenset({FIT, RECORD})
"""The paths of which nothing is ever brought to a page or printed in a book."""
