"""The journal of a played session: an append-only row of entries, and what can be read from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import frozen

Value = str | int | float | bool | None
NO_DATA: Mapping[str, Value] = MappingProxyType({})


class EntryKind(StrEnum):
    """What an entry records."""

    STARTED = "started"
    READINESS = "readiness"
    SET_ENDED = "set-ended"
    PAUSED = "paused"
    RESUMED = "resumed"
    JUMPED = "jumped"
    EXTENDED = "extended"
    SWAPPED = "swapped"
    BREATH = "breath"
    """The rhythm of the breath was changed."""
    PAIN = "pain"
    EFFORT = "effort"
    HURTS = "hurts"
    NOTE = "note"
    STOPPED = "stopped"
    FINISHED = "finished"


@frozen
class Entry:
    """One entry. `seq` counts from 1 within the session; `at_ms` is UTC in milliseconds."""

    id: str
    session_id: str
    seq: int
    at_ms: int
    kind: EntryKind
    data: Mapping[str, Value] = field(default_factory=lambda: NO_DATA)


@frozen
class SetKey:
    """Which set of which prescription on which side."""

    item_id: str
    set_no: int
    side: StepSide


@frozen
class SetResult:
    """What was done of one set. A repeated set replaces a lesser result, never a better one."""

    exercise: str
    reps_done: int
    work_ms: int
    completed: bool


def set_results(entries: Iterable[Entry]) -> dict[SetKey, SetResult]:
    """The best result of every set that the journal tells of."""
    results: dict[SetKey, SetResult] = {}
    for entry in entries:
        if entry.kind is not EntryKind.SET_ENDED:
            continue
        data = entry.data
        key = SetKey(str(data["item_id"]), int(data["set_no"] or 0), StepSide(str(data["side"])))
        result = SetResult(
            str(data["exercise"]),
            int(data["reps_done"] or 0),
            int(data["work_ms"] or 0),
            bool(data["completed"]),
        )
        before = results.get(key)
        if before is None or not before.completed:
            results[key] = result
    return results


def exercises_done(required: Mapping[str, frozenset[SetKey]], results: Mapping[SetKey, SetResult]) -> int:
    """How many prescriptions have all their required sets completed (clinical reference, D7)."""

    def complete(keys: frozenset[SetKey]) -> bool:
        return all(key in results and results[key].completed for key in keys)

    return sum(1 for keys in required.values() if keys and complete(keys))
