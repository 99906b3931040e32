"""Packs as files: those that companion ships with, and those a therapist wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, names, shipped
from companion.catalog.packs.limits import MOST_BYTES
from companion.domain.pack_errors import PackUnreadError, UnknownPackError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from companion.domain.pack import PackReading

FOLDER = "packs"
"""The folder of the packs that companion ships with, below each language's."""
TO_FILL_IN = "pack_to_fill_in.toml"
"""The file that a therapist begins with."""
_IN_ORDER = ("first-weeks", "week-of-feelings", "after-a-bump", "before-we-part")
# From the beginning of a therapy to its end; others come after these.


class PackFiles:
    """Reads packs. Of those that companion ships with, what was read is remembered."""

    def __init__(self, language: str = FALLBACK, root: Traversable | None = None) -> None:
        """Take the language; nothing is read yet.

        Args:
            language: The language's code.
            root: The content folder; none: what companion ships with.
        """
        self._language = language
        self._root = root if root is not None else shipped()
        self._shipped: dict[str, PackReading] = {}

    def read_file(self, file: Path) -> PackReading:
        """What a file holds; whatever is wrong in it is told in what is returned.

        Raises:
            PackUnreadError: If it is not there, is no file, or may not be read.
        """
        try:
            if not file.is_file():  # a pipe or a device would never end
                raise PackUnreadError(file=str(file))
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError:
            raise PackUnreadError(file=str(file)) from None
        return self._read(data)

    def read_kept(self, text: str) -> PackReading:
        """What a text holds that was in order when it was added, whatever a notebook holds now."""
        return self._read(text.encode("utf-8", "surrogatepass"), kept=True)

    def shipped(self) -> tuple[str, ...]:
        """The names of the packs that companion ships with, in the order to show them."""
        there = names(self._folder(FALLBACK))
        first = [name for name in _IN_ORDER if name in there]
        return (*first, *(name for name in there if name not in first))

    def read_shipped(self, name: str) -> PackReading:
        """One of the packs that companion ships with, in the person's language if it is there.

        Args:
            name: One of `shipped`.

        Raises:
            UnknownPackError: If there is none.
        """
        if name not in self.shipped():
            raise UnknownPackError(pack=name)
        if name not in self._shipped:
            files = (self._folder(code) / f"{name}.toml" for code in (self._language, FALLBACK))
            file = next(one for one in files if one.is_file())
            self._shipped[name] = self._read(file.read_bytes())
        return self._shipped[name]

    def to_fill_in(self) -> str:
        """A pack with a remark beside each line, for whoever writes their first."""
        places = (self._root / code / TO_FILL_IN for code in (self._language, FALLBACK))
        return next(one for one in places if one.is_file()).read_text(encoding="utf-8")

    def _folder(self, code: str) -> Traversable:
        return self._root / code / FOLDER

    def _read(self, data: bytes, *, kept: bool = False) -> PackReading:
        # Imported here: most notebooks hold no pack, and most commands read none.
        from companion.catalog.packs.reader import read_pack

        return read_pack(data, self._root, kept=kept)
