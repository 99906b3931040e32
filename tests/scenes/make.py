"""Makes what is kept of the scenes: snapshots, and the pictures of an interval.

python tests/scenes/make.py seen [NAME ...]    accept what is seen now
python tests/scenes/make.py pictures           the pictures in `screenshots/`
python tests/scenes/make.py pictures --check   are they as they would be made now?
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from picture import png, size, svg
from printed import printed
from scenes import PICTURES, SCENES, SIZES
from snapshot import written
from stage import USUAL, on_stage, tell_once
from support.idle import install

from companion.domain.preferences import DUSK, PAPER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEEN = Path(__file__).with_name("seen")
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
PRINTED = f"{len(PICTURES) + 1:02}-printed.png"
"""The page on paper."""
WINDOW = (100, 30)
"""The size of a window that is made a picture of."""


async def accept(names: Sequence[str], told: Path) -> None:
    """Write the snapshots of some scenes, or of all."""
    for scene in SCENES:
        if names and scene.name not in names:
            continue
        with tempfile.TemporaryDirectory() as own:
            async with on_stage(scene, told, Path(own)) as stage:
                if stage.screen != scene.screen:
                    sys.exit(f"{scene.name}: {stage.screen}, not {scene.screen}")
                for one in (USUAL, *(SIZES if scene.every_size else ())):
                    file = SEEN / f"{one[0]}x{one[1]}" / f"{scene.name}.txt"
                    file.parent.mkdir(parents=True, exist_ok=True)
                    text = written(await stage.seen(one), masked=scene.masked)
                    file.write_text(text, encoding="utf-8")


async def pictures(told: Path) -> dict[str, bytes]:
    """Every picture, by the name of its file."""
    made: dict[str, bytes] = {}
    by_name = {scene.name: scene for scene in SCENES}
    for number, name in enumerate(PICTURES, 1):
        for theme in (DUSK, PAPER):
            with tempfile.TemporaryDirectory() as own:
                async with on_stage(by_name[name], told, Path(own), WINDOW, theme) as stage:
                    view = await stage.seen(WINDOW)
            drawn = svg(view)
            stem = f"{number:02}-{name.replace('_', '-')}-{theme}"
            made[f"{stem}.svg"] = drawn.encode()
            made[f"{stem}.png"] = png(drawn, *size(view))
    with tempfile.TemporaryDirectory() as own:
        made[PRINTED] = printed(told, Path(own))
    return made


def differing(made: dict[str, bytes]) -> Iterator[str]:
    """The names of those that are not what is in the folder, and of what should not be there."""
    there = {path.name for path in SCREENSHOTS.iterdir()} if SCREENSHOTS.exists() else set()
    yield from sorted(there - made.keys())
    for name, content in made.items():
        if name not in there or (SCREENSHOTS / name).read_bytes() != content:
            yield name


def main(argv: Sequence[str]) -> int:
    """Do what was asked; 1 where `--check` found a difference."""
    if not argv or argv[0] not in {"seen", "pictures"}:
        print(__doc__)
        return 2
    install(pytest.MonkeyPatch())  # on a busy machine too, what is seen is what is drawn in the end
    with tempfile.TemporaryDirectory() as told:
        tell_once(Path(told))
        if argv[0] == "seen":
            asyncio.run(accept(argv[1:], Path(told)))
            return 0
        made = asyncio.run(pictures(Path(told)))
    wrong = list(differing(made))
    if "--check" in argv:
        print("\n".join(wrong) or f"{len(made)} pictures are as they would be made now")
        return bool(wrong)
    SCREENSHOTS.mkdir(exist_ok=True)
    for name in wrong:
        (SCREENSHOTS / name).unlink(missing_ok=True)
        if name in made:
            (SCREENSHOTS / name).write_bytes(made[name])
    print(f"{len(made)} pictures, {len(wrong)} of them new")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
