"""Edits of what is said with an exercise, and of when it may change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.editing.items import change_items
from facet_desktop.domain.editing.refusal import MAX_NAME, EditRefusedError, refused_field
from facet_desktop.domain.errors import mark

if TYPE_CHECKING:
    from facet_desktop.domain.program import Prescription, Program, ProgressionRule

MAX_RULE_SESSIONS = 20
MAX_SCALE = 10
MAX_CUE = 160


def set_note(program: Program, item_ids: Collection[str], note: str) -> Program:
    """Sets the note to the patient."""
    return change_items(program, item_ids, lambda item: replace(item, note=note))


def set_cue(program: Program, item_ids: Collection[str], cue: str) -> Program:
    """Sets the few words that are said while an exercise is played."""
    cleaned = " ".join(cue.split())
    if len(cleaned) > MAX_CUE:
        raise refused_field("cue", f"must not be longer than {MAX_CUE} characters")
    return change_items(program, item_ids, lambda item: replace(item, cue=cleaned))


def set_swap(program: Program, item_ids: Collection[str], slug: str | None) -> Program:
    """Sets which exercise is offered instead. Raises EditRefusedError for the exercise itself."""

    def change(item: Prescription) -> Prescription:
        if item.exercise == slug:
            raise EditRefusedError(mark("An exercise cannot stand in for itself."), field="swap")
        return replace(item, swap=slug)

    return change_items(program, item_ids, change)


def set_section(program: Program, item_id: str, heading: str) -> Program:
    """Sets the heading above an exercise; an empty one takes it away."""
    cleaned = " ".join(heading.split())
    if len(cleaned) > MAX_NAME:
        raise refused_field("section", f"must not be longer than {MAX_NAME} characters")
    return change_items(program, [item_id], lambda item: replace(item, section=cleaned or None))


def set_rule(program: Program, item_ids: Collection[str], rule: ProgressionRule | None) -> Program:
    """Sets when exercises may become harder. Raises EditRefusedError for numbers outside their scales."""
    if rule is not None:
        _check_rule(rule)
    return change_items(program, item_ids, lambda item: replace(item, rule=rule))


def _check_rule(rule: ProgressionRule) -> None:
    if not 1 <= rule.sessions <= MAX_RULE_SESSIONS:
        raise refused_field("rule.sessions", f"must be between 1 and {MAX_RULE_SESSIONS}")
    for field, value in (("max_pain_nprs", rule.max_pain_nprs), ("max_effort", rule.max_effort)):
        if not 0 <= value <= MAX_SCALE:
            raise refused_field(f"rule.{field}", f"must be between 0 and {MAX_SCALE}")
