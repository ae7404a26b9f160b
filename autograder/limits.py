"""How much a submission may use. One place; a stage changes it in its source notebook's metadata.

"metadata": {"autograder": {"limits": {"cell_seconds": 20, "total_seconds": 120}}}
"""

import dataclasses
from dataclasses import dataclass

from . import CourseError


@dataclass(frozen=True)
class Limits:
    """Seconds are of wall time, bytes of the submitted file or of one cell's stored outputs."""

    submission_bytes: int = 20_000_000
    cell_seconds: float = 30
    total_seconds: float = 300
    output_bytes: int = 1_000_000
    cells: int = 2_000

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
