"""Starts companion: `companion`, or `python -m companion`."""

import gc
import os
import sys

from companion.without import do_without

# Textual writes every key to a file, sends it to a socket, keeps a picture of what is on the
# screen, presses keys by itself or brings in a module of any name, where it is told to. What
# only says how a terminal is drawn to stays.
_DRAWN = ("COLOR_SYSTEM", "DIM_FACTOR", "DISABLE_KITTY_KEY", "FILTERS", "FPS", "SMOOTH_SCROLL")
for _name in tuple(os.environ):
    if _name.startswith("TEXTUAL") and _name.removeprefix("TEXTUAL_") not in _DRAWN:
        del os.environ[_name]

_RUBBISH = 200_000
"""How many new objects Python lets pass between two looks for rubbish. Its own 700 means some
thirty looks, which find nothing, before the first screen is drawn; 50,000 means one that takes
a fortieth of a second while SQLAlchemy is imported."""


_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


def run() -> None:
    """Run the command line and leave with its exit code."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _fill_streams()
    gc.set_threshold(_RUBBISH)
    do_without()
    from companion.cli.main import main

    code = main(sys.argv[1:])
    gc.freeze()  # the process ends: nobody need look through what is left
    sys.exit(code)


def _fill_streams() -> None:
    """Let a stream that was closed before the start lead to nothing.

    The next file that is opened would else get its number, the notebook's database say, and
    be written to by whatever complains on the error stream.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) < len(_STREAMS):
        pass
    os.close(handle)
    for name, mode in _STREAMS.items():
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  pathlib takes longer than the rest


if __name__ == "__main__":
    run()
