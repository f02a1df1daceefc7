"""The right column: picture, dose, words to the patient, rule, and why an exercise needs thought."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Side
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.dose_form import DoseForm
from facet_desktop.ui.editor.exercise_combo import ElidedCombo
from facet_desktop.ui.editor.more_part import MorePart
from facet_desktop.ui.editor.notes import RuleNote, WarningNote
from facet_desktop.ui.editor.outside_bar import OutsideScrollBar
from facet_desktop.ui.editor.picture_box import PictureBox
from facet_desktop.ui.editor.view_model import InspectorView
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.buttons import ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_PICTURE_PX, _NOTE_PX, _PADDING_PX, _BAR_PX = 128, 62, 18, 13


class Inspector(QWidget):
    """Shows and asks; `present` emits nothing."""

    side_chosen = Signal(str)
    breath_chosen = Signal(str)
    note_typed = Signal(str)
    section_typed = Signal(str)
    swap_wanted = Signal(str)
    rule_wanted = Signal()
    group_wanted = Signal()
    ungroup_wanted = Signal()
    text_left = Signal()

    def __init__(self, context: UiContext, pictures: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rendering = False
        self._ids: tuple[str, ...] = ()
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(_PADDING_PX, _PADDING_PX - 2, _PADDING_PX - _BAR_PX, _PADDING_PX - 2)
        self._column.setSpacing(SPACE_M)
        self._title = PlainLabel("", TextRole.SUBTITLE, content, wrap=True)
        self._title.setObjectName("editor_inspector_title")
        self.picture = PictureBox(context, pictures, _PICTURE_PX, content)
        self._empty = PlainLabel(
            self.tr("Select an exercise to change its dose. Hold Shift or Ctrl to select several."),
            TextRole.MUTED, content, wrap=True,
        )  # fmt: skip
        self.form = DoseForm(context, content)
        self._rest = QWidget(content)
        self.more = MorePart(context, content)
        self.more.opened.connect(self.form.show_extras)
        self._warning = WarningNote(context, content)
        self._rule = RuleNote(context, content)
        for widget in (
            self._title,
            self.picture,
            self._empty,
            self._warning,
            self.form,
            self._rest,
            self.more,
            self._rule,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._build_rest()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, _BAR_PX, 1)
        scroll = PlainScrollArea(content, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll)
        OutsideScrollBar(context.theme, scroll, self)
        self._connect()

    def present(self, view: InspectorView) -> None:
        """Shows a view; emits nothing."""
        self._rendering = True
        has_items = bool(view.ids)
        self._title.setText(view.title or self.tr("Dose"))
        self.picture.show_slug(view.slug)
        self._empty.setVisible(not has_items)
        for part in (self.form, self._rest, self.more):
            part.setVisible(has_items)
        if has_items:
            self.form.present(view.ids, view.fields)
            self._render_rest(view)
            self.more.present(view, view.exercises)
        self._warning.present(view.warning)
        self._rule.present(view.rule)
        self._ids = view.ids
        self._rendering = False

    def focus_note(self) -> None:
        """Puts the keyboard into the note to the patient."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build_rest(self) -> None:
        look = self._context.theme
        grid = QGridLayout(self._rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_S)
        self._side = self._combo("editor_side", self.tr("Side"), grid, 0)
        self._breath = self._combo("editor_breath", self.tr("Breathing"), grid, 1)
        note = PlainLabel(self.tr("Note to the patient"), TextRole.MUTED, self._rest)
        self._note = QPlainTextEdit(self._rest)
        self._note.setObjectName("editor_note")
        self._note.setAccessibleName(note.text())
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(look.px(_NOTE_PX))
        grid.addWidget(note, 2, 0, 1, 2)
        grid.addWidget(self._note, 3, 0, 1, 2)
        heading = PlainLabel(self.tr("Heading above"), TextRole.MUTED, self._rest)
        self._section = QLineEdit(self._rest)
        self._section.setObjectName("editor_section")
        self._section.setAccessibleName(heading.text())
        self._heading = heading
        grid.addWidget(heading, 4, 0, 1, 2)
        grid.addWidget(self._section, 5, 0, 1, 2)
        self._group = ThemedButton(look, self.tr("Group as circuit"), "repeat", self._rest)
        self._group.setObjectName("editor_group")
        self._ungroup = ThemedButton(look, self.tr("Take out of circuit"), "x", self._rest)
        self._ungroup.setObjectName("editor_ungroup")
        grid.addWidget(self._group, 6, 0, 1, 2)
        grid.addWidget(self._ungroup, 7, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def _combo(self, key: str, text: str, grid: QGridLayout, row: int) -> ElidedCombo:
        label = PlainLabel(text, TextRole.MUTED, self._rest)
        combo = ElidedCombo(self._rest)
        combo.setObjectName(key)
        combo.setAccessibleName(text)
        grid.addWidget(label, row, 0)
        grid.addWidget(combo, row, 1)
        return combo

    def _connect(self) -> None:
        words = self._context.words
        for side in Side:
            self._side.addItem(words.dose.side(side) or self.tr("both together"), side.value)
        for code in BreathCode:
            self._breath.addItem(words.terms.breath(code), code.value)
        for combo in (self._side, self._breath):
            combo.widen_list()
        self._side.activated.connect(lambda _: self.side_chosen.emit(self._side.currentData()))
        self._breath.activated.connect(lambda _: self.breath_chosen.emit(self._breath.currentData()))
        self._note.textChanged.connect(self._note_changed)
        self._note.installEventFilter(self)
        self._section.editingFinished.connect(self._section_done)
        self._rule.swap_wanted.connect(self.swap_wanted)
        self._rule.change_wanted.connect(self.rule_wanted)
        self._warning.swap_wanted.connect(self.swap_wanted)
        self._group.clicked.connect(self.group_wanted)
        self._ungroup.clicked.connect(self.ungroup_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note ends a run of typing."""
        if event.type() == QEvent.Type.FocusOut:
            self.text_left.emit()
        return False

    def _render_rest(self, view: InspectorView) -> None:
        self._side.setCurrentIndex(self._side.findData(view.side) if view.side else -1)
        self._breath.setCurrentIndex(self._breath.findData(view.breath) if view.breath else -1)
        self._breath.setToolTip(self._breath.currentText())
        if self._note.toPlainText() != view.note and not (self._note.hasFocus() and view.ids == self._ids):
            self._note.setPlainText(view.note)
        if not self._section.hasFocus() or view.ids != self._ids:
            self._section.setText(view.section)
        for widget in (self._heading, self._section):
            widget.setVisible(len(view.ids) == 1)
        self._group.setVisible(view.can_group)
        self._ungroup.setVisible(view.can_ungroup)

    def _note_changed(self) -> None:
        if not self._rendering:
            self.note_typed.emit(self._note.toPlainText())

    def _section_done(self) -> None:
        if self._section.isModified():
            self._section.setModified(False)
            self.section_typed.emit(self._section.text())
