"""How much grading costs beside what the submissions' own code costs: ours and stock nbgrader's, in one run."""

import os

# One thread for everybody: on a busy machine, waiting threads would be counted as work. Before numpy is imported.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
