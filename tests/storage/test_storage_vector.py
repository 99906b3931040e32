"""A header that is published: any other program can check that it reads and writes the same."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from storage_builders import known_bytes

from companion.storage.vault.header import decode, encode
from companion.storage.vault.keys import FLOOR
from companion.storage.vault.slots import Locksmith, unlock

PASSPHRASE = "Elf Zwölftel über dem Fluß"
KEY = "18861cc3949aa503212f40e357b6eb4c03c704ac6ef6d87436150db1ad9a6f40"
FILE = (
    '{"checksum":"56591683e6c3dd7eced7d06cd3a9d598dfabe5db76defec71ca9ac04dfc59a08","format":'
    '1,"id":"dee1162a16317a0131c16a3df22fcd38","mac":"49d1088bb602629992e5e04df3ec5d2ef5b56fc'
    '1173ddcb2f4fa6166d64a41f8","slots":[{"kdf":{"iterations":3,"lanes":4,"memory_kib":65536,'
    '"name":"argon2id","salt":"b342307b40494b937e8e3b7de0c93230"},"kind":"passphrase","nonce"'
    ':"1d4f8e61b277e9a27ae80c01","wrapped":"e7db7c5c0834c8aa63005abeaf72058aebfc9505bc57326ce'
    'd8e1e94581ddd73d1f94a72b06bf7d7f3e68d7676584c36"}]}'
    "\n"
)


CODE = "34564-789AX-BCDEA-FGHJA-KMNPR-QRST1-VWXYP"
KEY_WITH_CODE = "46b14becde59cff98f3843fd7d071287b247a2f6abbfc868b4d8002ea301b6ab"
FILE_WITH_CODE = (
    '{"checksum":"596686c8e4355eecd4c28041963ac586e7e4b96f50aef26053cf0bd0fe052e90","form'
    'at":1,"id":"d0a021efa158a437d6a36e769da31f4b","mac":"eb3edbd5ad8ef938a0525cb48e23edb'
    '3668ca2b4a16dbe3d7ce1c2d3f10961a2","slots":[{"kdf":{"iterations":3,"lanes":4,"memory'
    '_kib":65536,"name":"argon2id","salt":"3657520251cb8425baf50f74cb87ebca"},"kind":"pas'
    'sphrase","nonce":"664ffd4f1a340db37bc80097","wrapped":"151c49f12b048ef558eb1f0537855'
    '5e9d5515e00cb67a81dbcd86991161492b968c4c05ada6a134d2e57ff96075022b6"},{"kdf":{"itera'
    'tions":3,"lanes":4,"memory_kib":65536,"name":"argon2id","salt":"a6ae95e566d5770bdeca'
    '32d10a659430"},"kind":"recovery","nonce":"eebe716124aac9c57c569d5f","wrapped":"61b65'
    "3c4810b5024639324d6838b7a40e25584db6c90c92c50190b8c2f2f0e21656cf7b3409d04bd44a4644ad"
    'bbd7227"}]}'
    "\n"
)


def plain(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def test_the_same_random_bytes_make_the_same_file() -> None:
    header, key = Locksmith(FLOOR, known_bytes("companion test vector 1")).new_header(PASSPHRASE)

    assert key.hex() == KEY
    assert encode(header).decode() == FILE


def test_the_file_opens_with_the_passphrase_however_it_is_composed() -> None:
    header = decode(FILE.encode())

    assert unlock(header, PASSPHRASE).hex() == KEY
    assert unlock(header, unicodedata.normalize("NFD", PASSPHRASE)).hex() == KEY


def test_the_file_opens_without_companion_as_the_format_is_described() -> None:
    found = json.loads(FILE)
    slot, kdf = found["slots"][0], found["slots"][0]["kdf"]
    passphrase = unicodedata.normalize("NFC", PASSPHRASE).encode()
    wrapping = Argon2id(
        salt=bytes.fromhex(kdf["salt"]),
        length=32,
        iterations=kdf["iterations"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(passphrase)
    tied = plain({"format": found["format"], "id": found["id"], "kind": slot["kind"], "kdf": kdf})

    key = AESGCM(wrapping).decrypt(
        bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), tied
    )

    checksum, mac = found.pop("checksum"), bytes.fromhex(found["mac"])
    assert hashlib.sha256(plain(found)).hexdigest() == checksum
    del found["mac"]
    signing = HKDF(
        algorithm=SHA256(),
        length=32,
        salt=bytes.fromhex(found["id"]),
        info=b"companion header mac 1",
    ).derive(key)
    assert hmac.digest(signing, plain(found), "sha256") == mac
    assert key.hex() == KEY


def test_a_file_with_a_recovery_code_opens_with_either() -> None:
    made, key = Locksmith(FLOOR, known_bytes("companion test vector 2")).new_header(
        PASSPHRASE, CODE
    )
    assert encode(made).decode() == FILE_WITH_CODE

    header = decode(FILE_WITH_CODE.encode())
    assert [slot.kind.value for slot in header.slots] == ["passphrase", "recovery"]
    assert unlock(header, PASSPHRASE) == key
    assert unlock(header, CODE.lower().replace("-", " ")) == key
    assert key.hex() == KEY_WITH_CODE
