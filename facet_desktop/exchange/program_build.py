"""Plain validated tables of program files into templates. Needs no pydantic."""

from __future__ import annotations

from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import EVERY_DAY, Gate, Schedule
from facet_desktop.domain.templates import (
    DoseChange,
    ProgramTemplate,
    TemplateItem,
    TemplatePhase,
    TemplateSession,
)
from facet_desktop.exchange.library_build import Data, build_source, dose_parts

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}


def build_template(data: Data) -> ProgramTemplate:
    """A program template from the table of its file."""
    return ProgramTemplate(
        slug=data["slug"],
        version=data["version"],
        title=data["title"],
        audience=data["audience"],
        notes=data["notes"],
        phases=tuple(map(_phase, data["phases"])),
        source=build_source(data["source"]),
    )


def _phase(data: Data) -> TemplatePhase:
    gate = data.get("gate")
    return TemplatePhase(
        phase=Phase(data["phase"]),
        title=data["title"],
        sessions=tuple(map(_session, data["sessions"])),
        gate=Gate(tuple(gate["criteria"]), gate.get("min_weeks", 0)) if gate else None,
    )


def _session(data: Data) -> TemplateSession:
    named = data.get("weekdays")
    weekdays = frozenset(WEEKDAYS[name] for name in named) if named else EVERY_DAY
    schedule = Schedule(weekdays, data.get("times_per_day", 1))
    return TemplateSession(data["name"], schedule, tuple(map(_item, data["items"])))


def _item(data: Data) -> TemplateItem:
    return TemplateItem(
        exercise=data["exercise"],
        dose=DoseChange(**dose_parts(data.get("dose", {}))),
        note=data.get("note", ""),
        section=data.get("section"),
        group=data.get("group"),
        easier=data.get("easier"),
        harder=data.get("harder"),
    )
