"""Where things are: one course folder with source/, release/ and nbgrader_config.py, and a file per stage in each."""

import os
from dataclasses import dataclass
from pathlib import Path

from . import CourseError

# The stages in the order in which they are taught; others come after, by name.
ORDER = ("knn", "svm", "softmax", "two_layer_net", "backprop")


@dataclass(frozen=True)
class Course:
    """A course folder. `root` is absolute."""

    root: Path

    @classmethod
    def find(cls, start=None):
        """The course at or above a folder, by default the current one; never another: it would be the wrong class."""
        start = Path.cwd() if start is None else Path(start)
        if not os.path.isdir(start):
            raise CourseError(f"{start} is not a folder")
        here = start.resolve()
        for folder in (here, *here.parents):
            if os.path.isdir(folder / "source") and os.path.isfile(folder / "nbgrader_config.py"):
                return cls(folder)
        raise CourseError(
            f"no course at {here} or above: a course folder holds source/ and nbgrader_config.py; name it with --course"
        )

    def stages(self):
        """The names of all stages that have a source notebook, in teaching order."""
        names = [path.parent.name for path in self.root.glob("source/*/*.ipynb") if path.stem == path.parent.name]
        return sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))

    def choose(self, names):
        """The named stages, or all of them when no name is given. Raises CourseError for a name that is not there."""
        known = self.stages()
        for name in names:
            if name not in known:
                raise CourseError(
                    f"there is no stage {name!r} in {self.root / 'source'}; there is: {', '.join(known) or 'none'}"
                )
        if not known:
            raise CourseError(f"there is no source/<stage>/<stage>.ipynb in {self.root}")
        return list(dict.fromkeys(names)) or known

    def source(self, stage):
        """The instructor's notebook of a stage."""
        return self.root / "source" / stage / f"{stage}.ipynb"

    def release(self, stage):
        """The student's notebook of a stage."""
        return self.root / "release" / stage / f"{stage}.ipynb"

    def bundle(self, stage):
        """The zip of a stage for students."""
        return self.root / "bundles" / f"{stage}.zip"
