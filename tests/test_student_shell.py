"""Student cells run in a real IPython shell: magics, display, figures, await, threads."""

import nbformat
import pytest
import tiny_course

from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run

SHELL = {
    "magic": ("%timeit -n1 -r1 sum([1])", "stream"),
    "cell magic": ("%%time\nx = 1", "stream"),
    "display": ("display({'a': 1})", "display_data"),
    "html": ("from IPython.display import HTML\ndisplay(HTML('<b>x</b>'))", "display_data"),
    "figure": ("import matplotlib.pyplot as plt\nplt.plot([1, 2]);", "display_data"),
    "shell": ("get_ipython().user_ns['x']", "execute_result"),
    "await": ("import asyncio\nawait asyncio.sleep(0)\n'waited'", "execute_result"),
    "thread": (
        "import threading\nt = threading.Thread(target=print, args=('t',))\nt.start()\nt.join()",
        "stream",
    ),
    "files": ("open('a.txt', 'w').write('x')\nopen('a.txt').read()", "execute_result"),
    "flatgrad": ("from flatgrad import data, plots\ndata.load_cifar10().X_train.shape", "execute_result"),
    "imports": ("import sqlite3, decimal, scipy\n'imported'", "execute_result"),
    "progress": ("from flatgrad.progress import progress\nfor _ in progress(range(3)): pass", "stream"),
    "traceback": ("def f():\n    return 1 / 0\nf()", "error"),
    "input": ("input('?')", "error"),
    "shell command": ("!ls\nfiles = !ls\n%pip install nothing\nassert files == []", "stream"),
    "exit": ("exit()\nquit()\n'still here'", "execute_result"),
    "temporary files": (
        "import os, tempfile, shutil\nwith tempfile.NamedTemporaryFile() as f:\n    shutil.copy(f.name, 'copy')\n"
        "os.path.dirname(f.name) == os.getcwd()",
        "execute_result",
    ),
    "module beside the notebook": ("open('mine.py', 'w').write('x = 5')\nimport mine\nmine.x", "execute_result"),
    "fault handler": ("import faulthandler, sys\nfaulthandler.enable()\nsys.stdout.fileno()", "execute_result"),
}


@pytest.fixture(scope="module")
def shown():
    cells = [tiny_course.cell(f"task-{n}", text, solution=True) for n, (text, _) in enumerate(SHELL.values())]
    notebook = nbformat.v4.new_notebook(cells=cells)
    Run(servers.current(), notebook, Limits())
    nbformat.validate(notebook)
    return dict(zip(SHELL, (cell.outputs for cell in notebook.cells), strict=True))


@pytest.mark.parametrize("name", SHELL)
def test_in_a_student_cell(shown, name):
    kinds = [output.output_type for output in shown[name]]
    assert SHELL[name][1] in kinds
    assert name in ("traceback", "input") or "error" not in kinds


def test_figure_is_a_png(shown):
    assert any(output.get("data", {}).get("image/png", "").startswith("iVBOR") for output in shown["figure"])
