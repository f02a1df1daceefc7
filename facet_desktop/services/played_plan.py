"""How a session is to be played, written into its journal when it begins and read from there again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from facet_desktop.domain.journal import Entry, EntryKind, Value
from facet_desktop.domain.play_plan import PlayPlan
from facet_desktop.domain.program_document import item_from_document
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.timeline import Pacing

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession


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
    if limit_ms is None:
        return PlayPlan(session, pacing)
    from facet_desktop.domain.shorten import shorten

    return PlayPlan(shorten(session, limit_ms, pacing), pacing)


def _limit(entry: Entry) -> int | None:
    limit = entry.data.get("limit_ms")
    return None if limit is None else int(limit)
