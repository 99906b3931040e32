"""Starts companion: `companion`, or `python -m companion`."""

import os
import sys

# Textual writes every key to a file, or sends it to a socket, where these are set.
os.environ.pop("TEXTUAL_LOG", None)
os.environ.pop("TEXTUAL", None)


def run() -> None:
    """Run the command line and leave with its exit code."""
    from companion.cli.main import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
