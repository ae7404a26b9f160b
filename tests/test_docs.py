"""The guides are true: their commands exist, their links lead somewhere, and the worked example ends as it says."""

import importlib.util
import inspect
import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from xml.etree import ElementTree

import click
import pytest
import tiny_course
import web_page
from click.testing import CliRunner
from test_packaging import requirements

from autograder import CourseError
from autograder.assignment import Assignment
from autograder.cli import commands
from autograder.course import Course
from autograder.grading import grade
from autograder.mutants import equivalents, sweep
from autograder.mutants.trial import mutants_of_stage
from autograder.release import make_release
from autograder.validation import problems
from flatgrad.check import Check

ROOT = tiny_course.CHECKOUT
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("[!.]*/README.md")])
GUIDES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    *(ROOT / "docs" / f"{name}.md" for name in ("instructor", "operator", "scale", "tests", "lms")),
]
BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
INLINE = re.compile(r"`([^`\n]+)`")
STAGES = ("knn", "svm", "softmax", "two_layer_net", "backprop")
# What stands for a name of the reader's own.
PLACEHOLDERS = {"NAME", "STAGE"}
PROGRAMS = {"autograder", "make", "python", "python3", "pip"}
DASKS = {"--nthreads", "--nworkers", "--local-directory", "--memory-limit"}
# What a shell has between two commands.
BETWEEN = "&|;"

# Public methods of Check that no test calls.
INSIDE = {"told"}

TASK = "task-4-5"
CALL_NINE = re.compile(r"^check\.value\(check\.call\(clip_norm, dw, 9\.0\).*\n", re.MULTILINE)


def text_of(path):
    return path.read_text(encoding="utf-8")


def blocks(path, kind):
    """The texts of the fenced blocks of one kind; "" for those without one, which hold what is typed."""
    return [text for _, name, text in BLOCK.findall(text_of(path)) if name == kind]


def without_blocks(path):
    """The text of a page but for its fenced blocks."""
    return BLOCK.sub("", text_of(path))


def typed(path):
    """[words] of the commands in a page's blocks, as a shell splits them."""
    found = []
    for line in "".join(blocks(path, "")).replace("\\\n", " ").splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars=BETWEEN)
        lexer.whitespace_split = True
        words = []
        for word in [*lexer, ";"]:
            if not set(word) <= set(BETWEEN):
                words.append(word)
            elif words:
                found.append(words)
                words = []
    return [words for words in found if words[0].removeprefix(".venv/bin/") in PROGRAMS]


COMMANDS = [pytest.param(words, id=f"{path.stem}: {' '.join(words)}") for path in GUIDES for words in typed(path)]


def parsed(words):
    """Read the words of an `autograder` command as click does, without running anything. Raises click.UsageError."""
    # With the group's own settings: a command keeps the -h or --help that it is first asked with.
    context = click.Context(commands, info_name="autograder", **commands.context_settings)
    name, command, rest = commands.resolve_command(context, list(words))
    return name, command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("words", COMMANDS)
def test_command_exists(words):
    program, *rest = words
    program = program.removeprefix(".venv/bin/")
    if program == "autograder":
        _, context = parsed(rest)
        stages = context.params.get("stage") or ()
        assert set([stages] if isinstance(stages, str) else stages) <= {*STAGES, *PLACEHOLDERS}
    elif program == "make":
        targets = re.search(r"^\.PHONY: (.+)$", text_of(ROOT / "Makefile"), re.MULTILINE)[1].split()
        assert rest and set(rest) <= set(targets)
    elif program == "pip":
        assert all(requirements(extra) for extra in re.findall(r"\[(\w+)\]", " ".join(rest)))
    else:
        assert rest[0] == "-m" and importlib.util.find_spec(rest[1]) is not None
        assert all((ROOT / word).exists() for word in rest[2:] if "/" in word)


def test_the_guides_name_every_command():
    """In a block or in a line of text: nothing that can be typed is left to be found out."""
    told = "\n".join(map(text_of, GUIDES))
    assert [name for name in commands.commands if f"autograder {name}" not in told] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_commands_and_options_in_the_text_exist(path):
    """Those in sentences and tables: `autograder mutants softmax --cell task-4-5`, `--out`."""
    every = {option for command in commands.commands.values() for option in options(command)}
    for span in INLINE.findall(without_blocks(path)):
        found = set(re.findall(r"(?<!\S)--[a-z][a-z-]+", span))
        if span.startswith("--"):
            assert found <= every | options(commands) | DASKS, span
        elif span.startswith("autograder "):
            # `autograder --course FOLDER grade softmax`, `autograder --help`
            rest = re.sub(r"^--course \S+ |^--help$", "", span.removeprefix("autograder ")).split()
            known = options(commands.commands[rest[0]]) if rest else set()
            assert found <= known | options(commands) | {"--help"}, span


def options(command):
    return {option for each in command.params for option in each.opts}


def test_a_command_that_is_none_would_be_found():
    for words in ("grad softmax", "grade softmax --forced", "grade", "export softmax --format moodle"):
        with pytest.raises(click.UsageError):
            parsed(words.split())


