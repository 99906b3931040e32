"""What another journal calls a tag stands in the words."""

from __future__ import annotations

import pytest

from companion.exchange.notes import with_tags


@pytest.mark.parametrize(
    ("text", "tags", "said"),
    [
        ("By the sea.", ["sea"], "By the sea.\n\n#sea"),
        ("By the #sea.", ["sea"], "By the #sea."),
        ("By the @Sea.", ["@sea"], "By the @Sea."),
        ("The #seaside.", ["sea"], "The #seaside.\n\n#sea"),
        ("Tea.", ["a", "#a", "", " b  c\n"], "Tea.\n\n#a #b c"),
        ("", ["a"], "#a"),
    ],
)
def test_a_tag_is_said_once(text: str, tags: list[str], said: str) -> None:
    assert with_tags(text, tags) == said
