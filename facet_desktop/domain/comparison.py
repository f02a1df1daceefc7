"""What differs between two programs, side by side: phases, sessions and exercises.

Things are the same when they have the same id; ids stay through edits. Things without a partner of the same
id are matched by their kind and title, their name, or their exercise, because a program that was imported or
made from a template anew has other ids for what is the same to a reader. An exercise with the same id in
another session has moved there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, TypeVar

from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.values import frozen

T = TypeVar("T", Prescription, PlannedSession, ProgramPhase)
_NOT_SHOWN = ("id", "exercise_version", "tempo_words", "prepare_s")


class Change(StrEnum):
    """How something stands in the newer program."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """Only its place differs."""


@frozen
class Place:
    """The session that an exercise stands in."""

    phase: ProgramPhase
    session: PlannedSession


@frozen
class ItemPair:
    """An exercise in the older and in the newer program; one of both may be missing.

    `fields` are the parts that differ: "dose.reps", "note", "rule" and so on. An exercise that went to
    another session stands twice: alone where it was, with `moved_to`, and as a whole pair where it is, with
    `moved_from`.
    """

    old: Prescription | None
    new: Prescription | None
    change: Change
    fields: tuple[str, ...] = ()
    moved_from: Place | None = None
    moved_to: Place | None = None


@frozen
class SessionPair:
    """A session in both programs. `change` speaks of itself: its name, days, place and exercises."""

    old: PlannedSession | None
    new: PlannedSession | None
    change: Change
    items: tuple[ItemPair, ...] = ()


@frozen
class PhasePair:
    """A phase in both programs."""

    old: ProgramPhase | None
    new: ProgramPhase | None
    change: Change
    sessions: tuple[SessionPair, ...] = ()


@frozen
class Comparison:
    """Everything of both programs, in the order of reading; parts that were removed stand where they were."""

    old: Program
    new: Program
    phases: tuple[PhasePair, ...]

    def items(self) -> Iterator[ItemPair]:
        """Every exercise of both programs."""
        for phase in self.phases:
            for session in phase.sessions:
                yield from session.items

    def count(self, change: Change) -> int:
        """How many exercises changed in that way; one that moved counts where it is now."""
        return sum(1 for pair in self.items() if pair.change is change and pair.moved_to is None)


def compare(old: Program, new: Program) -> Comparison:
    """The comparison of an older with a newer program."""
    pairs = _pairs(old.phases, new.phases, lambda one: f"{one.phase} {one.title}")
    stay = _Whereabouts.of(old, new)
    return Comparison(old, new, tuple(_phase(pair, stay) for pair in pairs))


@frozen
class _Pair(Generic[T]):
    old: T | None
    new: T | None
    is_moved: bool = False


@frozen
class _Whereabouts:
    """Where the exercises stand that both programs have, by their ids."""

    old: Mapping[str, tuple[Place, Prescription]]
    new: Mapping[str, tuple[Place, Prescription]]

    @classmethod
    def of(cls, old: Program, new: Program) -> _Whereabouts:
        before, after = _placed(old), _placed(new)
        both = before.keys() & after.keys()
        return cls({one: before[one] for one in both}, {one: after[one] for one in both})


def _placed(program: Program) -> dict[str, tuple[Place, Prescription]]:
    found = [(item, Place(phase, session)) for phase, session in program.sessions() for item in session.items]
    times = Counter(item.id for item, _ in found)
    return {item.id: (place, item) for item, place in found if times[item.id] == 1}


def _phase(pair: _Pair[ProgramPhase], stay: _Whereabouts) -> PhasePair:
    old, new = pair.old, pair.new
    sessions = tuple(
        _session(one, stay)
        for one in _pairs(old.sessions if old else (), new.sessions if new else (), lambda one: one.name)
    )
    same = old is not None and new is not None and _bare_phase(old) == _bare_phase(new)
    same = same and all(one.change is Change.SAME for one in sessions)
    return PhasePair(old, new, _change(pair, same=same), sessions)


def _session(pair: _Pair[PlannedSession], stay: _Whereabouts) -> SessionPair:
    old, new = pair.old, pair.new
    before, after = old.items if old else (), new.items if new else ()
    items = tuple(
        _item(one, stay) for one in _pairs(before, after, lambda one: one.exercise, stay.new.keys())
    )
    same = (
        old is not None and new is not None and (old.name, old.schedule) == (new.name, new.schedule)
    ) and all(one.change is Change.SAME for one in items)
    return SessionPair(old, new, _change(pair, same=same), items)


def _item(pair: _Pair[Prescription], stay: _Whereabouts) -> ItemPair:
    old, new = pair.old, pair.new
    if old is not None and new is None and old.id in stay.new:
        return ItemPair(old, None, Change.MOVED, moved_to=stay.new[old.id][0])
    origin = None
    if old is None and new is not None and new.id in stay.old:
        origin, old = stay.old[new.id]
        pair = _Pair(old, new, is_moved=True)
    if old is None or new is None:
        return ItemPair(old, new, _change(pair, same=False))
    found = tuple(_differing(old, new))
    return ItemPair(old, new, _change(pair, same=not found), found, moved_from=origin)


def _change(pair: _Pair[T], *, same: bool) -> Change:
    if pair.old is None:
        return Change.ADDED
    if pair.new is None:
        return Change.REMOVED
    if not same:
        return Change.CHANGED
    return Change.MOVED if pair.is_moved else Change.SAME


def _differing(old: Prescription, new: Prescription) -> Iterator[str]:
    for one in fields(old.dose):
        if getattr(old.dose, one.name) != getattr(new.dose, one.name):
            yield f"dose.{one.name}"
    for one in fields(old):
        if one.name in _NOT_SHOWN or one.name == "dose" or (one.name == "group" and _both_grouped(old, new)):
            continue
        if getattr(old, one.name) != getattr(new, one.name):
            yield one.name


def _both_grouped(old: Prescription, new: Prescription) -> bool:
    """The name of a circuit says nothing; being in one does."""
    return (old.group is None) == (new.group is None)


def _bare_phase(phase: ProgramPhase) -> ProgramPhase:
    return replace(phase, id="", sessions=())


def _pairs(
    old: Sequence[T], new: Sequence[T], title: Callable[[T], str], taken: Set[str] = frozenset()
) -> list[_Pair[T]]:
    """Both rows aligned. What changed its place stands at the new one, marked as moved.

    What has a `taken` id has its partner of the same id, here or elsewhere, and is no other's.
    """
    partner = _partners(old, new, title, taken)
    keys_old = [one.id for one in old]
    keys_new = [partner.get(one.id, f"new {one.id}") for one in new]
    by_old, by_new = dict(zip(keys_old, old, strict=True)), dict(zip(keys_new, new, strict=True))
    found: list[_Pair[T]] = []
    matcher = SequenceMatcher(None, keys_old, keys_new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            found += [_Pair(by_old[key], by_new[key]) for key in keys_old[old_from:old_to]]
            continue
        found += [_Pair(by_old[key], None) for key in keys_old[old_from:old_to] if key not in by_new]
        for key in keys_new[new_from:new_to]:
            found.append(_Pair(by_old.get(key), by_new[key], is_moved=key in by_old))
    return found


def _partners(
    old: Sequence[T], new: Sequence[T], title: Callable[[T], str], taken: Set[str]
) -> dict[str, str]:
    """Ids of the old things by those of the new things that they are."""
    known = {one.id for one in old}
    partner = {one.id: one.id for one in new if one.id in known}
    left = [one for one in old if one.id not in partner and one.id not in taken]
    for one in new:
        if one.id in partner or one.id in taken:
            continue
        same = next((other for other in left if title(other) == title(one)), None)
        if same is not None:
            partner[one.id] = same.id
            left.remove(same)
    return partner
