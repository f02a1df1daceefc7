"""The form for an own exercise: what it is at the left, what it shows at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.own_form import FilledForm
from facet_desktop.domain.problems import Problem
from facet_desktop.services.own_records import OwnContent, Picture
from facet_desktop.services.wording.sentence import sentence
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.fields import InputGroup, InputMaker
from facet_desktop.ui.library.form.figure_choice import FigureChoice
from facet_desktop.ui.library.form.inputs import Input
from facet_desktop.ui.library.form.reading import exercise_from, field_of, form_values
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_RIGHT_PX, _NARROW_BELOW_PX = 400, 520
_ANY_PX = 16_777_215
"""Qt's word for no limit."""


class ExerciseForm(QWidget):
    """Fills in one exercise. `edited` tells that something was changed by hand."""

    edited = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._content: OwnContent | None = None
        library = context.services.library.library
        self._slugs = {one.name.casefold(): one.slug for one in library.exercises()}
        self._names = {one.slug: one.name for one in library.exercises()}
        names = sorted(self._names.values(), key=str.casefold)
        content = QWidget(self)
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, SPACE_S, SPACE_L)
        left.setSpacing(SPACE_M)
        self._inputs: dict[str, Input] = {}
        for group in InputMaker(context.theme, context.words, names, content).groups():
            left.addWidget(self._card(group))
        self._scroll = PlainScrollArea(content, self)
        self._scroll.setObjectName("own_form_scroll")
        # Beside what scrolls, not in it: whoever moves a slider must see the figure.
        self.figure = FigureChoice(context.theme, context.services.figures, self._bases(), self)
        self.figure.edited.connect(self.edited)
        self.figure.setMaximumWidth(context.theme.px(_RIGHT_PX))
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, SPACE_S)
        self._beside.setSpacing(SPACE_M)
        self._beside.addWidget(self._scroll, 3)
        self._beside.addWidget(self.figure, 2)
        self._column = left
        self._is_narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure stands beside the fields where there is room for both, else first among them."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._context.theme.px(_NARROW_BELOW_PX)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place_figure()
        # As high as what is seen of the form, so that figure and sliders are in view together.
        self.figure.setMinimumHeight(self.height() - 2 * SPACE_M if is_narrow else 0)

    def _place_figure(self) -> None:
        if self._is_narrow:
            self._column.insertWidget(0, self.figure)
        else:
            self._beside.addWidget(self.figure, 2)
        look = self._context.theme
        self.figure.setMaximumWidth(_ANY_PX if self._is_narrow else look.px(_RIGHT_PX))
        right_px = 0 if self._is_narrow and look.is_huge_text else SPACE_S
        self._column.setContentsMargins(0, 0, right_px, SPACE_L)

    def present(self, content: OwnContent, stored: bytes | None) -> None:
        """Shows an exercise to fill in; emits nothing."""
        self._content = content
        self.blockSignals(True)
        for field, value in form_values(content.exercise, self._names.get).items():
            self._inputs[field].set_value(value)
        self.figure.present(content, stored)
        self.blockSignals(False)
        self.show_problems((), {})
        self._scroll.verticalScrollBar().setValue(0)
        self._inputs["name"].take_focus(choose_all=True)

    def filled(self) -> FilledForm:
        """Everything in the form, exactly as it stands there."""
        return FilledForm({field: one.value() for field, one in self._inputs.items()}, self.figure.filled())

    def fill(self, filled: FilledForm, picture: Picture | None) -> None:
        """Puts what was filled in the last time over what was presented; emits nothing."""
        self.blockSignals(True)
        for field, value in filled.fields.items():
            if field in self._inputs:
                self._inputs[field].set_value(value)
        self.figure.fill(filled.figure, picture)
        self.blockSignals(False)

    def content(self) -> tuple[OwnContent, dict[str, str]]:
        """What is filled in, and what could not be read, by field; begun values stand in for the latter.

        Raises LookupError before anything was presented.
        """
        if self._content is None:
            raise LookupError("the form is empty")
        values = {field: one.value() for field, one in self._inputs.items()}
        exercise, errors = exercise_from(values, self._content.exercise, self._slug_of, self._names.get)
        content = OwnContent(replace(exercise, figure=self.figure.figure()), self.figure.own_pose())
        return content, {field: error_line(error) for field, error in errors.items()}

    def picture(self) -> Picture | None:
        """A picture that was taken in and is to be saved."""
        return self.figure.new_picture()

    def show_problems(self, problems: tuple[Problem, ...], unread: Mapping[str, str]) -> None:
        """Shows each problem at its field and goes to the first; none takes all of them back."""
        at = dict(unread)
        for problem in problems:
            field = field_of(problem.field)
            if field not in unread:
                reason = sentence(problem.reason) + "."
                at[field] = " ".join(part for part in (at.get(field, ""), reason) if part)
        for field, one in self._inputs.items():
            one.show_problem(at.get(field, ""))
        if at:
            self.figure.show_problem(at.get("figure", ""))
            self._go_to(next((field for field in self._inputs if field in at), ""))

    def problems(self) -> dict[str, str]:
        """What is shown as wrong, by field."""
        return {field: one.problem() for field, one in self._inputs.items() if one.problem()}

    def input(self, field: str) -> Input:
        """The input of a field."""
        return self._inputs[field]

    def _card(self, group: InputGroup) -> Card:
        card = Card(group.title, self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_M)
        for place, one in enumerate(group.inputs):
            grid.addWidget(one, place // group.columns, place % group.columns, Qt.AlignmentFlag.AlignTop)
            one.edited.connect(self.edited)
            one.edited.connect(lambda changed=one: changed.show_problem(""))
            self._inputs[one.field] = one
        for column in range(group.columns):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        return card

    def _bases(self) -> list[tuple[str, str]]:
        own = self._context.services.own
        shipped = [(slug, name) for slug, name in self._names.items() if own.content(slug) is None]
        return sorted(shipped, key=lambda pair: pair[1].casefold())

    def _slug_of(self, text: str) -> str | None:
        return self._slugs.get(text.casefold())

    def _go_to(self, field: str) -> None:
        if not field:
            self.figure.take_focus()
            return
        self._inputs[field].take_focus()
        self._scroll.ensureWidgetVisible(self._inputs[field])
