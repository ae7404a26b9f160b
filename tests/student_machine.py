"""What a student has: the unpacked bundle, and a Python of its own in which only what the guide says is installed.

Nothing is downloaded: the packages that the wheel needs are those of the Python that runs the tests, and flatgrad and
the autograder are not among them.
"""

import io
import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

OURS = re.compile(r"(_|__)?(editable)?(_impl|__)?_*(flatgrad|autograder)", re.IGNORECASE)


class Machine:
    """A folder of a student with a Python without flatgrad."""

    def __init__(self, folder):
        self.home, self.folder = folder, None

    def unpack(self, bundle, stage):
        """Unpack the bytes of a bundle; the student works in its folder from now on."""
        zipfile.ZipFile(io.BytesIO(bundle)).extractall(self.home)
        self.folder = self.home / stage

    def environment(self):
        """The variables of the student's shell: no path to a checkout, no network for pip, no browser, no colours."""
        dropped = ("PYTHONPATH", "VIRTUAL_ENV", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        config = self.home / "config"
        config.mkdir(exist_ok=True)
        (config / "jupyter_server_config.json").write_text(
            json.dumps({"ServerApp": {"open_browser": False, "allow_root": True}})
        )
        return {
            **kept,
            "HOME": str(self.home),
            "JUPYTER_CONFIG_DIR": str(config),
            "JUPYTER_RUNTIME_DIR": str(self.home / "runtime"),
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def start(self, command, *more, **options):
        """Start a command of the guide, with more words that may have spaces, and return its process."""
        name, *rest = command.split()
        program = sys.executable if name == "python3" else str(self.folder / name)
        pipes = dict.fromkeys(("stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(
            [program, *rest, *more], cwd=self.folder, env=self.environment(), text=True, **{**pipes, **options}
        )

    def type(self, command, *more):
        """Run a command of the guide and return (exit status, standard output, standard error)."""
        with self.start(command, *more) as process:
            out, err = process.communicate(timeout=300)
        if command.endswith("-m venv .venv"):
            self._lend_packages()
        return process.returncode, out, err

    def _lend_packages(self):
        """Link to the packages of this Python in the new one, as if they had been downloaded, but for our own."""
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        theirs = self.folder / ".venv" / "lib" / version / "site-packages"
        for path in Path(sysconfig.get_path("purelib")).iterdir():
            to = theirs / path.name
            if not OURS.match(path.name) and not to.exists():
                to.symlink_to(path)
        (self.folder / ".venv" / "share").symlink_to(Path(sys.prefix) / "share")
