"""The console script `autograder`: checks that an instructor's packages are there, then hands over to the commands."""

import sys


def main():
    """Run the command line; returns through SystemExit."""
    try:
        from .cli import commands
    except ModuleNotFoundError as error:
        if error.name == "autograder" or error.name.startswith("autograder."):
            raise
        print(
            f"autograder: the package {error.name} is missing; install what an instructor needs with: "
            "pip install 'flatgrad[grader]'",
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    commands(prog_name="autograder")


if __name__ == "__main__":
    main()
