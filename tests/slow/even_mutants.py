"""The mutants that no test can tell from the original, each with the reason.

By module; a mutant is known by the function it is in and its changed lines.
"""

from __future__ import annotations

EVEN: dict[str, dict[str, str]] = {}
"""The reasons, by module and mutant."""
