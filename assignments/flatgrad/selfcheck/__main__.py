"""The command: reads its words, runs the notebook, prints a row as soon as a task is known, and sums up."""

import argparse
import contextlib
import os
import sys
import time
import warnings

from . import SelfcheckError
from .notebook import read
from .page import Page

ALL_PASS, OPEN, WRONG_USAGE = 0, 1, 2


def main(words=None):
    """Check one notebook and return the exit status: 0 nothing is open, 1 something is, 2 it could not be looked at."""
    options = _parser().parse_args(words)
    page = Page(sys.stdout)
    try:
        return _check(options.notebook, options.limit, page)
    except SelfcheckError as error:
        page.clear()
        return _sorry(str(error))
    except KeyboardInterrupt:
        page.clear()
        _sorry("stopped by you; your notebook is as it was")
        return OPEN
    except BrokenPipeError:
        # Whoever read our lines wants no more of them; Python must not complain about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OPEN
    except Exception as error:
        page.clear()
        return _sorry(
            f"failed by its own fault, not by yours ({type(error).__name__}: {error}); your notebook is as it was, "
            "please tell your instructor"
        )


def _check(path, limit, page):
    notebook = read(path)
    # These need packages that are not there where nobody opens notebooks.
    from .execution import run
    from .findings import Findings

    saved = time.strftime("%H:%M on %d %B", time.localtime(os.path.getmtime(path)))
    page.text(f"{os.path.basename(path)}, as it was saved at {saved}, run in a fresh Python and an empty folder:")
    page.text()
    findings = Findings(notebook, limit)
    page.heading(findings.tasks())
    with contextlib.closing(run(notebook.code_cells(), limit, page.status)) as outcomes:
        for cell in notebook.cells:
            outcome = next(outcomes) if cell.is_code else None
            for row in findings.after(cell, outcome):
                page.row(row)
    for row in findings.missing():
        page.row(row)
    page.text()
    for line in findings.summary():
        page.text(line)
    return OPEN if findings.open_tasks() else ALL_PASS


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m flatgrad.selfcheck",
        description="Run a saved notebook of the course from top to bottom and tell what its visible checks say, "
        "task by task. The file is only read.",
        epilog="Exit status: 0 all visible checks pass and all questions are answered, 1 something is open, "
        "2 the notebook could not be looked at.",
    )
    parser.add_argument("notebook", help="the notebook, for example knn.ipynb; save it first")
    parser.add_argument(
        "--limit",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help="how long a cell may run before it is stopped and the next one goes on (default: 60)",
    )
    return parser


def _seconds(word):
    with contextlib.suppress(ValueError):
        if 0 < float(word) < float("inf"):
            return float(word)
    raise argparse.ArgumentTypeError(f"{word!r} is not a number of seconds")


def _sorry(line):
    print("selfcheck: " + " ".join(line.split()), file=sys.stderr)
    return WRONG_USAGE


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the packages that run notebooks: nothing that a student can mend
    with contextlib.suppress(AttributeError, ValueError):
        sys.stderr.reconfigure(errors="backslashreplace")
    raise SystemExit(main())
