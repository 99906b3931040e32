"""Search agrees with reading everything, whatever was kept, changed, moved and removed."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
)
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    cheap_vault,
    database_of,
    day,
    draft,
    parked,
    rated,
    said,
    walk,
)

from companion.domain.path import Place
from companion.storage.store.unspaced import apart
from companion.storage.store.verify import verify

if TYPE_CHECKING:
    from companion.domain.answer import Reflection
    from companion.storage.store.open_stores import OpenStores

J = JOURNEY.id


def found(stores: OpenStores, words: str, limit: int = 50) -> list[str]:
    return [row.id for row in stores.reflections.search(J, words, limit)]


def tokens(words: str) -> list[str]:
    """A text's words without case and accents, as a person would count them."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", apart(words))
        if not unicodedata.combining(letter)
    )
    return re.findall(r"[^\W_]+", plain.casefold())


def begins(asked: list[str], said_words: list[str]) -> bool:
    """Whether a run of words stands somewhere, the last of them perhaps only begun."""
    for place in range(len(said_words) - len(asked) + 1):
        run = said_words[place : place + len(asked)]
        if run[:-1] == asked[:-1] and run[-1].startswith(asked[-1]):
            return True
    return False


def plain_scan(entries: dict[str, Reflection], words: str) -> list[str]:
    """What a search should find, by reading everything."""
    asked = [one for one in (tokens(word) for word in words.split()) if one]
    matching = [
        entry
        for entry in entries.values()
        if asked
        and all(
            begins(one, tokens("\n".join(a.shown for a in entry.answers if a.has_words)))
            for one in asked
        )
    ]
    return [e.id for e in sorted(matching, key=lambda e: e.happened_at, reverse=True)]


vocabulary = st.sampled_from(
    ["a", "ab", "abba", "Ábbot", "heron", "héron", "don't", "x-ray", "母", "今日は母と", "7", "—"]
)
phrases = st.lists(vocabulary, max_size=6).map(" ".join)


class Searching(RuleBasedStateMachine):
    """Entries are kept, changed, moved and removed in any order; search always agrees."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self._place = tempfile.TemporaryDirectory()
        self._vault = cheap_vault(Path(self._place.name) / "notebook")
        self._stores = self._vault.create(PASSPHRASE, JOURNEY)
        self._entries: dict[str, Reflection] = {}
        self._given = 0

    def _put(self, entry: Reflection) -> None:
        self._stores.reflections.put(entry)
        self._entries[entry.id] = entry

    @rule(
        target=ids, words=st.lists(phrases, max_size=3), when=st.integers(0, 40), done=st.booleans()
    )
    def keep(self, words: list[str], when: int, done: bool) -> str:  # noqa: FBT001 - drawn
        self._given += 1
        name = f"r{self._given}"
        answers = [parked(f"{name}-{n}", one) for n, one in enumerate(words)]
        # No two share a moment, so that there is one right order.
        moment = day(when, seconds=self._given)
        self._put((walk if done else draft)(name, *answers, rated(f"{name}-r", 7), at=moment))
        return name

    @rule(name=ids, words=phrases, when=st.integers(0, 40), done=st.booleans())
    def change(self, name: str, words: str, when: int, done: bool) -> None:  # noqa: FBT001 - drawn
        if name in self._entries:
            self._given += 1
            stays = self._entries[name].answers[:1]
            comes = said(f"{name}-{self._given}", words)
            moment = day(when, seconds=self._given)
            self._put((walk if done else draft)(name, comes, *stays, at=moment))

    @rule(name=ids, place=st.none() | st.sampled_from(Place), which=st.integers(0, 3))
    def move(self, name: str, place: Place | None, which: int) -> None:
        entry = self._entries.get(name)
        if entry is not None and which < len(entry.answers):
            self._stores.reflections.move_answer(entry.answers[which].id, place)
            self._entries[name] = self._stores.reflections.get(name)

    @rule(name=consumes(ids))
    def remove(self, name: str) -> None:
        self._stores.reflections.remove(name)
        self._entries.pop(name, None)

    @rule(words=phrases | vocabulary.map(lambda word: word[:2]))
    def search(self, words: str) -> None:
        assert found(self._stores, words) == plain_scan(self._entries, words)

    @rule()
    def open_again(self) -> None:
        self._vault.close()
        self._stores = self._vault.open(PASSPHRASE)

    @invariant()
    def nothing_else_is_there(self) -> None:
        assert self._stores.reflections.count(J) == len(self._entries)

    def teardown(self) -> None:
        verify(database_of(self._vault))
        for name, entry in self._entries.items():
            assert self._stores.reflections.get(name) == entry
        self._vault.close()
        self._place.cleanup()


TestSearching = Searching.TestCase
TestSearching.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
