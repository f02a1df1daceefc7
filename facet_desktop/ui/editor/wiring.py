"""Connects what the parts ask for with what can be done."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Side
from facet_desktop.domain.dose_text import parse_line
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.editing.refusal import EditRefusedError
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import ProgressionRule
from facet_desktop.ui.editor.body import EditorBody
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.field_text import value_of
from facet_desktop.ui.editor.precautions_popover import PrecautionsPopover
from facet_desktop.ui.editor.rule_popover import RulePopover
from facet_desktop.ui.editor.schedule_popover import SchedulePopover
from facet_desktop.ui.translation import error_line


class EditorWiring(QObject):
    """One method for each thing that needs more than a single intent."""

    def __init__(self, parent: QObject, desk: Desk, body: EditorBody) -> None:
        super().__init__(parent)
        self._desk = desk
        self._body = body
        self.days = SchedulePopover(desk.context, body)
        self.rules = RulePopover(desk.context, body)
        self._connect_outline()
        self._connect_inspector()
        self._connect_rest()

    @cached_property
    def precautions(self) -> PrecautionsPopover:
        """Asks what the patient should be careful with; made when it is first opened."""
        popover = PrecautionsPopover(self._desk.context, self._body)
        popover.changed.connect(self._set_conditions)
        return popover

    def remove(self) -> None:
        """Removes what is selected, with a way back in the note."""
        notes: list[str] = []
        self._desk.do(lambda: notes.append(self._desk.items.remove()))
        if notes and notes[0]:
            self._body.toast.show_note(notes[0], can_undo=True)

    def set_field(self, field: DoseField, text: str) -> None:
        """Takes a typed field; what cannot be taken stays in the field with the reason under it.

        Then the dose is again what it was before: "900" leaves no 90 behind.
        """
        row = self._body.inspector.form.rows[field]
        try:
            value = value_of(field, text)
            if value is None and field in (DoseField.SETS, DoseField.REST):
                raise EditRefusedError(self.tr("A number is needed here."))
            self._desk.attempt(lambda: self._desk.items.set_field(field, value))
        except UserError as error:
            self._desk.do(self._desk.state.editing.drop_typing)
            row.show_problem(self._sentence(error))
        else:
            row.show_problem("")

    def set_note(self, note: str) -> None:
        """Takes the note to the patient."""
        self._desk.do(lambda: self._desk.items.set_note(note, self.tr("note")))

    def _connect_outline(self) -> None:
        desk, outline, items = self._desk, self._body.outline, self._desk.items
        outline.remove_wanted.connect(self.remove)
        outline.duplicate_wanted.connect(lambda: desk.do(items.duplicate))
        outline.swap_wanted.connect(lambda: desk.do(items.swap_what_does_not_suit))
        outline.shift_wanted.connect(lambda by: desk.do(lambda: items.shift(by)))
        outline.edit_wanted.connect(self._edit_dose)
        outline.selection_made.connect(self._select)
        outline.rows().items_dropped.connect(lambda ids, at: desk.do(lambda: items.move(ids, at)))
        outline.rows().exercises_dropped.connect(lambda slugs, at: desk.do(lambda: items.add(slugs, at)))
        hint = self._body.hint
        hint.exercises_dropped.connect(lambda slugs: desk.do(lambda: items.add(slugs, self._end())))
        hint.items_dropped.connect(lambda ids: desk.do(lambda: items.move(ids, self._end())))
        hint.clicked.connect(self._body.command.open)

    def _connect_inspector(self) -> None:
        desk, inspector, items = self._desk, self._body.inspector, self._desk.items
        inspector.form.typed.connect(self.set_field)
        inspector.form.left.connect(self._field_left)
        inspector.form.scaled.connect(self._scale)
        inspector.side_chosen.connect(
            lambda side: desk.do(lambda: items.set_field(DoseField.SIDE, Side(side)))
        )
        inspector.breath_chosen.connect(
            lambda code: desk.do(lambda: items.set_breath(BreathCode(code), self.tr("breathing")))
        )
        inspector.note_typed.connect(self.set_note)
        inspector.text_left.connect(self._end_typing)
        inspector.section_typed.connect(
            lambda text: desk.do(lambda: items.set_section(text, self.tr("heading")))
        )
        inspector.swap_wanted.connect(lambda slug: desk.do(lambda: items.swap(desk.state.selected[0], slug)))
        more = inspector.more
        more.cue_typed.connect(lambda text: desk.do(lambda: items.set_cue(text, self.tr("cue"))))
        more.swap_chosen.connect(lambda slug: desk.do(lambda: items.set_swap(slug, self.tr("instead"))))
        more.by_hand_chosen.connect(lambda on: desk.do(lambda: items.set_by_hand(on, self.tr("counting"))))
        inspector.group_wanted.connect(self.group)
        inspector.ungroup_wanted.connect(self.ungroup)
        inspector.rule_wanted.connect(self._open_rule)
        inspector.picture.clicked.connect(self._show_figure)
        self.rules.changed.connect(self._set_rule)

    def _connect_rest(self) -> None:
        desk, body = self._desk, self._body
        body.library.add_wanted.connect(lambda slugs: desk.do(lambda: desk.items.add(slugs)))
        body.command.add_wanted.connect(self._add_typed)
        body.header.precautions_wanted.connect(self.open_precautions)
        bar = body.session_bar
        bar.session_chosen.connect(lambda one: desk.do(lambda: desk.plan.show_session(one)))
        bar.items_dropped.connect(self._move_to_session)
        bar.schedule_wanted.connect(self.open_days)
        self.days.changed.connect(self._plan_days)
        self.days.closed.connect(self._end_typing)
        body.header.renamed.connect(
            lambda title: desk.do(lambda: desk.plan.set_title(title, self.tr("Rename program")))
        )

    def open_days(self) -> None:
        """Opens the choice of days."""
        schedule = self._desk.state.session.schedule
        self.days.open_for(self._body.session_bar.schedule_button, schedule.weekdays, schedule.times_per_day)

    def open_precautions(self) -> None:
        """Opens the choice of what the patient should be careful with."""
        patient = self._desk.state.patient
        if patient is not None:
            known = self._desk.state.services.library.library.conditions
            self.precautions.open_for(self._body.header.precautions, known, patient.conditions)

    def group(self) -> None:
        """Makes a circuit of what is selected."""
        self._desk.do(lambda: self._desk.items.group(self.tr("circuit")))

    def ungroup(self) -> None:
        """Takes what is selected out of its circuits."""
        self._desk.do(lambda: self._desk.items.ungroup(self.tr("circuit")))

    def _select(self, ids: list[str]) -> None:
        self._desk.state.choose(ids)
        self._desk.do(self._desk.state.editing.end_typing)

    def _edit_dose(self) -> None:
        self._body.show_side("dose")
        self._body.inspector.form.focus_first()

    def _field_left(self, field: DoseField) -> None:
        self._end_typing()
        self._body.inspector.form.rows[field].edit.settle()

    def _end_typing(self) -> None:
        if self._desk.state.edit is not None:
            self._desk.state.edit.end_typing()

    def _scale(self, field: DoseField, factor: float) -> None:
        row = self._body.inspector.form.rows[field]
        row.show_problem("")
        self._desk.do(lambda: self._desk.items.scale_field(field, factor), row.show_problem)

    def _add_typed(self, slug: str, text: str) -> None:
        command = self._body.command
        if self._desk.do(lambda: self._desk.items.add_typed(slug, parse_line(text)), command.refused):
            added = self._desk.state.selected_items()
            name = added[0].name if added else ""
            command.said(self.tr("{name} added. Type the next one, or press Escape.").format(name=name))

    def _move_to_session(self, session_id: str, ids: list[str]) -> None:
        count = len(self._desk.state.program.session(session_id).items)
        self._desk.do(lambda: self._desk.items.move(ids, count, session_id))

    def _plan_days(self, weekdays: frozenset[int], times: int) -> None:
        self.days.show_problem("")
        self._desk.do(
            lambda: self._desk.plan.schedule(weekdays, times, self.tr("Plan the days")),
            self.days.show_problem,
        )

    def _set_conditions(self, conditions: tuple[str, ...]) -> None:
        state = self._desk.state
        if state.patient is not None:
            patient_id = state.patient.id
            self._desk.do(lambda: state.services.patients.set_conditions(patient_id, conditions))
            self._desk.do(lambda: state.open(state.services.patients.current()))
            self._body.library.present()

    def _show_figure(self) -> None:
        from facet_desktop.ui.today.exercise_popover import ExercisePopover

        chosen = self._desk.state.selected_items()
        if len(chosen) == 1:
            picture = self._body.inspector.picture
            ExercisePopover(self._desk.context, chosen[0], picture.window()).show_beside(picture)

    def _open_rule(self) -> None:
        chosen = self._desk.state.selected_items()
        if chosen:
            self.rules.open_for(self._body.inspector, chosen[0].rule, self._desk.builder.exercises())

    def _set_rule(self, rule: ProgressionRule | None) -> None:
        self._desk.do(lambda: self._desk.items.set_rule(rule, self.tr("rule")))

    def _end(self) -> int:
        return len(self._desk.state.session.items)

    def _sentence(self, error: UserError) -> str:
        """One sentence for the field that it stands under."""
        if isinstance(error, EditRefusedError) and error.reason:
            reason = error.reason[:1].upper() + error.reason[1:]
            return f"{reason}."
        return error_line(error)
