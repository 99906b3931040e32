"""Everything is read a few entries at a time: none is lost, doubled or given another's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import day
from support.builders import a_reflection, an_answer

from companion.storage.store import archive

if TYPE_CHECKING:
    from companion.storage.store.open_stores import OpenStores

ENTRIES = 5


@pytest.mark.parametrize("at_once", [1, 2, ENTRIES, ENTRIES + 1])
def test_however_many_are_read_at_once_each_has_its_own(
    stores: OpenStores, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(archive, "_AT_ONCE", at_once)
    for number in reversed(range(ENTRIES)):
        answers = [an_answer(f"a{9 - one}-{number}", f"{one}") for one in range(number)]
        # The ids run against time, and answers' ids against their order.
        name = f"r{9 - number}"
        stores.reflections.put(a_reflection(name, *answers, when=day(number + 1)))
        stores.tags.put(name, [f"{number}", "all"][: number % 3])

    found = list(stores.archive.everything().reflections)

    assert [one.id for one in found] == ["r9", "r8", "r7", "r6", "r5"]
    assert found == [stores.reflections.get(one.id) for one in found]
