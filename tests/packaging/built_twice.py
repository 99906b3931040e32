"""Built twice, in other places and at other times, it is the same to the byte; and nothing is lost.

python tests/packaging/built_twice.py             build, compare, look what is in it
python tests/packaging/built_twice.py --prove     show that a difference would be found
python tests/packaging/built_twice.py --into DIR  and leave the wheel there

It needs `build` and `hatchling`, and builds in folders that are thrown away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).parents[2]
PARTS = (
    *("companion", "tests", "screenshots", ".ci"),
    *("LICENSE", "README.md", "pyproject.toml", ".gitignore"),
)
"""What the archive of the sources is made of."""
LEFT_OVER = ("__pycache__", "*.pyc", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")
"""What working on it leaves behind."""
_DAY = 86_400
_RELEASED = 1_767_225_600  # a moment that a packager may ask for: the first of January 2026


class Fault(Exception):  # noqa: N818  what the proof is looking for
    """It does not hold."""


def main() -> int:
    """Build, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--prove", action="store_true", help="show that it can fail")
    parser.add_argument("--into", type=Path, help="where to leave the wheel")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        try:
            built = _compare(Path(place), sabotage=asked.prove)
        except Fault as fault:
            found = "a difference is found, as it should be: " if asked.prove else ""
            sys.stdout.write(f"built twice: {found}{fault}\n")
            return int(not asked.prove)
        if asked.prove:
            sys.stdout.write("built twice: a difference was not found\n")
            return 1
        if asked.into:
            shutil.copy(next(built.glob("*.whl")), asked.into)
    sys.stdout.write("built twice: the same to the byte, from the sources and from the archive\n")
    return 0


def _compare(place: Path, *, sabotage: bool) -> Path:
    here = _laid_out(place / "here", umask=0o022, days_ago=400)
    there = _laid_out(place / "a longer way" / "there", umask=0o077, days_ago=3)
    _left_over(there)
    if sabotage:
        (there / "companion" / "py.typed").write_text("\n", encoding="utf-8")
    one = _built(here, umask=0o022, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = _built(there, umask=0o077, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    _same(one, other)
    _holds(one)
    epoch = str(_RELEASED)
    _same(
        _built(here, umask=0o022, TZ="UTC", SOURCE_DATE_EPOCH=epoch),
        _built(there, umask=0o077, TZ="Asia/Tokyo", SOURCE_DATE_EPOCH=epoch),
    )
    with tarfile.open(next(one.glob("*.tar.gz"))) as archive:
        archive.extractall(place / "unpacked", filter="data")
    again = _built(next((place / "unpacked").iterdir()), "--wheel", umask=0o022)
    _same_file(next(one.glob("*.whl")), next(again.glob("*.whl")))
    return one


def _laid_out(place: Path, *, umask: int, days_ago: int) -> Path:
    """A copy of the sources, as it would lie on another machine."""
    with _masked(umask):
        place.mkdir(parents=True)
        for part in PARTS:
            source = TOP / part
            if source.is_dir():
                ignored = shutil.ignore_patterns(*LEFT_OVER)
                shutil.copytree(source, place / part, ignore=ignored, copy_function=shutil.copyfile)
            elif source.exists():
                shutil.copyfile(source, place / part)
    (place / ".ci" / "run").chmod(0o777 & ~umask)
    moment = (TOP / "pyproject.toml").stat().st_mtime - days_ago * _DAY
    for file in place.rglob("*"):
        os.utime(file, (moment, moment))
    return place


def _left_over(place: Path) -> None:
    for name in ("companion/__pycache__/x.cpython-311.pyc", ".mypy_cache/x.json", "build/lib/x.py"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("left over", encoding="utf-8")


def _built(place: Path, *kinds: str, umask: int, **environment: str) -> Path:
    usual = {name: text for name, text in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    out = Path(tempfile.mkdtemp(dir=place.parent, prefix="out-"))
    argv = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out)]
    with _masked(umask):
        done = subprocess.run(  # noqa: S603  our own sources
            [*argv, *(kinds or ("--sdist", "--wheel")), str(place)],
            env=usual | environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return out


@contextmanager
def _masked(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


def _same(one: Path, other: Path) -> None:
    names = sorted(file.name for file in one.iterdir())
    if names != sorted(file.name for file in other.iterdir()):
        msg = "other files came out"
        raise Fault(msg)
    for name in names:
        _same_file(one / name, other / name)


def _same_file(one: Path, other: Path) -> None:
    if one.read_bytes() != other.read_bytes():
        msg = f"{one.name} differs"
        raise Fault(msg)


def _holds(built: Path) -> None:
    """Whether all of it is in both, and nothing else."""
    own = _files("companion")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = {PurePosixPath(name) for name in wheel.namelist()}
    inside = {name for name in names if not name.parts[0].endswith((".data", ".dist-info"))}
    shared = {
        name.relative_to(*name.parts[:2]) for name in names if name.parts[0].endswith(".data")
    }
    _equal("the wheel", inside, own)
    _equal(
        "what the wheel puts below share",
        shared,
        {
            PurePosixPath(*name.parts[1:])
            for name in own
            if name.is_relative_to(PurePosixPath("companion/share"))
        },
    )
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        sources = {
            PurePosixPath(*PurePosixPath(member.name).parts[1:])
            for member in archive.getmembers()
            if member.isfile()
        }
    parts = {name for part in PARTS for name in _files(part)}
    _equal("the archive", sources, {*parts, PurePosixPath("PKG-INFO")})


def _files(part: str) -> set[PurePosixPath]:
    ignored = {name for name in LEFT_OVER if "*" not in name}
    place = TOP / part
    found = [place] if place.is_file() else place.rglob("*")
    names = (PurePosixPath(file.relative_to(TOP).as_posix()) for file in found if file.is_file())
    return {name for name in names if ignored.isdisjoint(name.parts) and name.suffix != ".pyc"}


def _equal(what: str, found: set[PurePosixPath], wanted: set[PurePosixPath]) -> None:
    if found != wanted:
        lost, more = (sorted(map(str, one)) for one in (wanted - found, found - wanted))
        msg = f"{what} lacks {lost} and has {more} too much"
        raise Fault(msg)


if __name__ == "__main__":
    sys.exit(main())
