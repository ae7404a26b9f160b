"""The console script `autograder`: checks that an instructor's packages are there, then hands over to the commands."""

import contextlib
import sys


def main():
    """Run the command line; returns through SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal's encoding does not have must not stop a class half-way.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")
    try:
        from .cli import commands

        commands(prog_name="autograder")
    except ModuleNotFoundError as error:
        name = (error.name or "").split(".")[0]
        if name in ("", "autograder"):
            raise
        print(
            f"autograder: the package {name} is missing; install what an instructor needs with: "
            "pip install '.[grader]'  (in a checkout of flatgrad)",
            file=sys.stderr,
        )
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
