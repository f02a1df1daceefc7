"""What an editor should do, in plain lists and dicts: the model against which the real one is judged."""

from __future__ import annotations

import copy
from typing import Any

from facet_desktop.domain.program import Program

Plain = dict[str, Any]


def plain_of(program: Program) -> Plain:
    """A program without its ids."""
    return {
        "title": program.title,
        "phases": [
            {
                "title": phase.title,
                "sessions": [
                    {
                        "name": session.name,
                        "days": sorted(session.schedule.weekdays),
                        "times": session.schedule.times_per_day,
                        "items": [
                            {
                                "exercise": item.exercise,
                                "sets": item.dose.sets.low,
                                "note": item.note,
                                "group": item.group,
                                "section": item.section,
                            }
                            for item in session.items
                        ],
                    }
                    for session in phase.sessions
                ],
            }
            for phase in program.phases
        ],
    }


class PlainEditor:
    """The present plain program, with everything before and after it."""

    def __init__(self, present: Plain) -> None:
        self.present = present
        self._past: list[Plain] = []
        self._future: list[Plain] = []

    def sessions(self) -> list[Plain]:
        return [session for phase in self.present["phases"] for session in phase["sessions"]]

    def commit(self, changed: Plain) -> None:
        for session in (one for phase in changed["phases"] for one in phase["sessions"]):
            _dissolve(session["items"])
        if changed != self.present:
            self._past.append(self.present)
            self._future.clear()
            self.present = changed

    def copy(self) -> Plain:
        return copy.deepcopy(self.present)

    def undo(self) -> None:
        if self._past:
            self._future.append(self.present)
            self.present = self._past.pop()

    def redo(self) -> None:
        if self._future:
            self._past.append(self.present)
            self.present = self._future.pop()

    def forget(self) -> None:
        self._past.clear()
        self._future.clear()


def remove(items: list[Plain], places: set[int]) -> list[Plain]:
    """Without those at `places`; a heading goes to the next one that stays and has none."""
    kept = []
    heading = None
    for place, item in enumerate(items):
        if place in places:
            heading = item["section"] or heading
        else:
            item["section"] = item["section"] or heading
            heading = None
            kept.append(item)
    return kept


def shift(items: list[Plain], places: set[int], by: int) -> list[Plain]:
    """Each chosen one changes places with its neighbour unless that is chosen too or missing."""
    marked = [(place in places, item) for place, item in enumerate(items)]
    order = range(len(marked)) if by < 0 else range(len(marked) - 1, -1, -1)
    for place in order:
        other = place + by
        if marked[place][0] and 0 <= other < len(marked) and not marked[other][0]:
            marked[place], marked[other] = marked[other], marked[place]
    return [item for _, item in marked]


def _dissolve(items: list[Plain]) -> None:
    for place, item in enumerate(items):
        before = items[place - 1]["group"] if place else None
        after = items[place + 1]["group"] if place + 1 < len(items) else None
        if item["group"] not in (before, after):
            item["_alone"] = True
    for item in items:
        if item.pop("_alone", False):
            item["group"] = None
