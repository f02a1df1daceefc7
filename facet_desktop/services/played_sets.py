"""Reads from a timeline which sets a session asks for, and turns engine events into journal entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from facet_desktop.domain.engine import (
    EngineEvent,
    Extended,
    Finished,
    Jumped,
    Paused,
    Resumed,
    SetEnded,
    Stopped,
)
from facet_desktop.domain.journal import Entry, EntryKind, SetKey, Value
from facet_desktop.domain.play_plan import PlayPlan
from facet_desktop.domain.program_document import canonical_json, item_from_document, item_to_document
from facet_desktop.domain.shorten import shorten
from facet_desktop.domain.step import Step, StepSide
from facet_desktop.domain.timeline import Pacing, Timeline

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession, Prescription

EntryDraft = tuple[EntryKind, Mapping[str, Value]]


def set_key(timeline: Timeline, step: Step) -> SetKey:
    """Which set a working step belongs to; sets in which sides alternate count as one, of both sides."""
    sides = {one.side for one in timeline.block_of(step.index)}
    side = sides.pop() if len(sides) == 1 else StepSide.BOTH
    return SetKey(step.item_id, step.set_no, side)


def required_sets(timeline: Timeline) -> dict[str, frozenset[SetKey]]:
    """Every set that a session asks for, by prescription."""
    required: dict[str, set[SetKey]] = {}
    for step in timeline.steps:
        if step.ends_set:
            required.setdefault(step.item_id, set()).add(set_key(timeline, step))
    return {item: frozenset(keys) for item, keys in required.items()}


def place_of(step: Step) -> dict[str, Value]:
    """Where in the session something happened."""
    return {"item_id": step.item_id, "exercise": step.exercise, "set_no": step.set_no, "step": step.index}


def entry_for(timeline: Timeline, event: EngineEvent) -> EntryDraft | None:
    """The journal entry for an engine event, or None for those that are only movement."""
    kind = _KINDS.get(type(event))
    return None if kind is None else (kind, _data(timeline, event))


_KINDS: Mapping[type, EntryKind] = {
    SetEnded: EntryKind.SET_ENDED,
    Paused: EntryKind.PAUSED,
    Resumed: EntryKind.RESUMED,
    Jumped: EntryKind.JUMPED,
    Extended: EntryKind.EXTENDED,
    Finished: EntryKind.FINISHED,
    Stopped: EntryKind.STOPPED,
}


def _data(timeline: Timeline, event: EngineEvent) -> dict[str, Value]:
    match event:
        case SetEnded():
            return set_data(timeline, event.step, event.reps_done, event.work_ms, completed=event.completed)
        case Paused():
            return {"reason": event.reason.value}
        case Jumped():
            return {"from_step": event.from_step, "to_step": event.to_step}
        case Extended():
            return {**place_of(event.step), "by_ms": event.by_ms}
        case _:
            return {}


def set_data(
    timeline: Timeline, step: Step, reps_done: int, work_ms: int, *, completed: bool
) -> dict[str, Value]:
    """What the journal keeps of a set; `step` is any working step of it."""
    key = set_key(timeline, step)
    return {
        "item_id": key.item_id,
        "exercise": step.exercise,
        "set_no": key.set_no,
        "side": key.side.value,
        "reps_done": reps_done,
        "reps_planned": step.reps,
        "work_ms": work_ms,
        "completed": completed,
    }


def pacing_data(pacing: Pacing) -> dict[str, Value]:
    """The pacing of a session as its first entry keeps it."""
    return {
        "prepare_s": pacing.prepare_s,
        "switch_s": pacing.switch_s,
        "between_exercises_s": pacing.between_exercises_s,
        "first_side": pacing.first_side.value,
        "allow_breath_pauses": pacing.allow_breath_pauses,
        "breath_delta_s": pacing.breath_delta_s,
        "count_by_hand": pacing.count_by_hand,
    }


def pacing_from(entry: Entry) -> Pacing:
    """The pacing that a session began with, from its first entry."""
    data = entry.data
    return Pacing(
        prepare_s=float(data["prepare_s"] or 0),
        switch_s=float(data["switch_s"] or 0),
        between_exercises_s=float(data["between_exercises_s"] or 0),
        first_side=StepSide(str(data["first_side"])),
        allow_breath_pauses=bool(data["allow_breath_pauses"]),
        breath_delta_s=int(data.get("breath_delta_s") or 0),
        count_by_hand=bool(data.get("count_by_hand")),
    )


def swap_entry(
    before: Prescription, after: Prescription, set_no: int | None, kind: str, reason: str
) -> EntryDraft:
    """The entry for a prescription changed while it was being played, complete enough to do it again.

    Without a set only what is still to come has changed.
    """
    return EntryKind.SWAPPED, {
        "item_id": after.id,
        "set_no": set_no,
        "from": before.exercise,
        "to": after.exercise,
        "kind": kind,
        "reason": reason,
        "item": canonical_json(item_to_document(after)),
    }


def plan_from(entries: Iterable[Entry], session: PlannedSession) -> PlayPlan:
    """The plan that a journal tells of: begun with the pacing of that day, changed as it was changed."""
    plan: PlayPlan | None = None
    for entry in entries:
        if entry.kind is EntryKind.STARTED:
            plan = begun_plan(session, pacing_from(entry), _limit(entry))
        elif entry.kind is EntryKind.SWAPPED and plan is not None:
            item = item_from_document(json.loads(str(entry.data["item"])))
            set_no = entry.data["set_no"]
            plan = plan.with_item(item, None if set_no is None else int(set_no))
        elif entry.kind is EntryKind.BREATH and plan is not None:
            delta_s = int(entry.data["breath_delta_s"] or 0)
            plan = plan.breathing(delta_s, allow_pauses=bool(entry.data["allow_breath_pauses"]))
    if plan is None:
        message = "a journal begins with the entry of the start"
        raise ValueError(message)
    return plan


def begun_plan(session: PlannedSession, pacing: Pacing, limit_ms: int | None) -> PlayPlan:
    """The plan of a session that begins, shortened where a limit is given."""
    return PlayPlan(session if limit_ms is None else shorten(session, limit_ms, pacing), pacing)


def _limit(entry: Entry) -> int | None:
    limit = entry.data.get("limit_ms")
    return None if limit is None else int(limit)
