"""Windows's programs for access lists, with lists in memory."""

from __future__ import annotations

from pathlib import Path

SID = "S-1-5-21-1004336348-1177238915-682003330-1001"
"""The person's account."""
INHERITED = (
    f"(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;{SID})(A;OICIID;0x1200a9;;;S-1-5-32-545)"
)
"""What a folder for everyone's use hands on: every user may read, for one."""


class Icacls:
    """Windows's own programs for access lists, with lists in memory."""

    def __init__(self) -> None:
        """Know no file's list: each has what the folder above it hands on."""
        self.own: dict[Path, list[str]] = {}
        """The entries that are a file's own, in Windows's notation."""
        self.cut_off: set[Path] = set()
        """Files that take nothing from the folder above."""
        self.asked: list[list[str]] = []
        """What was run."""
        self.broken = False
        """Whether nothing can be run."""

    def run(self, program: str, arguments: list[str]) -> str | None:
        """Run one of the two; none if it failed."""
        self.asked.append([program, *arguments])
        if self.broken:
            return None
        if program == "whoami":
            return f"heron\\mara {SID}\r\n"
        path, words = Path(arguments[0]), arguments[1:]
        if words[0] == "/save":
            every = [path, *sorted(path.rglob("*"))] if "/t" in words else [path]
            names = [str(one.relative_to(path.parent)).replace("/", "\\") for one in every]
            lines = [
                part for n, one in zip(names, every, strict=True) for part in (n, self.sddl(one))
            ]
            Path(words[1]).write_bytes("".join(f"{one}\r\n" for one in lines).encode("utf-16-le"))
        elif words[0] == "/reset":
            self.own.pop(path, None)
            self.cut_off.discard(path)
        elif words[0] == "/grant:r":
            who, _, rights = words[1].removeprefix("*").partition(":")
            self.own[path] = [f"(A;{'OICI' if '(OI)(CI)' in rights else ''};FA;;;{who})"]
        elif words[0] == "/inheritance:r":
            self.cut_off.add(path)
        return ""

    def moved(self, source: Path, target: Path) -> None:
        """A file keeps its list under another name, and so do those in a folder."""
        self.gone(target)
        for one in [*self.own, *self.cut_off]:
            if one.is_relative_to(source):
                self.also_called(one, target / one.relative_to(source))
        for one in [*self.own, *self.cut_off]:
            if one.is_relative_to(source):
                self.gone(one)

    def also_called(self, source: Path, target: Path) -> None:
        """A file has one list, however many names it has."""
        if source in self.own:
            self.own[target] = self.own[source]
        if source in self.cut_off:
            self.cut_off.add(target)

    def gone(self, *paths: Path) -> None:
        """What is removed has no list any more."""
        for path in paths:
            self.own.pop(path, None)
            self.cut_off.discard(path)

    def sddl(self, path: Path) -> str:
        """A file's whole list."""
        handed_on = "" if path in self.cut_off else self._handed_on(path.parent)
        flags = "PAI" if path in self.cut_off else "AI"
        return f"D:{flags}{''.join(self.own.get(path, []))}{handed_on}"

    def _saved(self, path: Path, above: Path) -> str:
        name = "\\".join(path.relative_to(above).parts)
        return f"{name}\r\n{self.sddl(path)}\r\n"

    def _handed_on(self, folder: Path) -> str:
        if folder == folder.parent:
            return INHERITED
        own = "".join(one.replace("OICI", "OICIID") for one in self.own.get(folder, []))
        return own + ("" if folder in self.cut_off else self._handed_on(folder.parent))
