"""Where a person arrives after the player: at what they came from, or at what to do about a warning sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext

ONLY_BEFORE = "ready"
"""The page that only makes sense before a session."""


def page_after_play(context: UiContext, came_from: str) -> str:
    """Key of the page to show when a session has ended or was left."""
    patient = context.services.patients.current()
    if patient is not None and context.services.safety.lock(patient.id) is not None:
        return "advice"
    return "today" if came_from == ONLY_BEFORE else came_from
