"""Libraries that other people's code would load, and that this process does without.

companion speaks to no other machine, has no plug-ins and holds one cryptographic library, so
what only those would need is memory that nobody uses and code that nobody here has chosen.
"""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType

_TLS = "ssl"
_OPENSSL = "_hashlib"
_HASHES = ("_md5", "_sha1", "_sha3", "_blake2") + (
    ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
)
"""Python's own hashes, as modules."""
_LATER = ("base64", "importlib.metadata", "ipaddress", "mimetypes")
"""What SQLAlchemy would look for plug-ins with, and with it all of e-mail, and what it would put
bytes into letters with; what `pathlib` would read network addresses with; what Textual would tell
the kinds of files with."""


def do_without() -> None:
    """Keep out of the process what it has no use for; to be called before all other imports.

    - TLS: asyncio takes it along if it is there.
    - The system's OpenSSL, which `hashlib` would load beside the one that holds the keys. Some
      systems build Python without hashes of its own; there it stays.
    - Ciphers that nobody should use any more, in the OpenSSL that holds the keys.
    - What others import and only ask for something in it when companion never does. It is
      imported then, if anybody does.
    """
    _never(_TLS)
    if all(map(_is_there, _HASHES)):
        _never(_OPENSSL)
    os.environ["CRYPTOGRAPHY_OPENSSL_NO_LEGACY"] = "1"
    for name in _LATER:
        if name not in sys.modules:
            _put(name, _Later(name))


def _never(name: str) -> None:
    """Let whoever imports a module hear that there is none, unless somebody has it already."""
    if name not in sys.modules:
        sys.modules[name] = None  # type: ignore[assignment]


def _put(name: str, module: ModuleType) -> None:
    """Let an import statement find a module there."""
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


def _is_there(name: str) -> bool:
    """Whether a module could be imported, without importing it."""
    return any(finder.find_spec(name, None) for finder in sys.meta_path)


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)
