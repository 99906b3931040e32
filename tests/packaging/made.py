"""Makes what is made: `companion/share`, and two tables of the guide, of licences and of speed.

python tests/packaging/made.py            make it
python tests/packaging/made.py --check    is it as it would be made now?
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import speed
from licences import pages
from shared import shared

import companion

HOUSE = Path(companion.__file__).parent
"""The folder of the program."""


def made() -> dict[Path, str]:
    """Every file that is made, and what should stand in it."""
    share = {HOUSE / "share" / name: text for name, text in shared().items()}
    return {**share, **pages(), **speed.pages()}


def stale() -> list[Path]:
    """The files that are not as they would be made now."""
    return [
        file
        for file, text in made().items()
        if not file.exists() or file.read_bytes() != text.encode("utf-8")
    ]


def main(argv: list[str]) -> int:
    """Make them, or say which are not as they should be."""
    old = stale()
    if argv == ["--check"]:
        sys.stdout.writelines(f"not as it would be made now: {file}\n" for file in old)
        return int(bool(old))
    texts = made()
    for file in old:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(texts[file].encode("utf-8"))
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
