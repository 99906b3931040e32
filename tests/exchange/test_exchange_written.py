"""companion's own JSON is put together by hand for speed: to the byte as an encoder would."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from exchange_samples import ANY_VALUE, archives, own_json
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_reflection, an_answer

from companion.domain.archive import Archive

if TYPE_CHECKING:
    from companion.domain.answer import Value

AWKWARD = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ['"', "\\", "\0\x1f\x7f", "\u2028\r\n\t", "\U0001f33f"]
)
"""Texts with whatever has to be written in another way, or looks as if it had."""


def as_encoded(raw: bytes) -> bytes:
    """A file with each of its entries written anew by the encoder."""
    return "\n".join(map(_encoded, raw.decode().split("\n"))).encode()


def _encoded(row: str) -> str:
    if not row.startswith('{"id"'):
        return row
    tail = "," if row.endswith(",") else ""
    return json.dumps(json.loads(row.removesuffix(",")), ensure_ascii=False) + tail


@given(archives())
def test_a_notebook_is_written_as_an_encoder_would(archive: Archive) -> None:
    raw = own_json(archive)

    assert as_encoded(raw) == raw


@given(st.lists(AWKWARD, min_size=6, max_size=6), ANY_VALUE | AWKWARD | st.booleans())
def test_every_text_is_written_as_an_encoder_would(texts: list[str], value: Value) -> None:
    title, prompt, shown, step, at_step, tag = texts
    answers = (
        replace(an_answer("a", value, shown=shown), prompt=prompt, step_id=step),
        replace(an_answer("b", shown), shown=shown),
    )
    entry = replace(a_reflection("r", *answers), title=title, at_step=at_step, tags=(tag, tag))
    raw = own_json(Archive((entry,)))
    read = json.loads(raw)["reflections"][0]

    assert as_encoded(raw) == raw
    assert [read["title"], read["at_step"], read["tags"]] == [title, at_step, [tag, tag]]
    assert [(one["prompt"], one["step_id"]) for one in read["answers"][:1]] == [(prompt, step)]
    assert [one["shown"] for one in read["answers"]] == [shown, shown]
    assert read["answers"][1]["value"] == shown
