"""What runs in Gradescope's container: grade the one submission and write results.json.

There is nobody to ask in there. What is the student's fault becomes a result of 0 points that says why; what is not
leaves no result, so that Gradescope shows it as failed, and says why in the log that instructors see.
"""

import json
import os
import sys
from pathlib import Path

from .. import CourseError, files, secret
from ..assignment import Assignment
from ..confined.confinement import NAMESPACES
from ..course import Course
from ..feedback import cell_titles
from ..grading import grade
from ..intake.claims import Claim
from ..intake.sources import MOST_FILES
from ..session import servers
from ..text import one_line, visible
from . import gradescope

# The container is one submission's own, and the other layers keep student code from its files: a test of the sandbox
# shows that they hold without it. Containers hardly ever allow it.
DISPENSABLE = {NAMESPACES}


class NoNotebook(Exception):
    """The submission has no notebook that is surely the stage's. The text is what the student reads."""


def run(root):
    """Grade root/submission with root/source, and write root/results/results.json. Raises CourseError."""
    root = Path(root)
    place = root / "results" / "results.json"
    files.remove(place)
    settings = json.loads((root / "source" / "settings.json").read_text(encoding="utf-8"))
    assignment = Assignment.load(Course.find(root / "source" / "course"), settings["stage"], secret.load())
    try:
        data = submitted(root / "submission", assignment)
    except NoNotebook as reason:
        files.write(place, gradescope.as_bytes(gradescope.refusal(str(reason))))
        return
    notebooks = (root / "source").rglob("*.ipynb")
    servers.keep_private([root / "source", *notebooks, root / "source" / "secret", root / "submission"])
    server = servers.current(unsafe_no_sandbox=True)
    missing = {layer: why for layer, why in server.missing.items() if layer not in DISPENSABLE}
    print(f"layers of the sandbox: {', '.join(server.layers)}; missing: {server.missing or 'none'}", flush=True)
    if missing and not settings["unsafe_no_sandbox"]:
        raise servers.Unconfined(missing)
    result = grade(assignment, data, unsafe_no_sandbox=True)
    if set(result.missing_layers) - DISPENSABLE and not settings["unsafe_no_sandbox"]:
        raise CourseError(f"the sandbox lost the layers {', '.join(result.missing_layers)} while grading")
    content = gradescope.results(result, assignment, cell_titles(assignment.source))
    files.write(place, gradescope.as_bytes(content))


def submitted(folder, assignment):
    """The bytes of the submitted notebook: the one named after the stage, else the only one. Raises NoNotebook."""
    stage, limit = assignment.stage, int(assignment.limits.submission_bytes)
    found = sorted(_notebooks(folder), key=lambda path: (len(path.parts), path))
    named = [path for path in found if path.name.casefold() == f"{stage}.ipynb".casefold()]
    todo = f"hand in the one file {stage}.ipynb"
    if not found:
        raise NoNotebook(f"There is no notebook in what you handed in; {todo}.")
    if len(named) != 1 and len(found) > 1:
        names = ", ".join(visible(path.relative_to(folder).as_posix()) for path in found[:5])
        raise NoNotebook(f"There are {len(found)} notebooks in what you handed in ({names}); {todo}.")
    try:
        data = files.read((named or found)[0], limit)
    except files.NotRegular:
        raise NoNotebook(f"What you handed in is a link, not a notebook; {todo}.") from None
    except OSError as error:
        raise CourseError(f"the submission cannot be read: {error.strerror}") from None
    if len(data) > limit:
        raise NoNotebook(f"Your notebook has more than {limit / 1e6:g} MB; clear its outputs, save, and {todo}.")
    return data


def _notebooks(folder):
    seen = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        seen += len(names)
        if seen > MOST_FILES:
            raise NoNotebook(f"There are more than {MOST_FILES} files in what you handed in.")
        yield from (Path(place, name) for name in names if not name.startswith(".") and Claim("", "", name).is_notebook)


def main():
    """Run for the root named on the command line; exits with 1, and without a result, when it could not be graded."""
    try:
        run(sys.argv[1])
    except Exception as error:
        text = str(error) if isinstance(error, CourseError) else f"{type(error).__name__}: {one_line(str(error))}"
        print(f"not graded, by no fault of the student: {text}", flush=True)
        raise SystemExit(1) from None
    finally:
        servers.close()


if __name__ == "__main__":
    main()
