"""The zip that Gradescope makes its autograder of: two scripts, one stage of the course, and this grader as a wheel."""

import hashlib
import hmac
import json
from importlib import resources

from .. import CourseError, files, secret
from .wheel import grader_wheel, zipped

SCRIPTS = ("setup.sh", "run_autograder")


def make(course, stage, path, unsafe_no_sandbox=False):
    """Write the zip of a stage. The same course gives the same bytes.

    unsafe_no_sandbox: grade also where student code could read source/. Raises CourseError when something is missing.
    """
    name, data = grader_wheel()
    parts = {name: (0o755, _script(name)) for name in SCRIPTS}
    parts[name] = (0o644, data)
    for place in (course.source(stage), course.release(stage), course.root / "nbgrader_config.py"):
        try:
            parts[f"course/{place.relative_to(course.root).as_posix()}"] = (0o600, place.read_bytes())
        except OSError as error:
            raise CourseError(f"cannot read {place}: {error.strerror}") from None
    settings = {"stage": stage, "unsafe_no_sandbox": unsafe_no_sandbox}
    parts["settings.json"] = (0o600, (json.dumps(settings, indent=1) + "\n").encode("utf-8"))
    # Not the secret itself: what is drawn on Gradescope tells nothing about other stages, or about what is drawn here.
    parts["secret"] = (0o600, hmac.new(secret.load(), f"gradescope {stage}".encode(), hashlib.sha256).digest())
    files.write(path, zipped(parts))


def _script(name):
    return (resources.files("autograder") / "templates" / "gradescope" / name).read_bytes()
