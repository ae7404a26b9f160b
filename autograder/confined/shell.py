"""The IPython shell in which student cells run, with everything they show caught as notebook outputs.

It is a real InteractiveShell: magics, display(), figures, %timeit, get_ipython() and top-level await work. It is made
in the server, before any fork, so that a child has it for nothing.
"""

import base64
import io
import sys
import tempfile

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets.config import Config

# Characters of output that leave a cell, images included; the trusted side cuts finer.
MOST_TEXT = 8_000_000
MOST_OUTPUTS = 1_000
MOST_ERRORS = 20
LONGEST_TRACEBACK = 20_000


class Outputs:
    """What a cell has shown so far, as nbformat's outputs."""

    def __init__(self):
        self.items, self.room, self.errors, self.listening = [], MOST_TEXT, 0, False

    def start(self):
        self.items, self.room, self.errors, self.listening = [], MOST_TEXT, 0, True

    def take(self):
        """What was shown since `start`; nothing is kept from now on."""
        items, self.items, self.listening = self.items, [], False
        return items

    def text(self, name, text):
        """Text on a stream. What is too much, or comes while nobody listens, is dropped."""
        if not self.listening or not text:
            return
        kept = text[: max(0, self.room)]
        self.room -= len(text)
        last = self.items[-1] if self.items else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"].append(kept)
        elif len(self.items) < MOST_OUTPUTS:
            self.items.append({"output_type": "stream", "name": name, "text": [kept]})

    def add(self, output):
        """A display, a result or an error. Some errors always have room."""
        if output["output_type"] == "error":
            self.errors += 1
            fits = self.errors <= MOST_ERRORS
        else:
            size = sum(len(str(part)) for part in output["data"].values())
            fits = size <= self.room and len(self.items) < MOST_OUTPUTS
            self.room -= size if fits else 0
        if self.listening and fits:
            self.items.append(output)


class Stream(io.TextIOBase):
    """sys.stdout or sys.stderr of the student."""

    encoding = "utf-8"

    def __init__(self, name, outputs):
        self.stream_name, self.outputs = name, outputs

    def writable(self):
        return True

    def fileno(self):
        return 1 if self.stream_name == "stdout" else 2

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.outputs.text(self.stream_name, text)
        return len(text)


class Publisher(DisplayPublisher):
    """display() and figures."""

    outputs = None

    def publish(self, data, metadata=None, source=None, *, transient=None, update=False, **kwargs):
        self.outputs.add({"output_type": "display_data", "data": _as_text(data)})

    def clear_output(self, wait=False):
        """What was shown stays shown."""


class Hook(DisplayHook):
    """The value of a cell's last expression."""

    outputs = None

    def start_displayhook(self):
        self.format_dict = {}

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.format_dict = _as_text(format_dict)

    def finish_displayhook(self):
        self.outputs.add({"output_type": "execute_result", "data": self.format_dict})


class StudentShell(InteractiveShell):
    """InteractiveShell whose outputs go into `outputs`."""

    outputs = Outputs()

    def _showtraceback(self, etype, evalue, stb):
        lines = stb if isinstance(stb, list) else [str(stb)]
        self.outputs.add(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": _said(evalue),
                "traceback": ["\n".join(str(line) for line in lines)[:LONGEST_TRACEBACK]],
            }
        )

    def enable_gui(self, gui=None):
        """There is no window to draw in."""

    def system(self, cmd):
        """Commands of a shell: the cell goes on without them, as it would where one fails."""
        print("(commands are not run when grading)", file=sys.stderr)
        self.user_ns["_exit_code"] = 1

    system_raw = system_piped = system

    def getoutput(self, cmd, split=True, depth=0):
        self.system(cmd)
        return SList([]) if split else ""

    def ask_exit(self):
        """exit() and quit() end nothing."""

    def run(self, source):
        """Run a cell. Returns (its outputs, whether it raised nothing)."""
        self.outputs.start()
        good = False
        try:
            good = bool(self.run_cell(source, store_history=True, silent=False).success)
        except KeyboardInterrupt as stopped:
            self._showtraceback(type(stopped), stopped, ["KeyboardInterrupt"])
        finally:
            items = self.outputs.take()
        for item in items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        return items, good


def make_shell():
    """The shell, with matplotlib drawing into it, and the streams of this process replaced."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    Publisher.outputs = Hook.outputs = StudentShell.outputs
    StudentShell.display_pub_class, StudentShell.displayhook_class = Publisher, Hook
    with tempfile.TemporaryDirectory() as folder:
        shell = StudentShell.instance(config=config, ipython_dir=folder)
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    sys.stdin = io.StringIO()
    import matplotlib_inline.backend_inline  # noqa: F401  (draws into the shell from its first figure on)

    shell.run_cell("%matplotlib inline")
    return shell


def _as_text(data):
    """A display's data with its images in base64, as notebooks store them."""
    return {
        str(kind): base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
        for kind, value in data.items()
    }


def _said(value):
    try:
        return str(value)[:LONGEST_TRACEBACK]
    except BaseException as error:
        return f"<the text of this error cannot be read: {type(error).__name__}>"
