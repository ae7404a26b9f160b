"""The sandbox holds, each layer by itself, and grading refuses where one is missing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import tiny_course

from autograder.confined.confinement import LANDLOCK, LAYERS, NAMESPACES, SECCOMP
from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run

# Runs a command with a system call that fails, as on a kernel that does not have it, or with user namespaces used up.
WITHOUT = """
import errno, os, sys
import pyseccomp as s
what, *words = sys.argv[1:]
rules = s.SyscallFilter(s.ALLOW)
if what == "landlock":
    rules.add_rule(s.ERRNO(errno.ENOSYS), "landlock_create_ruleset")
elif what == "seccomp":
    rules.add_rule(s.ERRNO(errno.EINVAL), "prctl", s.Arg(0, s.EQ, 22))
elif what == "namespaces":
    rules.add_rule(s.ERRNO(errno.EPERM), "clone", s.Arg(0, s.MASKED_EQ, 0x10000000, 0x10000000))
    rules.add_rule(s.ERRNO(errno.EPERM), "unshare")
    rules.add_rule(s.ERRNO(errno.ENOSYS), "clone3")
rules.load()
os.execv(words[0], words)
"""


@pytest.fixture(scope="module")
def submitted(assignment, tmp_path_factory):
    folder = tmp_path_factory.mktemp("submitted")
    tiny_course.hand_in(folder, "ann", tiny_course.filled(assignment))
    return folder


def grade(tiny, empty_book, submitted, out, *words, without=None, **env):
    """Run `autograder grade` where a layer is missing. Returns the finished process."""
    out.mkdir()
    shutil.copy(empty_book, out)
    command = [sys.executable, "-m", "autograder", "grade", "tiny", "--submitted", submitted, "--out", out, *words]
    if without:
        command = [sys.executable, "-c", WITHOUT, without, *command]
    env = {**os.environ, **env}
    return subprocess.run(list(map(str, command)), cwd=tiny.root, env=env, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("layer", [LANDLOCK, SECCOMP, NAMESPACES])
def test_grading_refuses_without_a_layer(tiny, empty_book, submitted, tmp_path, layer):
    done = grade(tiny, empty_book, submitted, tmp_path / "out", without=layer)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("autograder: student code cannot be confined here, so nothing was graded")
    assert f"{layer}: " in line and "--unsafe-no-sandbox" in line
    assert not (tmp_path / "out" / "autograded").exists()


@pytest.mark.parametrize("layer", [LANDLOCK, SECCOMP, NAMESPACES])
def test_unsafe_grades_and_marks(tiny, empty_book, submitted, tmp_path, layer):
    path = tmp_path / "r.json"
    words = ("--unsafe-no-sandbox", "--json", path)
    done = grade(tiny, empty_book, submitted, tmp_path / "out", *words, without=layer)
    assert done.returncode == 0, done.stderr
    assert f"1 graded without the sandbox's layers {layer}" in done.stderr
    (row,) = json.loads(path.read_text())["results"]
    assert row["score"] == 6.0
    assert row["missing_layers"] == [layer]
    assert sorted([*row["layers"], layer]) == sorted(LAYERS)


def test_validate_needs_no_sandbox(tiny):
    words = [sys.executable, "-c", WITHOUT, NAMESPACES, sys.executable, "-m", "autograder", "validate", "tiny"]
    done = subprocess.run(words, cwd=tiny.root, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_bubblewrap_the_reason_is_told(tiny, empty_book, submitted, tmp_path):
    (tmp_path / "bin").mkdir()
    done = grade(tiny, empty_book, submitted, tmp_path / "out", PATH=str(tmp_path / "bin"))
    assert done.returncode == 2
    assert "bwrap is not installed" in done.stderr


def test_unsafe_is_no_less_safe_where_all_layers_hold(tiny, empty_book, submitted, tmp_path):
    done = grade(tiny, empty_book, submitted, tmp_path / "out", "--unsafe-no-sandbox")
    assert done.returncode == 0
    assert "without" not in done.stderr


@pytest.mark.parametrize("layer", ["", LANDLOCK, NAMESPACES])
def test_doctor(tiny, layer):
    words = [sys.executable, "-m", "autograder", "doctor"]
    if layer:
        words = [sys.executable, "-c", WITHOUT, layer, *words]
    done = subprocess.run(words, cwd=tiny.root, capture_output=True, text=True, timeout=120)
    assert done.returncode == bool(layer)
    for name in LAYERS:
        assert re.search(rf"^ *{name} +{'no' if name == layer else 'yes'} ", done.stdout, re.MULTILINE), done.stdout


ESCAPES = {
    "read the home folder": f"import os\nos.listdir({str(Path.home())!r})",
    "read the checkout": f"open({str(tiny_course.CHECKOUT / 'README.md')!r}).read()",
    "read the reference": f"open({str(tiny_course.CHECKOUT / 'autograder' / 'reference' / '__init__.py')!r}).read()",
    "import the autograder": "import autograder.reference",
    "import it under its other name": "import grading_room.reference",
    "read passwords": "open('/etc/passwd').read()",
    "list the root": "import os\nassert os.listdir('/') == []",
    "see processes": "import os\nos.listdir('/proc')",
    "read own memory": "open('/proc/self/mem', 'rb').close()",
    "write in /tmp": "open('/tmp/x', 'w').close()",
    "write beside": "open('../x', 'w').close()",
    "write to the package": "import flatgrad, os\nopen(os.path.join(os.path.dirname(flatgrad.__file__), 'x.py'), 'w')",
    "run a program": "import os\nos.execv('/usr/bin/env', ['env'])",
    "run in a shell": "import os\nassert os.system('true') == 0, 'no'",
    "start a process": "import subprocess, sys\nsubprocess.run([sys.executable, '-c', '1'])",
    "fork": "import os\nos.fork()",
    "fork in another way": "import ctypes\nassert ctypes.CDLL(None).syscall(56, 17, 0, 0, 0, 0) >= 0, 'no'",
    "make namespaces": "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000) == 0, 'no'",
    "internet socket": "import socket\nsocket.socket()",
    "local socket": "import socket\nsocket.socket(socket.AF_UNIX)",
    "datagram pair": "import socket\nsocket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)",
    "look a name up": "import socket\nsocket.getaddrinfo('localhost', 80)",
    "signal the parent": "import os\nos.kill(os.getppid(), 9)",
    "signal everybody": "import os\nos.kill(-1, 9)",
    "trace": "import ctypes\nassert ctypes.CDLL(None).ptrace(16, 1, 0, 0) == 0, 'no'",
    "anonymous file": "import os\nos.memfd_create('x')",
    "shared memory": "from multiprocessing import shared_memory\nshared_memory.SharedMemory(create=True, size=10)",
    "old shared memory": "import ctypes\nassert ctypes.CDLL(None).shmget(0, 10, 0o1600) >= 0, 'no'",
    "change a mode": (
        "import os\nopen('f', 'w').close()\nos.chmod('f', 0o4755)\nassert os.stat('f').st_mode & 0o4000, 'unchanged'"
    ),
    "change a time": (
        "import os\nopen('g', 'w').close()\nos.utime('g', (0, 0))\nassert os.stat('g').st_mtime == 0, 'unchanged'"
    ),
    "raise a limit": "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
    "change priority": "import os\nos.nice(-5)",
    "environment": "import os\nassert set(os.environ) - {'HOME', 'TMPDIR', 'PATH', 'LANG', 'MPLCONFIGDIR'}, 'clean'",
    "standard streams": "import os\nassert os.fstat(1).st_rdev != os.stat('/dev/null').st_rdev, 'as it should be'",
    "descriptors": (
        "import os\nfound = []\nfor n in range(256):\n    try:\n        os.fstat(n)\n        found.append(n)\n"
        "    except OSError:\n        pass\nassert found != [0, 1, 2, 3], 'as it should be'"
    ),
    # These leave descriptors open.
    "signal by way of a socket": (
        "import fcntl, os, socket\na, b = socket.socketpair()\nfcntl.fcntl(a, fcntl.F_SETOWN, os.getppid())"
    ),
    "signal by another number": ("import fcntl, socket\na, b = socket.socketpair()\nfcntl.fcntl(a, 10, 9)"),
}


@pytest.fixture(scope="module")
def tried():
    cells = [tiny_course.cell(f"task-{n}", text, solution=True) for n, text in enumerate(ESCAPES.values())]
    notebook = nbformat.v4.new_notebook(cells=cells)
    run = Run(servers.current(), notebook, Limits())
    assert set(run.layers) == set(LAYERS)
    return dict(zip(ESCAPES, (cell.outputs for cell in notebook.cells), strict=True))


@pytest.mark.parametrize("name", ESCAPES)
def test_way_out_is_closed(tried, name):
    assert [output.output_type for output in tried[name]] == ["error"], tried[name]


# With one of them gone, the others still keep student code from the tests, the network and its neighbours.
ALONE = """
import json, os, sys
sys.path.insert(0, {tests!r})
import nbformat, tiny_course, test_sandbox
from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run
server = servers.current(unsafe_no_sandbox=True)
cells = [tiny_course.cell(f"task-{{n}}", text, solution=True) for n, text in enumerate(test_sandbox.ESCAPES.values())]
run = Run(server, nbformat.v4.new_notebook(cells=cells), Limits())
ends = [[output.output_type for output in cell.outputs] for cell in run.notebook.cells]
open_ways = [name for name, end in zip(test_sandbox.ESCAPES, ends) if end != ["error"]]
print(json.dumps([list(run.layers), open_ways]))
"""


@pytest.mark.parametrize("layer", [NAMESPACES, LANDLOCK])
def test_what_the_other_layers_keep_closed(layer):
    program = ALONE.format(tests=str(Path(__file__).parent))
    words = [sys.executable, "-c", WITHOUT, layer, sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    layers, open_ways = json.loads(done.stdout)
    assert layer not in layers
    if layer == NAMESPACES:
        assert open_ways == []
    else:
        # Only what bubblewrap shows of its own world: the folders above Python, its processes, its /tmp and /dev/shm.
        own_world = {"list the root", "read the home folder", "see processes", "read own memory", "write in /tmp"}
        assert set(open_ways) <= own_world | {"write beside", "descriptors"}
