"""How a source is laid out: the names of all its files together tell whose those are that do not say so by themselves.

Forms may be mixed. No notebook is passed over but those that `read` names.
"""

import re
from dataclasses import replace
from itertools import takewhile

from .claims import CANVAS, ENDING, EXCHANGE, EXCHANGE_NAME, FILE_NAME, FOLDER_NAME, MOODLE, Claim, formed, is_named
from .identifiers import composed


def read(paths, stage, others=()):
    """{path: Claim} for the files of one source, given as tuples of folder names and a file name.

    others: names of the course's other stages. What is nobody's work is left out: hidden files, what a Mac adds, what
    the exchange or a folder's name says is of another stage.
    """
    paths = [path for path in paths if not any(map(_is_hidden, path))]
    known = {path: form for path in paths if (form := formed(path, stage))}
    plain = [path for path in paths if path not in known and not _is_elsewhere(path, stage, others)]
    top = _top({path[:above] for path, (above, claim) in known.items() if claim and claim.is_notebook}, plain, stage)
    plain = [path for path in plain if path[: len(top)] == top]
    people = _people(known, plain, top, stage)
    claims = {
        path: claim and replace(claim, doubt=_doubt(path[:above], people, stage))
        for path, (above, claim) in known.items()
    }
    claims |= {path: _plain(path[len(top) :], stage, others) for path in plain}
    by_stage = any(claim.kind == FOLDER_NAME for _, claim in known.values() if claim)
    return {path: _complete(path, claim, stage, others, by_stage) for path, claim in claims.items() if claim}


def _is_hidden(part):
    """Not of a student's whose name begins with a dot."""
    by_platform = MOODLE.fullmatch(part) or CANVAS.fullmatch(part)
    return part == "__MACOSX" or (part.startswith(".") and not (by_platform and not part.startswith("._")))


def _is_elsewhere(path, stage, others):
    """Does it lie in another stage's folder? What is named after this stage is somebody's work wherever it lies."""
    folders = {folder.casefold() for folder in path[:-1]}
    return any(other.casefold() in folders for other in others) and not is_named(path[-1], stage)


def _top(above, plain, stage):
    """The folders in which all lie, and which do not say whose. above: the folders that hold students' folders."""
    notebooks = [path for path in plain if _is_notebook(path)]
    common = _shared([*above, *(path[:-1] for path in notebooks)])
    direct = [path for path in notebooks if path[:-1] == common]
    if above or not common or not direct:
        return common
    below = {path[len(common)] for path in notebooks if path[:-1] != common and is_named(path[-1], stage)}
    alone = len(notebooks) == 1 or any(is_named(path[-1], stage) for path in direct)
    is_student = alone and len(below) < 2 and not _is_stage(common[-1], stage)
    return common[:-1] if is_student else common


def _people(known, plain, top, stage):
    """The folders in which each folder is a student's, as far as folders without a platform's name can tell."""
    found = {
        path[:above]
        for path, (above, claim) in known.items()
        if claim and claim.kind == FOLDER_NAME and claim.is_notebook
    }
    # What lies deeper in <student>/<stage>/, the student put there: it says nothing of the folders around.
    beside = [path[len(top) : -1] for path in plain if _is_notebook(path)]
    if any(folders and not any(_is_stage(folder, stage) for folder in folders[1:]) for folders in beside):
        found.add(top)
    return found


def _doubt(above, people, stage):
    """The outermost of the folders above a student's name that may be a student's itself, or ()."""
    for place, folder in enumerate(above):
        of_stage = place + 1 < len(above) and _is_stage(above[place + 1], stage) and not _is_stage(folder, stage)
        if above[:place] in people or of_stage:
            return above[: place + 1]
    return ()


def _is_stage(folder, stage):
    return folder.casefold() == stage.casefold()


def _shared(places):
    """The folders with which all of these begin."""
    return tuple(parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*places, strict=False)))


def _is_notebook(path):
    return path[-1].lower().endswith(ENDING)


def _plain(path, stage, others):
    """The Claim of a path below what all have in common, or None for a file that is no notebook and nobody's."""
    *folders, name = path
    if folders:
        return Claim(FOLDER_NAME, folders[0], name, inner=tuple(folders[1:]))
    return _flat(name, stage, others) if _is_notebook(path) else None


def _flat(name, stage, others):
    """A file among others in one folder: jdoe.ipynb, softmax_jdoe.ipynb, jdoe-softmax.ipynb."""
    stages = sorted((stage, *others), key=len, reverse=True)
    any_stage = "|".join(map(re.escape, stages))
    pattern = (
        rf"(?:(?P<before>{any_stage})[-_ ]+)?(?P<key>.+?)(?:[-_ ]+(?P<after>{any_stage}))?"
        r"(?: ?\((?P<version>\d{1,4})\))?"
    )
    found = re.fullmatch(pattern, name[: -len(ENDING)].strip(), re.IGNORECASE | re.DOTALL)
    if not found or any(is_named(text, each) for text in (name, f"{found['key']}{ENDING}") for each in stages):
        return Claim(FILE_NAME, "", name)
    file = f"{found['before'] or found['after'] or stage}{ENDING}"
    return Claim(FILE_NAME, found["key"], file, number=int(found["version"] or 0))


def _place(path, claim):
    """Where the student's other versions are. Folders of the exchange that differ in the time only are one."""
    folders = [folder for folder in path[:-1] if claim.kind != EXCHANGE_NAME or not EXCHANGE.fullmatch(folder)]
    return (claim.kind, *map(composed, folders))


def _complete(path, claim, stage, others, by_stage):
    """The Claim with what the whole path says of it. by_stage: there are folders <student>/<stage>/."""
    unnamed = claim.version(stage) is None
    other = unnamed and any(claim.version(each) is not None for each in others)
    own = claim.inner and claim.file.casefold() == f"{claim.inner[-1]}{ENDING}".casefold()
    return replace(claim, place=_place(path, claim), other=other, aside=bool(by_stage and unnamed and own))
