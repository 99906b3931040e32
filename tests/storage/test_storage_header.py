"""The header is read with suspicion: what is not exactly as written is damage."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_builders import PASSPHRASE, known_bytes

from companion.domain.errors import (
    DamagedNotebookError,
    NewerNotebookError,
    WrongPassphraseError,
)
from companion.storage.vault import keys
from companion.storage.vault.header import (
    ID_BYTES,
    MAC_BYTES,
    MOST_BYTES,
    MOST_SLOTS,
    Header,
    Slot,
    SlotKind,
    canonical,
    decode,
    encode,
)
from companion.storage.vault.keys import CAP, CHEAPEST, FLOOR, KdfProfile
from companion.storage.vault.slots import Locksmith, header_mac, unlock

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[dict[str, Any]], object]


def exactly(count: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=count, max_size=count)


profiles = st.builds(
    KdfProfile,
    memory_kib=st.integers(FLOOR.memory_kib, CAP.memory_kib),
    iterations=st.integers(FLOOR.iterations, CAP.iterations),
    lanes=st.integers(FLOOR.lanes, CAP.lanes),
)
slots = st.builds(
    Slot,
    kind=st.sampled_from(SlotKind),
    profile=profiles,
    salt=exactly(keys.SALT_BYTES),
    nonce=exactly(keys.NONCE_BYTES),
    wrapped=exactly(keys.WRAPPED_BYTES),
)
headers = st.builds(
    Header,
    id=exactly(ID_BYTES),
    slots=st.lists(slots, min_size=1, max_size=MOST_SLOTS).map(tuple),
    mac=exactly(MAC_BYTES),
)


def cheap_header() -> tuple[Header, bytes]:
    return Locksmith(CHEAPEST, known_bytes("header")).new_header(PASSPHRASE)


def rewritten(raw: bytes, change: Change) -> bytes:
    """A header's file changed by someone who can also make a new checksum."""
    content = json.loads(raw)
    del content["checksum"]
    change(content)
    checksum = hashlib.sha256(canonical(content)).hexdigest()
    return canonical(content | {"checksum": checksum}) + b"\n"


@given(headers)
def test_what_is_written_is_read_again(header: Header) -> None:
    assert decode(encode(header)) == header


def test_every_flipped_byte_is_told_as_damage_and_never_as_a_wrong_passphrase() -> None:
    raw = encode(cheap_header()[0])

    for place in range(len(raw)):
        for flip in (0x01, 0x20, 0x80, 0xFF):
            damaged = raw[:place] + bytes([raw[place] ^ flip]) + raw[place + 1 :]
            with pytest.raises(DamagedNotebookError) as told:
                decode(damaged, allow_cheapest=True)
            assert told.value.details == {"part": "keys.json"}


def test_every_header_that_is_cut_short_is_damaged() -> None:
    raw = encode(cheap_header()[0])

    for length in range(len(raw)):
        with pytest.raises(DamagedNotebookError):
            decode(raw[:length], allow_cheapest=True)


@given(st.binary(max_size=300))
def test_no_other_bytes_are_a_header(raw: bytes) -> None:
    with pytest.raises(DamagedNotebookError):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 50_000,
        b'{"a":' * 10_000,
        b'{"format":' + b"9" * 5_000 + b"}",
        b" " * (MOST_BYTES + 1),
        b'{"checksum":[]}',
    ],
    ids=["empty", "null", "list", "object", "deep", "deeper", "long number", "long", "odd"],
)
def test_hostile_bytes_are_refused_without_a_fuss(raw: bytes) -> None:
    with pytest.raises(DamagedNotebookError):
        decode(raw)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(format=0),
        lambda found: found.update(format=True),
        lambda found: found.update(format="1"),
        lambda found: found.update(id=found["id"].upper()),
        lambda found: found.update(id=found["id"][:-2]),
        lambda found: found.update(id="é" * 32),
        lambda found: found.update(mac=None),
        lambda found: found.update(extra=1),
        lambda found: found.pop("mac"),
        lambda found: found.update(slots=[]),
        lambda found: found.update(slots={}),
        lambda found: found.update(slots=None),
        lambda found: found.update(slots=1),
        lambda found: found.update(slots=[None]),
        lambda found: found.update(slots=found["slots"] * (MOST_SLOTS + 1)),
        lambda found: found["slots"][0].update(kind="face"),
        lambda found: found["slots"][0].update(kind=[]),
        lambda found: found["slots"][0].update(kdf=None),
        lambda found: found["slots"][0].update(nonce=5),
        lambda found: found["slots"][0].update(extra=""),
        lambda found: found["slots"][0]["kdf"].update(name="scrypt"),
        lambda found: found["slots"][0]["kdf"].update(iterations=1.0),
        lambda found: found["slots"][0]["kdf"].update(lanes=True),
    ],
)
def test_every_type_and_limit_is_checked_even_under_a_fresh_checksum(change: Change) -> None:
    raw = encode(cheap_header()[0])

    with pytest.raises(DamagedNotebookError):
        decode(rewritten(raw, change), allow_cheapest=True)


