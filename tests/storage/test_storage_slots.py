"""Key slots: what opens one, what is said where nothing does, and how one takes another's place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from storage_builders import PASSPHRASE, known_bytes

from companion.domain.errors import (
    CutCodeError,
    DamagedNotebookError,
    MistypedCodeError,
    OtherCodeError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import new_code
from companion.storage.vault.header import ID_BYTES, Header, SlotKind
from companion.storage.vault.keys import CHEAPEST, FLOOR, KdfProfile
from companion.storage.vault.slots import Locksmith, fits, header_mac, unlock

CODE, OTHER_CODE = (new_code(known_bytes(name)) for name in ("code", "another code"))


def locksmith(name: str = "slots", profile: KdfProfile = CHEAPEST) -> Locksmith:
    return Locksmith(profile, known_bytes(name))


def kinds(header: Header) -> list[SlotKind]:
    return [slot.kind for slot in header.slots]


def test_a_notebook_without_a_code_has_one_slot_and_with_one_two_the_passphrases_first() -> None:
    assert kinds(locksmith().new_header(PASSPHRASE)[0]) == [SlotKind.PASSPHRASE]
    both, _ = locksmith().new_header(PASSPHRASE, CODE)
    assert kinds(both) == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]


def test_either_opens_it_and_both_give_the_same_key() -> None:
    header, key = locksmith().new_header(PASSPHRASE, CODE)
    assert unlock(header, PASSPHRASE) == unlock(header, CODE) == key


def test_a_notebook_gets_an_id_of_its_own_unless_it_has_one() -> None:
    assert len(locksmith().new_header(PASSPHRASE)[0].id) == ID_BYTES
    again, _ = locksmith().new_header(PASSPHRASE, notebook_id=b"the notebook's id")
    assert again.id == b"the notebook's id"


@pytest.mark.parametrize("kind", SlotKind)
def test_a_new_slot_takes_the_place_of_the_one_of_its_kind_and_leaves_the_other(
    kind: SlotKind,
) -> None:
    header, key = locksmith().new_header(PASSPHRASE, CODE)
    new = "eleven loud geese" if kind is SlotKind.PASSPHRASE else OTHER_CODE
    changed = locksmith("later").with_slot(header, key, kind, new)
    assert kinds(changed) == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    assert unlock(changed, new) == key
    kept, dead = (CODE, PASSPHRASE) if kind is SlotKind.PASSPHRASE else (PASSPHRASE, CODE)
    assert unlock(changed, kept) == key
    with pytest.raises(WrongPassphraseError):
        unlock(changed, dead)


def test_what_is_no_code_is_called_a_wrong_passphrase_and_no_more() -> None:
    header, _ = locksmith().new_header(PASSPHRASE, CODE)
    with pytest.raises(WrongPassphraseError) as told:
        unlock(header, "something else")
    assert type(told.value) is WrongPassphraseError


def test_a_code_that_was_typed_wrongly_is_told_by_its_group() -> None:
    header, _ = locksmith().new_header(PASSPHRASE, CODE)
    groups = CODE.split("-")
    for number in range(1, len(groups) + 1):
        wrong = ("A" if groups[number - 1][0] != "A" else "B") + groups[number - 1][1:]
        with pytest.raises(MistypedCodeError) as told:
            unlock(header, "-".join([*groups[: number - 1], wrong, *groups[number:]]))
        assert told.value.details == {"group": number}


def test_a_code_that_lacks_a_symbol_is_cut_and_one_of_another_day_another() -> None:
    header, _ = locksmith().new_header(PASSPHRASE, CODE)
    with pytest.raises(CutCodeError):
        unlock(header, CODE.replace("-", "")[:-1])
    with pytest.raises(OtherCodeError):
        unlock(header, OTHER_CODE)


def test_a_passphrase_that_reads_like_a_code_opens_it_all_the_same() -> None:
    for like_a_code in (OTHER_CODE, OTHER_CODE.replace("-", "")[:-1], OTHER_CODE[::-1]):
        header, key = locksmith().new_header(like_a_code, CODE)
        assert unlock(header, like_a_code) == key


def test_a_code_opens_no_slot_of_a_passphrase_with_its_symbols() -> None:
    header, _ = locksmith().new_header(CODE.replace("-", ""))
    with pytest.raises(OtherCodeError):
        unlock(header, CODE)


def test_a_guess_at_a_code_costs_the_floor_whatever_one_at_the_passphrase_costs() -> None:
    dear = KdfProfile(FLOOR.memory_kib, FLOOR.iterations + 1, FLOOR.lanes)
    header, _ = locksmith(profile=dear).new_header(PASSPHRASE, CODE)
    assert [slot.profile for slot in header.slots] == [dear, FLOOR]
    cheap, _ = locksmith().new_header(PASSPHRASE, CODE)
    assert [slot.profile for slot in cheap.slots] == [CHEAPEST, CHEAPEST]


def test_a_header_fits_the_key_it_was_written_with_and_no_other() -> None:
    header, key = locksmith().new_header(PASSPHRASE)
    assert fits(header, key)
    assert not fits(header, bytes(32))
    assert not fits(replace(header, id=bytes(ID_BYTES)), key)


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE])
def test_a_header_that_somebody_changed_is_damaged_and_opens_with_nothing(secret: str) -> None:
    header, _ = locksmith().new_header(PASSPHRASE, CODE)
    turned = replace(header, slots=header.slots[::-1])
    with pytest.raises(DamagedNotebookError) as told:
        unlock(turned, secret)
    assert told.value.details == {"part": "keys.json"}


def test_two_slots_of_a_kind_may_both_open() -> None:
    header, key = locksmith().new_header(PASSPHRASE)
    other = locksmith("other").with_slot(Header(header.id, ()), key, SlotKind.PASSPHRASE, "geese")
    both = Header(header.id, (*header.slots, *other.slots))
    both = replace(both, mac=header_mac(both, key))
    assert unlock(both, PASSPHRASE) == unlock(both, "geese") == key
