"""Exercises made up for tests of editing."""

from __future__ import annotations

from typing import Any

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose
from facet_desktop.domain.exercise import (
    Category,
    Evidence,
    Exercise,
    Load,
    Phase,
    Source,
    StartPosition,
)


def exercise(slug: str, **fields: Any) -> Exercise:
    """An exercise that asks for nothing special, with some fields of its own."""
    plain: dict[str, Any] = {
        "slug": slug,
        "version": 1,
        "name": slug.replace("-", " ").capitalize(),
        "aliases": (),
        "phases": (Phase.EARLY,),
        "category": Category.STRENGTH,
        "position": StartPosition.SUPINE,
        "loads": (Load.NEUTRAL,),
        "targets": (),
        "equipment": (),
        "precautions": (),
        "dose": Dose(),
        "breath": BreathCode.FREE,
        "purpose": "",
        "steps": (),
        "faults": (),
        "easier": None,
        "harder": None,
        "swap": None,
        "source": Source(Evidence.OWN, ""),
    }
    return Exercise(**{**plain, **fields})