@pytest.mark.parametrize(
    "profile",
    [
        CHEAPEST,
        replace(FLOOR, memory_kib=FLOOR.memory_kib - 1),
        replace(FLOOR, iterations=FLOOR.iterations - 1),
        replace(FLOOR, lanes=FLOOR.lanes - 1),
        replace(CAP, memory_kib=CAP.memory_kib + 1),
        replace(CAP, iterations=CAP.iterations + 1),
        replace(CAP, lanes=CAP.lanes + 1),
        KdfProfile(2**63, 2**63, 2**63),
        KdfProfile(-1, -1, -1),
    ],
)
def test_a_header_that_asks_for_too_little_or_too_much_is_refused_before_any_work(
    profile: KdfProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "derive", pytest.fail)
    slot = Slot(SlotKind.PASSPHRASE, profile, bytes(16), bytes(12), bytes(48))

    with pytest.raises(DamagedNotebookError):
        decode(encode(Header(bytes(16), (slot,), bytes(32))))


def test_the_limits_are_those_that_the_guide_writes_down() -> None:
    assert KdfProfile(memory_kib=64 * 1024, iterations=3, lanes=4) == FLOOR
    assert KdfProfile(memory_kib=1024 * 1024, iterations=64, lanes=16) == CAP
    # Notebooks that are kept with the tests were made with it.
    assert KdfProfile(memory_kib=8, iterations=1, lanes=1) == CHEAPEST
    assert (MOST_BYTES, MOST_SLOTS) == (65_536, 8)
    assert (ID_BYTES, MAC_BYTES, keys.SALT_BYTES, keys.NONCE_BYTES) == (16, 32, 16, 12)
    assert (keys.KEY_BYTES, keys.WRAPPED_BYTES) == (32, 48)


def test_a_header_with_the_most_slots_is_read_and_one_with_one_more_is_not() -> None:
    header, key = cheap_header()
    for count in (MOST_SLOTS, MOST_SLOTS + 1):
        many = replace(header, slots=header.slots * count)
        raw = encode(replace(many, mac=header_mac(many, key)))
        assert len(raw) < MOST_BYTES
        if count == MOST_SLOTS:
            assert unlock(decode(raw, allow_cheapest=True), PASSPHRASE) == key
        else:
            with pytest.raises(DamagedNotebookError):
                decode(raw, allow_cheapest=True)


def test_a_whole_header_of_a_later_format_is_newer_and_not_damaged() -> None:
    def later(found: dict[str, Any]) -> None:
        found.update(format=2, slots="in some other way")

    with pytest.raises(NewerNotebookError):
        decode(rewritten(encode(cheap_header()[0]), later))


def test_a_later_format_that_is_not_whole_is_damaged_and_not_newer() -> None:
    raw = rewritten(encode(cheap_header()[0]), lambda found: found.update(format=2))

    with pytest.raises(DamagedNotebookError):
        decode(raw.replace(b'"format":2', b'"format":3'))


def test_of_what_is_below_the_floor_a_test_may_have_the_cheapest_alone() -> None:
    slot = Slot(SlotKind.PASSPHRASE, CHEAPEST, bytes(16), bytes(12), bytes(48))
    header = Header(bytes(16), (slot,), bytes(32))
    assert decode(encode(header), allow_cheapest=True) == header
    dearer = replace(slot, profile=replace(CHEAPEST, iterations=2))

    with pytest.raises(DamagedNotebookError):
        decode(encode(replace(header, slots=(dearer,))), allow_cheapest=True)


def test_the_passphrase_gives_the_key_and_another_does_not() -> None:
    header, key = cheap_header()

    assert unlock(header, PASSPHRASE) == key
    with pytest.raises(WrongPassphraseError):
        unlock(header, PASSPHRASE + " ")
    with pytest.raises(WrongPassphraseError):
        unlock(header, "")


def test_a_recovery_slot_beside_it_needs_no_other_format() -> None:
    header, key = cheap_header()
    recovery = replace(header.slots[0], kind=SlotKind.RECOVERY, wrapped=bytes(48))
    both = replace(header, slots=(recovery, header.slots[0]))

    read = decode(encode(replace(both, mac=header_mac(both, key))), allow_cheapest=True)

    assert unlock(read, PASSPHRASE) == key


def test_a_recovery_slot_does_not_open_with_a_passphrase() -> None:
    header, _ = cheap_header()
    only = replace(header, slots=(replace(header.slots[0], kind=SlotKind.RECOVERY),))

    with pytest.raises(WrongPassphraseError):
        unlock(only, PASSPHRASE)


def test_a_slot_moved_into_another_notebook_does_not_open() -> None:
    header, _ = cheap_header()

    with pytest.raises(WrongPassphraseError):
        unlock(replace(header, id=bytes(ID_BYTES)), PASSPHRASE)


def test_a_slot_whose_cost_was_lowered_does_not_open() -> None:
    dear = KdfProfile(16, 2, 1)
    header, _ = Locksmith(dear, known_bytes("dear")).new_header(PASSPHRASE)
    cheaper = replace(header, slots=(replace(header.slots[0], profile=CHEAPEST),))

    with pytest.raises(WrongPassphraseError):
        unlock(cheaper, PASSPHRASE)


def test_a_slot_added_by_someone_without_the_key_is_found_out() -> None:
    header, _ = cheap_header()
    added = replace(header, slots=(*header.slots, replace(header.slots[0], wrapped=bytes(48))))

    with pytest.raises(DamagedNotebookError):
        unlock(added, PASSPHRASE)
