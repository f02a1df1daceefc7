"""Edits of the exercises of a session: add, remove, move, copy, swap, group."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from facet_desktop.domain.dose import Dose
from facet_desktop.domain.editing.refusal import EditRefusedError, checked_item, checked_items, refused_field
from facet_desktop.domain.errors import mark
from facet_desktop.domain.program import PlannedSession, Prescription, Program
from facet_desktop.domain.remembered import Remembered

Items = tuple[Prescription, ...]
NewId = Callable[[], str]


def add_items(
    program: Program, session_id: str, items: Iterable[Prescription], at: int | None = None
) -> Program:
    """Puts exercises before position `at`, or at the end. Raises EditRefusedError for an unsound one."""
    added = tuple(checked_item(item) for item in items)
    taken = {item.id for _, session in program.sessions() for item in session.items}
    if not taken.isdisjoint(item.id for item in added):
        raise EditRefusedError(mark("This exercise is in the program already."), field="id")

    def change(present: Items) -> Items:
        where = len(present) if at is None else _within(at, present)
        return present[:where] + added + present[where:]

    return with_items(program, session_id, change)


def fresh_items(taken: Iterable[Prescription], new_id: NewId) -> tuple[Prescription, ...]:
    """The same exercises under ids of their own; their circuits get names of their own as well."""
    groups: dict[str, str] = {}
    return tuple(
        replace(item, id=new_id(), group=groups.setdefault(item.group, new_id()) if item.group else None)
        for item in taken
    )


def remove_items(program: Program, item_ids: Collection[str]) -> Program:
    """Takes exercises out. A heading moves on to the next exercise that stays and has none."""
    gone = _known(program, item_ids)

    def change(present: Items) -> Items:
        kept: list[Prescription] = []
        heading: str | None = None
        for item in present:
            if item.id in gone:
                heading = item.section or heading
                continue
            kept.append(replace(item, section=item.section or heading) if heading else item)
            heading = None
        return tuple(kept)

    return _everywhere(program, gone, change)


def move_items(program: Program, item_ids: Collection[str], session_id: str, before: int) -> Program:
    """Moves exercises, in their order, before position `before` of a session as it is now."""
    moved_ids = _known(program, item_ids)
    moved = tuple(item for item in _all_items(program) if item.id in moved_ids)
    target = program.session(session_id)
    where = _within(before, target.items)
    where -= sum(1 for item in target.items[:where] if item.id in moved_ids)

    def change(present: Items) -> Items:
        kept = tuple(item for item in present if item.id not in moved_ids)
        return kept[:where] + moved + kept[where:]

    touched = {
        session.id for _, session in program.sessions() if any(i.id in moved_ids for i in session.items)
    }
    for source in touched - {session_id}:
        program = with_items(program, source, lambda items: tuple(i for i in items if i.id not in moved_ids))
    return with_items(program, session_id, change)


def shift_items(program: Program, session_id: str, item_ids: Collection[str], by: int) -> Program:
    """Moves exercises one place up (-1) or down (+1); those at the edge stay, order among them is kept."""
    chosen = _known(program, item_ids)

    def change(present: Items) -> Items:
        order = list(present) if by < 0 else list(reversed(present))
        for index in range(1, len(order)):
            if order[index].id in chosen and order[index - 1].id not in chosen:
                order[index - 1], order[index] = order[index], order[index - 1]
        return tuple(order if by < 0 else reversed(order))

    return with_items(program, session_id, change)


def duplicate_items(program: Program, item_ids: Collection[str], new_id: NewId) -> Program:
    """Puts a copy of each exercise right after it; copies start no section of their own."""
    chosen = _known(program, item_ids)

    def change(present: Items) -> Items:
        result: list[Prescription] = []
        for item in present:
            result.append(item)
            if item.id in chosen:
                result.append(replace(item, id=new_id(), section=None))
        return tuple(result)

    return _everywhere(program, chosen, change)


def change_items(
    program: Program, item_ids: Collection[str], change: Callable[[Prescription], Prescription]
) -> Program:
    """Changes some prescriptions. Raises EditRefusedError when a result is unsound; then none is changed."""
    chosen = _known(program, item_ids)
    of_dose = Remembered(Dose.problems)

    def change_one(item: Prescription) -> Prescription:
        if item.id not in chosen:
            return item
        changed = change(item)
        return item if changed == item else checked_item(changed, of_dose)

    return _everywhere(program, chosen, lambda present: tuple(map(change_one, present)))


def replace_items(program: Program, others: Mapping[str, Prescription]) -> Program:
    """Puts other exercises in the places of those ids; headings and circuits stay as they are."""
    of_dose = Remembered(Dose.problems)

    def change_one(item: Prescription) -> Prescription:
        other = others.get(item.id)
        if other is None:
            return item
        return replace(checked_item(other, of_dose), section=item.section, group=item.group)

    return _everywhere(program, _known(program, others), lambda present: tuple(map(change_one, present)))


def group_items(program: Program, session_id: str, item_ids: Collection[str], group: str) -> Program:
    """Makes a circuit: the exercises come together at the place of the first and are played in rounds."""
    chosen = _known(program, item_ids)
    session = program.session(session_id)
    members = tuple(item for item in session.items if item.id in chosen)
    if len(members) < 2:
        raise EditRefusedError(
            mark("A circuit needs at least two exercises."), mark("Select two or more first.")
        )
    if any(item.group == group for item in session.items if item.id not in chosen):
        raise refused_field("group", "is used by another circuit")
    first = session.index_of(members[0].id)
    grouped = tuple(replace(item, group=group) for item in members)

    def change(present: Items) -> Items:
        before = tuple(item for item in present[:first] if item.id not in chosen)
        after = tuple(item for item in present[first:] if item.id not in chosen)
        return before + grouped + after

    return with_items(program, session_id, change)


def ungroup_items(program: Program, item_ids: Collection[str]) -> Program:
    """Takes exercises out of their circuits."""
    return change_items(program, item_ids, lambda item: replace(item, group=None))


def with_items(program: Program, session_id: str, change: Callable[[Items], Items]) -> Program:
    """The program with the exercises of one session changed, and circuits of one exercise dissolved."""

    def apply(session: PlannedSession) -> PlannedSession:
        items = _dissolved(checked_items(change(session.items)))
        return session if items == session.items else replace(session, items=items)

    return program.with_session(session_id, apply)


def _dissolved(items: Items) -> Items:
    result: list[Prescription] = []
    for group, run in groupby(items, key=lambda item: item.group):
        members = list(run)
        alone = group is not None and len(members) == 1
        result.extend(replace(item, group=None) if alone else item for item in members)
    return tuple(result)


def _everywhere(program: Program, item_ids: frozenset[str], change: Callable[[Items], Items]) -> Program:
    touched = [
        session.id for _, session in program.sessions() if any(i.id in item_ids for i in session.items)
    ]
    for session_id in touched:
        program = with_items(program, session_id, change)
    return program


def _all_items(program: Program) -> Iterable[Prescription]:
    return (item for _, session in program.sessions() for item in session.items)


def _known(program: Program, item_ids: Collection[str]) -> frozenset[str]:
    wanted = frozenset(item_ids)
    if not wanted:
        raise EditRefusedError(mark("No exercise is selected."), mark("Select one first."))
    if not wanted <= {item.id for item in _all_items(program)}:
        raise EditRefusedError(mark("This exercise is no longer in the program."))
    return wanted


def _within(position: int, items: Items) -> int:
    return min(max(position, 0), len(items))
