"""The kill matrix and the margins of the tolerances, as an instructor sees them in the terminal."""

from rich import box
from rich.table import Table
from rich.text import Text


def kill_matrix(findings):
    """A rich table, a row a mutant: where, what was changed, which tests killed it. Survivors stand first."""
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column("mutant", overflow="fold")
    table.add_column("change", ratio=1, overflow="fold")
    table.add_column("killed by", overflow="fold")
    for trial in findings.survivors:
        table.add_row(*_mutant(trial), Text("nobody", style="bold red"))
    for trial in findings.excused:
        table.add_row(*_mutant(trial), Text(f"nobody; listed: {findings.excuse(trial)}", style="yellow"))
    for trial in findings.killed:
        killers = [f"{name} ({kind})" for name, kind in trial.killers.items()]
        table.add_row(*_mutant(trial), Text(", ".join(killers)))
    return table


def summary(stage, findings):
    """Lines: the numbers of the run, then what is wrong with it."""
    total, hidden, excused = len(findings.trials), len(findings.killed) - findings.seen, len(findings.excused)
    yield (
        f"{stage}: {total} mutants; {findings.seen} killed by the visible tests "
        f"({_part(findings.seen, findings.worse)}), {hidden} more by the hidden ones, "
        f"{len(findings.survivors)} survived, {excused} listed as equivalent ({_part(excused, total)})"
    )
    for trial in findings.survivors:
        yield f"{stage}: survived: {_line(trial.mutant)}"
    for entry, why in findings.stale:
        yield f"{stage}: stale in equivalent.toml: {entry.cell}: {_short(entry.change)}: {why}"


def margin_table(margins):
    """A rich table, a row a test: how far its tolerances are from right answers and from mutants."""
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column("test")
    table.add_column("tighter until a right answer fails", justify="right")
    table.add_column("looser until a mutant survives", justify="right")
    table.add_column("which one", ratio=1, overflow="fold")
    for margin in margins:
        table.add_row(
            margin.test,
            _times(1 / margin.right) if margin.right else "any",
            _times(margin.wrong),
            Text(_line(margin.mutant) if margin.mutant else ""),
        )
    return table


def _mutant(trial):
    mutant = trial.mutant
    change = Text()
    for line in mutant.diff.split("\n"):
        change.append(line + "\n", style="red" if line.startswith("-") else "green")
    change.rstrip()
    if mutant.block:
        change.append(f"\n{_in_block(mutant)}", style="dim")
    return Text(f"{mutant.cell}:{mutant.line} {mutant.operator}"), change


def _line(mutant):
    return f"{mutant.cell}, line {mutant.line}: {_short(mutant.diff)}{f'  {_in_block(mutant)}' if mutant.block else ''}"


def _in_block(mutant):
    return f"(new, in the block of {mutant.block})"


def _short(change):
    return change.replace("\n", "  ")


def _part(count, total):
    return f"{100 * count / total:.1f} %" if total else "0 %"


def _times(factor):
    return "any" if factor == float("inf") else f"{float(f'{factor:.2g}'):g} times"
