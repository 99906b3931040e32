"""Whatever the bytes, there are four things that are said of those that can't be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from exchange_samples import SAMPLES, as_bytes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    Refused = Callable[..., str]

FUZZ = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_one_of_four_ways(refused: Refused, raw: bytes) -> None:
    assert refused(raw)


@FUZZ
@given(st.sampled_from([b'{"', b"\xff\xfe{\0", b"PK\x03\x04", b"full_date,mood\n"]), st.binary())
def test_any_bytes_after_a_true_beginning_bring_no_other_error(
    refused: Refused, start: bytes, raw: bytes
) -> None:
    refused(start + raw)


@FUZZ
@given(st.sampled_from(SAMPLES), st.data())
def test_a_file_that_was_cut_short_or_spoiled_brings_no_other_error(
    refused: Refused, raw: bytes, data: st.DataObject
) -> None:
    spoiled = bytearray(raw[: data.draw(st.integers(0, len(raw)))])
    for place in data.draw(st.lists(st.integers(0, len(raw)), max_size=4)):
        spoiled[place : place + 1] = data.draw(st.binary(max_size=2))

    refused(bytes(spoiled))


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.sampled_from(["2026-03-02", "", "0001-01-01T00:00:00Z", "9999-12-31", "session-1", "a1"]),
)
KEYS = st.sampled_from(["id", "value", "text", "entries", "pleasant"])
TREES = st.recursive(
    LEAVES,
    lambda tree: st.lists(tree, max_size=2) | st.dictionaries(KEYS, tree, max_size=2),
    max_leaves=4,
)


def places(tree: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    """Every place in a tree whose contents could be others: a holder and a key."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    found = [(tree, key) for key in keys]
    for key in keys:
        if isinstance(tree[key], dict | list):
            found += places(tree[key])
    return found


@FUZZ
@given(st.sampled_from(SAMPLES[:3]), st.data())
def test_a_tree_with_other_leaves_brings_no_other_error(
    refused: Refused, raw: bytes, data: st.DataObject
) -> None:
    tree = json.loads(raw)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(places(tree) or [([0], 0)]))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = data.draw(TREES)

    refused(as_bytes(tree))
