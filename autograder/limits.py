"""How much a submission may use. One place; a stage changes it in its source notebook's metadata.

"metadata": {"autograder": {"limits": {"cell_seconds": 20, "total_seconds": 120}}}
"""

import dataclasses
from dataclasses import dataclass

from . import CourseError


@dataclass(frozen=True)
class Limits:
    """What a submission may use.

    submission_bytes: the submitted file. cell_seconds, total_seconds: wall time of a cell, of the notebook.
    output_bytes: what is stored of one cell's outputs. cells: cells of a notebook. cpu_seconds: CPU time of the
    student's process. memory_bytes: what it may map beyond a bare Python with numpy. file_bytes: the largest file it
    may write; disk_bytes: all its files together. descriptors: files that it may have open. value_bytes: one value that
    it hands to a test.
    """

    submission_bytes: int = 20_000_000
    cell_seconds: float = 30
    total_seconds: float = 300
    output_bytes: int = 1_000_000
    cells: int = 2_000
    cpu_seconds: float = 600
    memory_bytes: int = 2_000_000_000
    file_bytes: int = 50_000_000
    disk_bytes: int = 200_000_000
    descriptors: int = 64
    value_bytes: int = 100_000_000

    @classmethod
    def of(cls, notebook):
        """The limits that a source notebook asks for. Raises CourseError for an unknown name or a value of no use."""
        ours = notebook.metadata.get("autograder", {})
        asked = ours.get("limits", {}) if isinstance(ours, dict) else ours
        if not isinstance(asked, dict):
            raise CourseError('the notebook\'s metadata must have the form {"autograder": {"limits": {NAME: NUMBER}}}')
        known = {field.name for field in dataclasses.fields(cls)}
        for name, value in asked.items():
            if name not in known:
                raise CourseError(
                    f"unknown limit {name!r} in the notebook's metadata; known: {', '.join(sorted(known))}"
                )
            if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
                raise CourseError(
                    f"the limit {name} in the notebook's metadata must be a positive number, not {value!r}"
                )
        return cls(**asked)
