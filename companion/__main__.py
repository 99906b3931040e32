"""Starts companion: `companion`, or `python -m companion`."""

import gc
import os
import sys

# Textual writes every key to a file, or sends it to a socket, where these are set.
os.environ.pop("TEXTUAL_LOG", None)
os.environ.pop("TEXTUAL", None)

_RUBBISH = 50_000
"""How many new objects Python lets pass between two looks for rubbish. Its own 700 means some
thirty looks, which find nothing, before the first screen is drawn."""


def run() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_RUBBISH)
    from companion.cli.main import main

    code = main(sys.argv[1:])
    gc.freeze()  # the process ends: nobody need look through what is left
    sys.exit(code)


if __name__ == "__main__":
    run()
