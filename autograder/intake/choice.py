"""Which of the files that one student handed in is taken; what cannot be told is a question for a person."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from ..text import visible
from .claims import Claim
from .sources import File, Unusable

MOST_NAMES = 5


@dataclass(frozen=True)
class Handed:
    """A file and what its name says."""

    file: File
    claim: Claim

    @property
    def name(self):
        return visible("/".join(self.file.path))


@dataclass(frozen=True)
class Choice:
    """What is taken. older: earlier versions of it. unused: other notebooks. typed: texts typed into Moodle."""

    taken: Handed
    older: list = field(default_factory=list)
    unused: list = field(default_factory=list)
    typed: list = field(default_factory=list)


def choose(stage, handed, target):
    """The newest notebook named after the stage, else the only one. Raises Unusable when a person has to say which."""
    _look_at_people(stage, handed, target)
    ours = [each for each in handed if each.claim.is_notebook and not each.claim.other]
    notebooks = [each for each in ours if not each.claim.aside]
    named = [each for each in notebooks if each.claim.version(stage) is not None]
    if not notebooks:
        raise Unusable(_without(stage, handed))
    if not named and len(notebooks) > 1:
        raise Unusable(f"handed in {len(ours)} notebooks and none is named {stage}.ipynb: {names(ours)}")
    versions = sorted(named or notebooks, key=lambda each: _age(each, stage))
    if _are_apart(notebooks, versions):
        raise Unusable(
            f"notebooks in several folders may be several people's: {names(ours)}; not collected: collect a group's "
            "folder by itself, or name the people in a class list (--students); of one student's, remove all but one"
        )
    taken = versions.pop()
    if versions and _age(versions[-1], stage) == _age(taken, stage):
        raise Unusable(f"nothing says which is the newest of {names(ours)}; not collected: remove all but one")
    unused = [each for each in ours if each not in named and each is not taken]
    typed = [each for each in handed if each.claim.typed and not each.claim.is_notebook]
    return Choice(taken, versions, unused, typed)


def names(handed):
    """The names of files; of many, how many more there are."""
    more = [f"{len(handed) - MOST_NAMES} more"] if len(handed) > MOST_NAMES else []
    return ", ".join([*(each.name for each in handed[:MOST_NAMES]), *more])


def _age(handed, stage):
    claim = handed.claim
    return claim.moment or datetime.min, claim.number, claim.version(stage) or 0, handed.file.moment or datetime.min


def _look_at_people(stage, handed, target):
    """A class list can have one entry for two people of a platform, whose numbers tell them apart."""
    people = {(each.claim.kind, each.claim.user): each.claim.key for each in handed if each.claim.user}
    counts = Counter(kind for kind, _ in people)
    for kind, count in counts.items():
        if count > 1:
            who = sorted(f"{visible(key)}_{user}" for (each, user), key in people.items() if each == kind)
            raise Unusable(
                f"{' and '.join(who)} are {count} people in {kind} and one in the class list; not collected: "
                f"give each an id there, and copy each notebook to {target}/<id>/{stage}/{stage}.ipynb"
            )


def _are_apart(notebooks, versions):
    """Two folders may be two people: only a folder inside the notebook's own, or around it, is surely the student's."""
    home = versions[0].claim.place
    if any(each.claim.place != home for each in versions):
        return True
    places = [each.claim.place for each in notebooks]
    return any(place[: len(home)] != home[: len(place)] for place in places)


def _without(stage, handed):
    """What is said of who has no notebook that could be taken."""
    typed = [each for each in handed if each.claim.typed]
    other = [each for each in handed if each.claim.other or each.claim.aside]
    if other:
        return f"handed in no notebook of {stage}, but {names(other)}; if that is it, rename it to {stage}.ipynb"
    if len(typed) == len(handed):
        return f"handed in no notebook, but typed text into Moodle: {names(typed)}"
    return f"handed in no notebook, but {names(handed)}"
