"""Makes one small thing wrong at a time, and runs the tests that should find it.

What is tried is where a fault would cost most: what may stand on a page, the ladder, and
the header with its key slots and the code that opens one. Every mutant must be found. A few
can't be told from the original, whatever is tested; `even_mutants.py` says of each why.

The files of companion are never touched: a forked process is served the changed text of
one module, and imports afresh all that uses it.
"""

from __future__ import annotations

import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from even_mutants import EVEN
from mutations import Mutant, mutants_of
from proof import asked, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType

ROOT = Path(__file__).parents[2]
_PAGE = (
    "tests/domain/test_domain_page.py",
    "tests/services/test_services_composing.py",
    "tests/services/test_services_pages.py",
)
_MARKS = (
    "tests/services/test_services_page_marks.py",
    "tests/services/test_services_page_marked_when.py",
)
_SECOND = (
    "tests/domain/test_domain_second_sheet.py",
    "tests/domain/test_domain_chart_days.py",
    "tests/services/test_services_second_sheets.py",
    "tests/services/test_services_second_ticks.py",
)
_LADDER = ("tests/domain/test_domain_ladder.py", "tests/services/test_services_drawer.py")
_CODE = (
    "tests/domain/test_domain_recovery_code.py",
    "tests/domain/test_domain_recovery_code_meant.py",
)
_KEYS = (
    "tests/storage/test_storage_header.py",
    "tests/storage/test_storage_slots.py",
    "tests/storage/test_storage_keys.py",
    "tests/storage/test_storage_vector.py",
)
TESTS: dict[str, tuple[str, ...]] = {
    "companion/domain/page.py": _PAGE,
    "companion/domain/second_sheet.py": _SECOND,
    "companion/domain/ladder.py": _LADDER,
    "companion/domain/recovery_code.py": _CODE,
    "companion/services/page/candidates.py": (*_PAGE, *_SECOND),
    "companion/services/page/composing.py": _PAGE,
    "companion/services/drawer.py": _LADDER,
    "companion/services/page/marks.py": _MARKS,
    "companion/services/page/pages.py": (*_PAGE, *_MARKS, *_SECOND),
    "companion/services/page/second_sheets.py": (*_SECOND, *_PAGE, *_MARKS),
    "companion/storage/vault/header.py": _KEYS,
    "companion/storage/vault/keys.py": _KEYS,
    "companion/storage/vault/slots.py": _KEYS,
}
"""The modules, and the tests that belong to each."""
WARM = ("hypothesis.strategies", "pytest", "cryptography.hazmat.primitives.kdf.argon2")
"""What no mutant changes and takes long to import: every process has it from the start."""
SECONDS = 60
"""The longest that tests may take: what never ends is found as well."""
PASSED, FAILED, ENDLESS = "passed", "failed", "endless"


class Served(SourceFileLoader):
    """Gives one module another text than its file has; stands first among the finders."""

    def __init__(self, mutant: Mutant) -> None:
        """Take the text."""
        name = mutant.file.removesuffix(".py").replace("/", ".")
        super().__init__(name, str(ROOT / mutant.file))
        self._text = mutant.source

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """What is imported under the name of the module."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        """The other text, compiled."""
        return self.source_to_code(self._text.encode(), self.get_filename(fullname))


class FindOnly:
    """Lets hypothesis find examples, and not look for the smallest one of a fault."""

    @staticmethod
    def pytest_sessionstart() -> None:
        """Once the tests' own settings hold, and before any test is read."""
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", settings.get_profile("ci"), phases=phases)
        settings.load_profile("mutants")


@dataclass(frozen=True)
class Trial:
    """Tests, and what they are run on."""

    tests: Sequence[str]
    """The tests."""
    mutant: Mutant | None = None
    """What is wrong; none: nothing is, and the tests must pass."""


def passes(trial: Trial, place: Path) -> bool:
    """Run the tests in this process, which is of no further use."""
    import pytest

    signal.alarm(SECONDS)
    for stream in (1, 2):
        os.dup2(os.open(place.with_suffix(".log"), os.O_CREAT | os.O_APPEND | os.O_WRONLY), stream)
    if trial.mutant:
        sys.meta_path.insert(0, Served(trial.mutant))
    given = ["-xq", "-oaddopts=", "-pno:cacheprovider", "-ppytest_asyncio.plugin"]
    given += [f"--basetemp={place}", *trial.tests]
    return pytest.main(given, [FindOnly()]) == pytest.ExitCode.OK


def outcomes(trials: Sequence[Trial], home: Path) -> Iterator[tuple[Trial, str]]:
    """Each trial as it ends, and how its tests did; as many at once as there are cores."""
    waiting, running = list(enumerate(trials)), dict[int, tuple[Trial, Path]]()
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            number, trial = waiting.pop(0)
            place = home / str(number)
            child = os.fork()
            if not child:
                _end_with(trial, place)
            running[child] = trial, place
        child, status = os.wait()
        trial, place = running.pop(child)
        shutil.rmtree(place, ignore_errors=True)
        yield trial, ENDLESS if os.WIFSIGNALED(status) else FAILED if status else PASSED


def _end_with(trial: Trial, place: Path) -> None:
    passed = False
    try:
        passed = passes(trial, place)
    except BaseException:  # noqa: BLE001  whatever it is, this process goes no further
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(not passed)


def get_ready(home: Path) -> None:
    """Import what stays as it is, forget what does not, and let chance be the same for all."""
    os.chdir(ROOT)
    os.environ.update(CI="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    sys.path.insert(0, str(ROOT))
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(home / "compiled")
    for name in WARM:
        importlib.import_module(name)
    for name in [one for one in sys.modules if one.partition(".")[0] == "companion"]:
        del sys.modules[name]


def to_try() -> tuple[list[Trial], list[str]]:
    """What is tried, and what `even_mutants.py` names though it is not there."""
    trials, left_over = [], []
    for file, tests in TESTS.items():
        found = mutants_of(file, (ROOT / file).read_text(encoding="utf-8"))
        even = EVEN.get(file, {})
        left_over += [f"{file}: {one}" for one in even.keys() - {one.name for one in found}]
        trials += [Trial(tests, one) for one in found if one.name not in even]
    return trials, left_over


def main() -> int:
    """Try them; show each that no test found, as the lines that differ."""
    want = asked(__doc__ or "")
    trials, left_over = to_try()
    chosen = random.Random(want.seed).sample(trials, want.many(len(trials), 24))
    if want.prove:
        chosen = [Trial(("tests/test_the_machine.py",), one.mutant) for one in chosen[:3]]
    with tempfile.TemporaryDirectory(dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")) as place:
        home = Path(place)
        get_ready(home)
        whole = [Trial(tests) for tests in dict.fromkeys(one.tests for one in chosen)]
        if {how for _, how in outcomes(whole, home)} != {PASSED}:
            tell("without any mutant, tests fail")
            tell("\n".join(one.read_text(encoding="utf-8") for one in sorted(home.glob("*.log"))))
            return 1
        seen = Counter[str]()
        for trial, how in outcomes(chosen, home):
            seen[how] += 1
            if how == PASSED and trial.mutant:
                tell(f"{trial.mutant.file}, {trial.mutant.within}:")
                tell("\n".join(trial.mutant.diff))
    for one in left_over:
        tell(f"no such mutant: {one}")
    even = sum(map(len, EVEN.values()))
    tell(
        f"mutants: {seen[FAILED]} found, {seen[ENDLESS]} without an end, "
        f"{seen[PASSED]} not found; {even} can't be told apart"
    )
    return bool(seen[PASSED] or left_over)


if __name__ == "__main__":
    sys.exit(main())
