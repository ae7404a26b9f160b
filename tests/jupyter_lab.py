"""JupyterLab, started for a test in a folder as a student or an instructor starts it."""

import json
import os
import re
import subprocess
import sys
import threading
from contextlib import contextmanager

ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+")
TOKEN = "let-me-in"


@contextmanager
def jupyter_lab(folder, home):
    """A function from paths to addresses of a JupyterLab that runs in `folder`. home: a folder for its settings."""
    config = home / "jupyter"
    config.mkdir(parents=True)
    (config / "jupyter_server_config.json").write_text(
        json.dumps({"ServerApp": {"open_browser": False, "allow_root": True, "port": 0, "token": TOKEN}})
    )
    # The news of the day are asked of another machine.
    overrides = config / "labconfig"
    overrides.mkdir()
    (overrides / "page_config.json").write_text(
        json.dumps({"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}})
    )
    env = {
        **os.environ,
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
    }
    command = [sys.executable, "-m", "jupyter", "lab"]
    with subprocess.Popen(command, cwd=folder, env=env, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = _address(server.stderr)
            threading.Thread(target=server.stderr.read, daemon=True).start()  # a full pipe would stop it
            yield lambda path: f"{address}/{path}?token={TOKEN}"
        finally:
            server.terminate()


def _address(lines):
    seen = ""
    for line in lines:
        seen += line
        if found := ADDRESS.search(line):
            return found[0]
    raise AssertionError(f"JupyterLab did not start: {seen}")