def anchors(path):
    """The ids of a page's headings, as GitHub and JupyterLab's viewer make them; code in blocks is left out."""
    titles = re.findall(r"^#+ (.+)$", without_blocks(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    for link in LINK.findall(INLINE.sub("", without_blocks(path))):
        if re.match(r"\w+://", link):
            continue
        place, _, anchor = link.partition("#")
        target = (path.parent / place).resolve() if place else path
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in anchors(target), link


def test_every_page_can_be_found():
    """Each page of docs/ has a link from the README, or from one that has."""
    seen, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page.suffix == ".md" and page not in seen:
            seen.add(page)
            links = (link.split("#")[0] for link in LINK.findall(text_of(page)))
            todo += [(page.parent / link).resolve() for link in links if link and "://" not in link]
    assert [page for page in PAGES if page.parent.name == "docs" and page not in seen] == []


def test_no_page_names_a_place_of_one_machine():
    for path in PAGES:
        assert not re.search(r"(?<![\w.~$}])/(?:work|root|home|tmp|srv|mnt|Users)/", text_of(path)), path


def test_picture_is_whole_and_can_be_read_by_day_and_night():
    text = text_of(ROOT / "docs" / "design.svg")
    tree = ElementTree.fromstring(text)
    assert {each.tag.rpartition("}")[2] for each in tree.iter()} <= {
        *("svg", "title", "desc", "style", "text", "defs", "marker", "path", "rect")
    }
    assert not re.search(r"(?<!xmlns=\")https?://|url\((?!#)", text)
    sides = [dict(re.findall(r"--(\w+): (#\w{6})", side)) for side in text.split("prefers-color-scheme: dark")]
    for colours in sides:
        for ink in ("ink", "soft", "trusted", "confined"):
            for behind in ("page", "card"):
                assert web_page.contrast(colours[ink], colours[behind]) >= web_page.CONTRAST, (ink, behind)


# The worked example of docs/instructor.md.


def said(name):
    """The lines that the page shows as the output of a command, by what they hold, with the tiny stage for its own."""
    lines = "".join(blocks(ROOT / "docs" / "instructor.md", "text")).splitlines()
    return [line.replace("softmax", tiny_course.STAGE) for line in lines if name in line]


def example(change=lambda test: test):
    """The tiny stage with the page's three cells in it. change: from the page's test to another one."""
    page = ROOT / "docs" / "instructor.md"
    (task,), (solution, test) = blocks(page, "markdown"), blocks(page, "python")
    notebook = tiny_course.source()
    setup = next(cell for cell in notebook.cells if cell.id == "setup")
    setup.source = "import numpy as np\n" + setup.source  # as in the five stages
    notebook.cells += [
        tiny_course.cell("task-4-5-text", task.strip(), code=False),
        tiny_course.cell(TASK, solution.strip(), solution=True),
        tiny_course.cell("test-4-5", change(test).strip(), points=2, locked=True),
    ]
    return notebook


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with the page's task in its source, and no release yet."""
    root = tmp_path_factory.mktemp("docs") / "course"
    (root / "source").mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course = Course(root.resolve())
    tiny_course.write_source(course, example())
    return course


def run(course, line):
    """(exit status, output lines) of a command of the page, with the tiny stage for its own."""
    words = shlex.split(line.replace("softmax", tiny_course.STAGE))[1:]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        done = CliRunner().invoke(commands, words, prog_name="autograder")
    return done.exit_code, done.stdout.splitlines()


def test_worked_example_ends_as_the_page_says(course):
    lines = [line for line in blocks(ROOT / "docs" / "instructor.md", "") if f"--cell {TASK}" in line]
    release, validate, mutants = lines[0].splitlines()
    assert run(course, release) == (0, said("no leaks"))
    stub = next(cell for cell in tiny_course.load(course).release.cells if cell.id == TASK).source
    shown = next(text for text in blocks(ROOT / "docs" / "instructor.md", "text") if "raise" in text)
    assert stub.endswith(shown.rstrip())
    assert run(course, validate) == (0, said("full marks"))
    status, output = run(course, mutants)
    assert (status, output[-1:]) == (0, said("mutants;"))


def test_worked_example_with_what_the_page_leaves_out(course, tmp_path):
    """The test that forgets short gradients: `mutants` ends with the page's two lines."""

    def forgetful(test):
        assert CALL_NINE.search(test) and "[0.1, 50.0]" in test
        return CALL_NINE.sub("", test).replace("[0.1, 50.0]", "[0.1]")

    weak = Course(shutil.copytree(course.root, tmp_path / "course").resolve())
    tiny_course.write_source(weak, example(forgetful))
    path = weak.release(tiny_course.STAGE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_release(weak, tiny_course.STAGE))
    status, output = run(weak, f"autograder mutants softmax --cell {TASK}")
    assert status == 1
    assert output[-2:] == said("survived: ")


# The whole test cell, the signatures and the list of docs/tests.md.

CENTRED = '''\
def centred(x):
    """x minus the mean of each column."""
    ### BEGIN SOLUTION
    return x - np.mean(x, axis=0)
    ### END SOLUTION'''


def test_test_cell_with_parts_is_released_scored_and_measured(tmp_path):
    """Both halves of it notice what they should; its marks indented, it is refused."""
    (test,) = (text for text in blocks(ROOT / "docs" / "tests.md", "python") if "check.points()" in text)
    notebook = tiny_course.source()
    next(cell for cell in notebook.cells if cell.id == "setup").source = "import numpy as np\nLIMIT = 10"
    notebook.cells += [
        tiny_course.cell("task-2-2-text", "### Task 2.2 `centred` (3 points)", code=False),
        tiny_course.cell("task-2-2", CENTRED, solution=True),
        tiny_course.cell("test-2-2", test.strip(), points=3, locked=True),
    ]
    course = tiny_course.make(tmp_path / "course", notebook)
    assert problems(course, tiny_course.STAGE) == []
    assignment = tiny_course.load(course)
    for answer, score in {
        "x - np.mean(x)": 1,
        "x - np.mean(x, axis=0)": 3,
        "x[:0]": 1,
        "x - x.mean(0, None)": 3,
    }.items():
        filled = tiny_course.filled(assignment, {"task-2-2": f"def centred(x):\n    return {answer}"})
        assert grade(assignment, tiny_course.data(filled)).cells["test-2-2"].score == score, answer
    status, output = run(course, "autograder mutants softmax --cell task-2-2")
    assert status == 0 and "0 survived" in output[-1]
    visible, mark, hidden = test.partition("check.passed()\n### BEGIN")
    in_the_part = textwrap.indent(mark + hidden, "    ")
    notebook.cells[-1].source = visible + in_the_part
    tiny_course.write_source(course, notebook)
    with pytest.raises(CourseError, match="cell test-2-2: its hidden tests cannot be read apart from the rest"):
        make_release(course, tiny_course.STAGE)


def signature(method):
    """As docs/tests.md writes it: without self, a long default as `...`."""
    parameters = list(inspect.signature(method).parameters.values())[1:]
    short = [
        each
        if each.default is each.empty or (len(repr(each.default)) < 30 and not isinstance(each.default, type))
        else each.replace(default=...)
        for each in parameters
    ]
    return str(inspect.Signature(short)).replace("Ellipsis", "...")


def test_signatures_of_the_checks():
    """All checks are there, each as it is."""
    lines = "".join(blocks(ROOT / "docs" / "tests.md", "text")).splitlines()
    methods = {name: method for name, method in inspect.getmembers(Check, inspect.isfunction) if name[0] != "_"}
    told = {line.partition("(")[0]: line for line in lines}
    assert {name.removeprefix("check.") for name in told} == set(methods) - INSIDE
    for name, method in methods.items():
        if name not in INSIDE:
            assert told[f"check.{name}"] == f"check.{name}{signature(method)}"


def test_list_of_equivalent_changes(tmp_path):
    (text,) = blocks(ROOT / "docs" / "tests.md", "toml")
    course = Course(tmp_path)
    equivalents.path(course, "softmax").parent.mkdir(parents=True)
    equivalents.path(course, "softmax").write_text(text, encoding="utf-8")
    (entry,) = equivalents.load(course, "softmax")
    assignment = Assignment.load(Course(ROOT), "softmax")
    assert [mutant.cell for mutant in mutants_of_stage(assignment, [entry.cell]) if entry.covers(mutant)] == [
        "task-2-1"
    ]


def test_course_folder_of_the_readme(tmp_path):
    """Its three lines make a folder that has all that the commands look for."""
    (lines,) = (text for text in blocks(ROOT / "README.md", "") if "COURSE" in text)
    lines = lines.replace("COURSE", shlex.quote(str(tmp_path / "my course")))
    subprocess.run(["sh", "-ec", lines], cwd=ROOT, check=True)
    course, ours = Course.find(tmp_path / "my course"), Course(ROOT)
    assert tuple(course.stages()) == STAGES
    for stage in STAGES:
        assert Assignment.load(course, stage).key == Assignment.load(ours, stage).key
        assert equivalents.load(course, stage) == equivalents.load(ours, stage) != []
    assert list(sweep.right_answers(course, Assignment.load(course, "softmax")))


def test_notebooks_are_brought_into_their_form(tmp_path):
    """The lines of CONTRIBUTING.md, on a notebook as JupyterLab may have saved it."""
    (program,) = blocks(ROOT / "CONTRIBUTING.md", "python")
    original = text_of(ROOT / "source" / "knn" / "knn.ipynb")
    notebook = json.loads(original)
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["shown\n"]}]
            cell["execution_count"] = number
        if "nbgrader" in cell["metadata"]:
            cell["id"] = f"{number:08x}"
    path = tmp_path / "knn.ipynb"
    path.write_text(json.dumps(notebook, indent=2), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert text_of(path) == original
