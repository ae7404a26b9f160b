"""What an instructor sees in the terminal: a progress bar or plain lines, and the table of scores."""

from collections import Counter

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from .result import FAILED, GRADED, REJECTED

# Of a message in the table of scores.
LONGEST = 110
STYLE = {GRADED: "green", REJECTED: "yellow", FAILED: "bold red"}


def follow(results, total, console):
    """Pass (HandedIn, Result) pairs through while showing how far it is: a bar on a terminal, else a line each."""
    if not console.is_terminal:
        for number, (item, result) in enumerate(results, start=1):
            console.print(Text(f"[{number}/{total}] {item.student}: {points(result)}"), soft_wrap=True)
            yield item, result
        return
    columns = (
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[last]}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("grading", total=total, last="")
        for item, result in results:
            progress.update(task, advance=1, last=Text(item.student).markup)
            yield item, result


def follow_count(items, total, what, console):
    """Pass items through while showing how far it is: a bar on a terminal, else a line each tenth."""
    if not console.is_terminal:
        for number, item in enumerate(items, start=1):
            if 10 * number // total > 10 * (number - 1) // total:
                console.print(f"{what}: {number} of {total}", highlight=False)
            yield item
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)
        for item in items:
            progress.advance(task)
            yield item


def points(result):
    """'18 of 24' or the status."""
    if result.status == FAILED:
        return "failed"
    waiting = sum(cell.max_score for cell in result.cells.values() if cell.score is None)
    return f"{result.score:g} of {result.max_score:g}" + (f" (+{waiting:g} to be read)" if waiting else "")


def score_table(stage, results, standings):
    """A rich table, a row a student: score, to be read by hand, and the first thing that went wrong.

    standings: {student: Standing}, see `standing`.
    """
    table = Table(
        title=f"{stage}: {len(results)} submission{'' if len(results) == 1 else 's'}",
        title_justify="left",
        header_style="bold",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("student", overflow="fold")
    table.add_column("status")
    table.add_column("score", justify="right")
    table.add_column("to read", justify="right")
    table.add_column("what to know", ratio=1, overflow="fold")
    for student in sorted(results):
        result = results[student]
        score, given = standings[student]
        waiting = sum(cell.max_score for name, cell in result.cells.items() if given.get(name) is None)
        table.add_row(
            Text(student),
            Text(result.status, style=STYLE[result.status]),
            "" if score is None else f"{round(score, 2):g} / {result.max_score:g}",
            f"{waiting:g}" if waiting else "",
            Text(what_to_know(result, given)),
        )
    return table


def change_table(changes):
    """A rich table, a row for each submission that was graded again and has other points now."""
    table = Table(
        title="the tests give other points than last time",
        title_justify="left",
        header_style="bold",
        box=box.SIMPLE_HEAD,
    )
    for name in ("student", "old", "new", "what changed", "cells"):
        table.add_column(name, overflow="fold")
    for change in sorted(changes):
        table.add_row(
            Text(change.student), points(change.old), points(change.new), change.why, Text(_cells_changed(change))
        )
    return table


def _cells_changed(change):
    """'test-1-1 2 → 0, answer-1 0.5 → to be read': each cell whose score is another one."""
    old, new = ({name: cell.score for name, cell in result.cells.items()} for result in (change.old, change.new))
    return ", ".join(
        f"{name} {_score(old, name)} → {_score(new, name)}"
        for name in {**old, **new}
        if old.get(name, 0) != new.get(name, 0)
    )


def _score(scores, name):
    if name not in scores:
        return "none"
    return "to be read" if scores[name] is None else f"{scores[name]:g}"


def what_to_know(result, given):
    """One line about a result: why it was rejected, or its first lost points and how many cells lost some.

    given: {grade_id: points}. A test whose points a person gave all the same is not counted.
    """
    if result.error:
        return result.error
    cells = [cell for name, cell in result.cells.items() if (given.get(name) or 0) < cell.max_score]
    lost = [cell.message for cell in cells if cell.passed is False]
    first = cut(lost[0].split("\n")[0], LONGEST) if lost else "all tests pass"
    more = f"  (and {len(lost) - 1} more)" if len(lost) > 1 else ""
    return first + more


def cut(text, size):
    """The text, or as many of its words as fit, and "…"."""
    if len(text) <= size:
        return text
    words, _, _ = text[: size - 1].rpartition(" ")
    return f"{words.rstrip() or text[: size - 2]} …"


def unconfined(results):
    """{missing layers: number of submissions that were graded without them}."""
    return Counter(tuple(result.missing_layers) for result in results.values() if result.missing_layers)


def layer_table(layers):
    """A rich table, a row for each layer of the sandbox: does it hold, what is it for, what to do when it does not."""
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for name in ("layer", "holds", "what it is for", "what to do"):
        table.add_column(name, overflow="fold")
    for layer in layers:
        holds = Text("yes", style="green") if layer.holds else Text("no", style="bold red")
        table.add_row(layer.name, holds, Text(layer.purpose), Text(layer.advice))
    return table


def consoles(width=None):
    """(standard output, standard error) as rich consoles; colours only on a terminal, width only elsewhere."""
    console = Console(highlight=False)
    if width and not console.is_terminal:
        console.width = width
    return console, Console(stderr=True, highlight=False)
