"""What the editor says about the plan as a whole, by the rules of the library."""

from __future__ import annotations

from collections.abc import Iterator

from facet_desktop.domain.editing.summary import week_ms
from facet_desktop.domain.editing.timing import SessionTimer
from facet_desktop.domain.plan_advice import MANY_EXERCISES, STEEP_RISE, PlanAdvice, rise_percent
from facet_desktop.domain.program import Program
from facet_desktop.domain.timeline import Pacing
from facet_desktop.domain.values import frozen
from facet_desktop.ui.editor.state import EditorState


@frozen
class Notice:
    """A sentence and why it is said."""

    text: str
    reason: str


class AdviceBuilder:
    """Answers `notices` for the present state. Minutes of what was published are computed once."""

    def __init__(self, state: EditorState) -> None:
        self._state = state
        self._before: tuple[Program, str, Pacing, int] | None = None

    def notices(self, timer: SessionTimer) -> tuple[Notice, ...]:
        """Everything there is to say about the shown session and phase."""
        return tuple(self._found(timer))

    def _found(self, timer: SessionTimer) -> Iterator[Notice]:
        rules = self._state.services.library.library.plan_advice
        many, rise = rules.get(MANY_EXERCISES), rules.get(STEEP_RISE)
        if many is not None:
            limit = self._state.services.settings.present.kept_up_exercises or many.limit
            count = len(self._state.session.items)
            if count > limit:
                yield _notice(many, many.said(count, limit))
        published = self._state.editing.published
        if rise is not None and published is not None:
            before_ms = self._published_ms(published.program, timer.pacing)
            percent = rise_percent(before_ms, week_ms(self._state.phase, timer))
            if percent > rise.limit:
                yield _notice(rise, rise.said(percent, rise.limit, published.number))

    def _published_ms(self, program: Program, pacing: Pacing) -> int:
        """Milliseconds of a week of the shown phase as it was published; 0 where it was not there."""
        phase_id, kept = self._state.phase_id, self._before
        if kept is None or kept[0] is not program or kept[1:3] != (phase_id, pacing):
            phase = next((one for one in program.phases if one.id == phase_id), None)
            spent = week_ms(phase, SessionTimer(pacing)) if phase is not None else 0
            kept = self._before = (program, phase_id, pacing, spent)
        return kept[3]


def _notice(rule: PlanAdvice, text: str) -> Notice:
    return Notice(text, f"{rule.reason} {rule.source}")
