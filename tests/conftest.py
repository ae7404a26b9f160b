"""Fixtures that many tests share, and a switch that makes a skipped test count as a failed one."""

import os
import warnings

import pytest
from hypothesis import settings

# The gate says the same of the same commit. To look for new cases: pytest --hypothesis-profile=default.
settings.register_profile("gate", derandomize=True)
settings.load_profile("gate")

NO_SKIP = "FLATGRAD_NO_SKIP"
skipped = []
# The test files that grade student code, by themselves or by the command.
NEED_A_SANDBOX = {
    f"test_{name}"
    for name in (
        *("browser_formgrader", "browser_notebook", "browser_pages"),
        *("attacks", "cli", "demo_class", "feedback", "gradebook", "grading", "hostile_notebooks", "hostile_wire"),
        *("export", "formgrader", "gradescope", "inert", "lms_page", "nbgrader_page"),
        *("cluster", "leaks", "points", "resume", "session_effort"),
        *("limits", "mutants", "pool", "sandbox", "scoring", "seeds", "session", "session_faults", "student_shell"),
        *("weaknesses", "wrong_answers"),
    )
}


@pytest.fixture(scope="session", autouse=True)
def same_secret(tmp_path_factory):
    """One secret for all runs: hidden tests draw the same inputs each time, and the user's own is left alone."""
    path = tmp_path_factory.mktemp("grader") / "secret"
    path.write_bytes(b"the same in each run of all the tests"[:32])
    path.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_SECRET", str(path))
        yield


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """The tiny course. Shared: do not change it."""
    import tiny_course  # the switch below must not have to wait for it

    return tiny_course.make(tmp_path_factory.mktemp("course") / "tiny")


@pytest.fixture(scope="session")
def assignment(tiny):
    """The tiny course's assignment."""
    import tiny_course

    return tiny_course.load(tiny)


@pytest.fixture(scope="session")
def deadly(tmp_path_factory):
    """The tiny course with a test that can end the grader's own process. Shared: do not change it."""
    import tiny_course

    return tiny_course.make(tmp_path_factory.mktemp("course") / "deadly", tiny_course.deadly())


@pytest.fixture(scope="session")
def empty_book(tiny, tmp_path_factory):
    """A gradebook.db that knows the tiny stage and no student: a new one takes nbgrader some seconds. Copy it."""
    from autograder.gradebook import prepare

    path = tmp_path_factory.mktemp("book") / "gradebook.db"
    prepare(tiny, "tiny", path)
    return path


@pytest.fixture(scope="session")
def graded_class(tiny, empty_book, tmp_path_factory):
    """The class graded by the command, a tiny_class.Graded. Shared: copy its folder before changing it."""
    import tiny_class

    return tiny_class.grade(tiny, empty_book, tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module")
def chromium():
    """A browser. Not for longer than a module: its event loop would be in the way of others."""
    import browser

    with browser.chromium() as running:
        yield running


@pytest.fixture
def clean_drawing():
    """While figures are drawn, a warning is an error; afterwards none is open."""
    from matplotlib import pyplot as plt

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield
    plt.close("all")


def pytest_collection_modifyitems(items):
    """Where student code cannot be confined, what needs that is skipped, with the reason."""
    needing = [item for item in items if item.path.stem in NEED_A_SANDBOX]
    reason = sandbox_trouble() if needing else ""
    for item in needing if reason else []:
        item.add_marker(pytest.mark.skip(reason=reason))


def sandbox_trouble():
    """Why there is no sandbox on this machine, or ""."""
    from autograder import CourseError
    from autograder.doctor import look

    try:
        missing = [layer for layer in look() if not layer.holds]
    except CourseError as error:
        return str(error)
    return "; ".join(f"{layer.name}: {layer.advice}" for layer in missing if layer.advice)


def pytest_runtest_logreport(report):
    if report.skipped and not hasattr(report, "wasxfail"):
        skipped.append(report.nodeid)


def pytest_collectreport(report):
    if report.skipped:
        skipped.append(report.nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    """One of several test processes is done: a module that was skipped whole is reported by nothing else."""
    skipped.extend(set(getattr(node, "workeroutput", {}).get("skipped", [])) - set(skipped))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["skipped"] = skipped
    elif skipped and os.environ.get(NO_SKIP) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    if skipped and os.environ.get(NO_SKIP):
        terminalreporter.write_line(f"{NO_SKIP} is set, and these tests were skipped: {', '.join(skipped)}", red=True)
