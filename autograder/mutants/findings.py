"""What a run of mutants says about the tests of a stage: who survived, who is excused, and how much the tests see."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Findings:
    """trials: all Trials of the run. equivalents: the list of the stage. complete: whether all mutants were run."""

    trials: list
    equivalents: list = field(default_factory=list)
    complete: bool = True

    def excuse(self, trial):
        """The reason why a mutant counts as equivalent, or ""."""
        return next((entry.reason for entry in self.equivalents if entry.covers(trial.mutant)), "")

    @property
    def survivors(self):
        """The mutants that no test killed and that are not listed."""
        return [trial for trial in self.trials if trial.survived and not self.excuse(trial)]

    @property
    def excused(self):
        """The listed mutants that no test killed."""
        return [trial for trial in self.trials if trial.survived and self.excuse(trial)]

    @property
    def killed(self):
        """The mutants that a test killed, those that only hidden ones killed first."""
        return sorted((trial for trial in self.trials if not trial.survived), key=lambda trial: trial.seen)

    @property
    def seen(self):
        """How many of those that are not equivalent the visible tests alone killed."""
        return sum(trial.seen for trial in self.trials)

    @property
    def stale(self):
        """[(entry, why)]: entries of the list that are no longer true."""
        found = []
        for entry in self.equivalents:
            trials = [trial for trial in self.trials if entry.covers(trial.mutant)]
            if not trials and self.complete:
                found.append((entry, "there is no such mutant any more"))
            # Of two places with the same text one may be equivalent.
            if trials and not any(trial.survived for trial in trials):
                found.append((entry, f"{', '.join(trials[0].killers)} kills it"))
        return found

    @property
    def worse(self):
        """How many mutants are not equivalent."""
        return len(self.trials) - len(self.excused)

    @property
    def good(self):
        """Nothing survived but what is listed, and the list is true."""
        return not self.survivors and not self.stale

    def as_json(self):
        """All of it for a file."""
        rows = [
            {
                "cell": trial.mutant.cell,
                "line": trial.mutant.line,
                "operator": trial.mutant.operator,
                "diff": trial.mutant.diff,
                "killed_by": trial.killers,
                "not_killed_by": [name for name in trial.verdicts if name not in trial.killers],
                "messages": {name: verdict.message for name, verdict in trial.verdicts.items() if verdict.killed},
                "equivalent": self.excuse(trial),
            }
            for trial in [*self.survivors, *self.excused, *self.killed]
        ]
        return {
            "mutants": len(self.trials),
            "survivors": len(self.survivors),
            "equivalent": len(self.excused),
            "killed_by_visible_tests": self.seen,
            "killed_by_hidden_tests_only": len(self.killed) - self.seen,
            "stale": [{"cell": entry.cell, "change": entry.change, "why": why} for entry, why in self.stale],
            "trials": rows,
        }
