"""Builds what the editor shows from where it stands. Rows are kept, so an edit builds only what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from facet_desktop.domain.dose import Dose
from facet_desktop.domain.editing import summary
from facet_desktop.domain.editing.summary import Warnings
from facet_desktop.domain.editing.timing import SessionTimer, SessionTimes
from facet_desktop.domain.exercise import Load
from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.remembered import Remembered
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.ui.editor.advice_builder import AdviceBuilder
from facet_desktop.ui.editor.inspector_builder import InspectorBuilder
from facet_desktop.ui.editor.state import EditorState
from facet_desktop.ui.editor.view_model import (
    EditorView,
    HeaderView,
    ItemRow,
    LoadView,
    Place,
    SessionView,
    Step,
    WarningChip,
)
from facet_desktop.ui.editor.words import DOT
from facet_desktop.ui.widgets.stat_bar import Mark, Share

_MARKS = {
    Load.FLEXION: Mark.STRONG,
    Load.NEUTRAL: Mark.SOFT,
    Load.ROTATION: Mark.CAUTION,
    Load.EXTENSION: Mark.ALERT,
    Load.SIDE_BEND: Mark.GOOD,
}
_ORDER = tuple(Load)
_REGION_MARKS = (Mark.STRONG, Mark.SOFT, Mark.GOOD, Mark.CAUTION)
"""What is trained most gets a mark of its own; everything else is one share."""
_PLACES = ("", "first", "middle", "last")
"""Where an exercise can stand in a circuit."""


@frozen
class _About:
    """What the cards of one exercise share."""

    warnings: tuple[WarningChip, ...]
    warning: str
    swap_name: str


class ViewBuilder:
    """Answers `view` for the present state."""

    def __init__(self, state: EditorState) -> None:
        self._state = state
        self._advice = AdviceBuilder(state)
        self._inspector = InspectorBuilder(state)
        self._timer = SessionTimer(state.services.settings.present.pacing)
        self._rows: dict[str, Remembered[Prescription, ItemRow]] = {
            place: Remembered(partial(self._row, place)) for place in _PLACES
        }
        self._dose_chips: Remembered[Dose, tuple[str, ...]] = Remembered(state.words.dose.chips)
        self._about: dict[tuple[str, int], _About] = {}
        self._rows_for: tuple[tuple[str, ...], Library | None] = ((), None)

    def view(self) -> EditorView:
        """The whole editor as it stands."""
        state = self._state
        pacing = state.services.settings.present.pacing
        if pacing != self._timer.pacing:
            self._timer = SessionTimer(pacing)
        times = self._timer.times(state.session)
        return EditorView(
            header=self._header(),
            session=self._session(times),
            rows=self._item_rows(state.session),
            selected=state.selected,
            inspector=self._inspector.view(),
            load=self._load(times),
        )

    def exercises(self) -> tuple[Step, ...]:
        """Every exercise of the library by name."""
        return self._inspector.exercises()

    def _header(self) -> HeaderView:
        state = self._state
        edit = state.editing
        parts = [state.patient.name if state.patient else ""]
        parts.append(state.own.precautions(state.avoided(), state.words.terms))
        return HeaderView(
            about=DOT.join(part for part in parts if part),
            draft=state.own.draft(edit.draft_number),
            title=edit.program.title,
            undo=edit.undo_label or "",
            redo=edit.redo_label or "",
        )

    def _session(self, times: SessionTimes) -> SessionView:
        state, session = self._state, self._state.session
        notices = self._advice.notices(self._timer)
        return SessionView(
            phases=tuple(Place(one.id, one.title) for one in state.program.phases),
            phase_id=state.phase_id,
            sessions=tuple(Place(one.id, one.name) for one in state.phase.sessions),
            session_id=session.id,
            schedule=state.own.schedule(session.schedule, state.words.terms),
            weekdays=session.schedule.weekdays,
            times_per_day=session.schedule.times_per_day,
            minutes=clock_text(times.total_ms),
            minutes_about=state.own.minutes_about(clock_text(times.total_ms)),
            notice="\n".join(one.text for one in notices),
            gate=state.own.gate(state.phase.gate),
            notice_reason="\n".join(one.reason for one in notices),
        )

    def _load(self, times: SessionTimes) -> LoadView:
        state, find = self._state, self._state.services.library.library.find
        shares = summary.load_s(state.session, times, find)
        terms = state.words.terms
        regions = summary.region_s(state.session, times, find)
        week = state.words.dose.minutes(summary.week_ms(state.phase, self._timer))
        return LoadView(
            shares=tuple(
                Share(terms.load(load), seconds, clock_text(seconds * 1000), _MARKS[load])
                for load, seconds in sorted(shares.items(), key=lambda pair: _ORDER.index(pair[0]))
            ),
            regions=tuple(_region_shares(regions, state.own.other_regions())),
            about=state.own.week_line(week, summary.equipment(state.session, find)),
        )

    def _item_rows(self, session: PlannedSession) -> tuple[ItemRow, ...]:
        conditions = self._state.patient.conditions if self._state.patient else ()
        shown_for = (conditions, self._state.services.library.library)
        if shown_for != self._rows_for:
            for rows in self._rows.values():
                rows.forget()
            self._about.clear()
            self._rows_for = shown_for
        groups = [item.group for item in session.items]
        places = map(_place_in_circuit, groups, [None, *groups[:-1]], [*groups[1:], None])
        return tuple(self._rows[place](item) for item, place in zip(session.items, places, strict=True))

    def _row(self, place: str, item: Prescription) -> ItemRow:
        key = (item.exercise, item.exercise_version)
        about = self._about.get(key)
        if about is None:
            about = self._about[key] = self._about_exercise(item)
        chips = self._dose_chips(item.dose)
        return ItemRow(
            id=item.id,
            slug=versioned(item.exercise, item.exercise_version),
            name=item.name,
            chips=chips,
            warnings=about.warnings,
            section=item.section or "",
            spoken=self._state.own.spoken(item, chips, about.warning),
            group=item.group or "",
            swap_name=about.swap_name,
            in_circuit=place,
        )

    def _about_exercise(self, item: Prescription) -> _About:
        found = summary.warnings(self._state.prescribed(item), self._state.conditions())
        chips = self._chips(found)
        warning = self._state.own.warned([one.text for one in chips])
        return _About(chips, warning, self._swap_name(item.exercise) if found.avoid else "")

    def _swap_name(self, slug: str) -> str:
        other = self._state.services.library.library.swap_for(slug, self._state.avoided())
        return other.name if other is not None else ""

    def _chips(self, found: Warnings) -> tuple[WarningChip, ...]:
        terms, own = self._state.words.terms, self._state.own
        reasons = "\n".join(f"{own.reason(one, terms)} {one.condition.advice}" for one in found.reasons)
        strong = [WarningChip(terms.precaution(tag), reasons, True) for tag in sorted(found.avoid)]
        return (*strong, *(WarningChip(terms.precaution(tag), reasons, False) for tag in sorted(found.ease)))


def _place_in_circuit(group: str | None, before: str | None, after: str | None) -> str:
    """One of `_PLACES`, from the circuits of an exercise and of its neighbours."""
    if not group or group not in (before, after):
        return ""
    return "middle" if before == after else "last" if before == group else "first"


def _region_shares(seconds: Mapping[str, int], other: str) -> Iterator[Share]:
    """The most trained regions, the longest first, and the rest together."""
    ranked = list(seconds.items())
    for (name, amount), mark in zip(ranked, _REGION_MARKS, strict=False):
        yield Share(name.partition(" (")[0], amount, clock_text(amount * 1000), mark)
    rest = sum(amount for _, amount in ranked[len(_REGION_MARKS) :])
    if rest:
        yield Share(other, rest, clock_text(rest * 1000), Mark.NEUTRAL)
