"""Other exercises in the places of some."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.items import replace_items
from facet_desktop.domain.editing.refusal import EditRefusedError
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import Program, ProgramPhase
from tests.domain.sessions import BRIDGE, BY_HAND, STRETCH, WALK, session

FIRST, SECOND = replace(BRIDGE, section="Warm-up", group="round"), replace(STRETCH, group="round")
PROGRAM = Program(
    "program", "Plan", (ProgramPhase("phase", Phase.EARLY, "Early", (session(FIRST, SECOND, WALK),)),)
)


def test_heading_and_circuit_stay_where_they_were() -> None:
    harder, other = replace(BRIDGE, id="harder"), replace(WALK, id="other", section="Elsewhere")
    changed = replace_items(PROGRAM, {FIRST.id: harder, SECOND.id: other})
    assert changed.session("morning").items == (
        replace(harder, section="Warm-up", group="round"),
        replace(other, section=None, group="round"),
        WALK,
    )


def test_nothing_is_replaced_when_one_cannot_be() -> None:
    unsound = replace(BY_HAND, dose=replace(BY_HAND.dose, sets=Span.of(0)))
    with pytest.raises(EditRefusedError, match=r"dose\.sets"):
        replace_items(PROGRAM, {FIRST.id: replace(BRIDGE, id="harder"), SECOND.id: unsound})
    with pytest.raises(EditRefusedError):
        replace_items(PROGRAM, {"gone": BY_HAND})
