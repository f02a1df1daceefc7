"""The three columns of the editor: library, outline, inspector; two where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.command_box import CommandBox
from facet_desktop.ui.editor.command_presenter import CommandPresenter
from facet_desktop.ui.editor.drop_hint import DropHint
from facet_desktop.ui.editor.header import EditorHeader
from facet_desktop.ui.editor.inspector import Inspector
from facet_desktop.ui.editor.library_panel import LibraryPanel
from facet_desktop.ui.editor.library_presenter import LibraryPresenter
from facet_desktop.ui.editor.load_card import LoadCard
from facet_desktop.ui.editor.outline_view import OutlineView
from facet_desktop.ui.editor.outside_bar import OutsideScrollBar
from facet_desktop.ui.editor.session_bar import SessionBar
from facet_desktop.ui.editor.view_model import EditorView
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl
from facet_desktop.ui.widgets.toast import Toast

_LIBRARY_PX, _INSPECTOR_PX, _GAP_PX, _MARGIN_PX = 236, 272, 14, 22
_NARROW_BELOW_PX = 980
"""Pages narrower than this (at 100 % text) show the library and the inspector in one column, by turns."""
_TINY_BELOW_PX = 660
"""Pages narrower than this show one column at a time, as with very large letters."""
_LOAD_ABOVE_PX, _LEAST_PX = 430, 320
_NO_LIMIT_PX = 16_777_215
DOSE, LIBRARY, EXERCISES = "dose", "library", "exercises"


class EditorBody(QWidget):
    """Arranges the parts; knows nothing of the program."""

    def __init__(
        self, context: UiContext, library: LibraryPresenter, command: CommandPresenter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        pictures = Thumbs(context, self)
        self.header = EditorHeader(context, self)
        self.library = LibraryPanel(context, library, pictures, self)
        self.session_bar = SessionBar(context, self)
        self.outline = OutlineView(context, pictures, self)
        self.hint = DropHint(context, self)
        self.load = LoadCard(context, self)
        self.inspector = Inspector(context, pictures, self)
        self.notice = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self.notice.setObjectName("editor_notice")
        self.notice.set_tone(Tone.CAUTION)
        self._build()
        self._bar = OutsideScrollBar(context.theme, self.outline, self)
        self.command = CommandBox(context, command, pictures, self)
        self.toast = Toast(context.theme, self)
        context.theme.changed.connect(self._arrange)

    def present(self, view: EditorView) -> None:
        """Shows a view; emits nothing."""
        self.header.present(view.header)
        self.session_bar.present(view.session)
        self.notice.setText(view.session.notice)
        self.notice.setVisible(bool(view.session.notice))
        self.notice.setToolTip(view.session.notice_reason)
        self.notice.setAccessibleDescription(view.session.notice_reason)
        self.outline.present_rows(view.rows, view.selected)
        self._fit_outline()
        self.load.present(view.load)
        self.inspector.present(view.inspector)

    def show_side(self, key: str) -> None:
        """In two columns: show the dose or the library. In one column: show that, or the exercises."""
        if key != EXERCISES:
            self._switch.set_key(key)
            self._side_stack.setCurrentWidget(self.library if key == LIBRARY else self.inspector)
        self._columns.set_key(key)
        self._show_columns()

    def show_exercises(self) -> None:
        """In one column: show the exercises."""
        if self._is_tiny:
            self.show_side(EXERCISES)

    def write_note(self) -> None:
        """Puts the keyboard into the note to the patient."""
        self.show_side(DOSE)
        self.inspector.focus_note()

    @property
    def is_narrow(self) -> bool:
        """Whether library and inspector share one column."""
        return self._is_narrow

    def minimumSizeHint(self) -> QSize:
        """What one column needs: the arrangement follows the width, not the width the arrangement."""
        return QSize(self._context.theme.px(_LEAST_PX), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the arrangement for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX - 6, _MARGIN_PX, _MARGIN_PX - 4)
        column.setSpacing(SPACE_M)
        column.addWidget(self.header)
        columns = (
            (EXERCISES, self.tr("Exercises")), (DOSE, self.tr("Dose")), (LIBRARY, self.tr("Library")),
        )  # fmt: skip
        self._columns = SegmentedControl(self._context.theme, columns, self.tr("Column"), self)
        self._columns.setObjectName("editor_column_switch")
        self._columns.selected.connect(self.show_side)
        self._columns.hide()
        column.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        column.addLayout(row, 1)
        self._library_card, self._library_room = _card(self)
        self._side_card, self._side_room = _card(self)
        row.addWidget(self._library_card)
        self._middle = QWidget(self)
        self._middle.setLayout(self._centre())
        row.addWidget(self._middle, 1)
        row.addWidget(self._side_card)
        options = ((DOSE, self.tr("Dose")), (LIBRARY, self.tr("Library")))
        self._switch = SegmentedControl(self._context.theme, options, self.tr("Side column"), self._side_card)
        self._switch.setObjectName("editor_side_switch")
        self._switch.selected.connect(self.show_side)
        self._side_room.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignHCenter)
        self._side_stack = QStackedWidget(self._side_card)
        self._side_stack.addWidget(self.inspector)
        self._side_room.addWidget(self._side_stack, 1)
        self._library_room.addWidget(self.library)
        self._is_narrow, self._is_tiny = False, False
        self._switch.hide()
        self._arrange()

    def _centre(self) -> QVBoxLayout:
        centre = QVBoxLayout()
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(SPACE_S + 1)
        self.outline.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for widget in (self.session_bar, self.notice):
            centre.addWidget(widget)
        centre.addWidget(self.outline, 100)
        centre.addWidget(self.hint)
        centre.addWidget(self.load)
        centre.addStretch(1)
        return centre

    def _arrange(self) -> None:
        px = self._context.theme.px
        narrow = self.width() < px(_NARROW_BELOW_PX)
        self._library_card.setFixedWidth(px(_LIBRARY_PX))
        tiny = self.width() < px(_TINY_BELOW_PX)
        self._side_card.setMinimumWidth(0 if tiny else px(_INSPECTOR_PX))
        self._side_card.setMaximumWidth(_NO_LIMIT_PX if tiny else px(_INSPECTOR_PX))
        self.header.set_compact(narrow, tiny=tiny)
        self.load.setVisible(not tiny or self.height() >= px(_LOAD_ABOVE_PX))
        if tiny != self._is_tiny:
            self._is_tiny = tiny
            self._columns.setVisible(tiny)
            self._columns.set_key(EXERCISES)
        self._switch.setVisible(narrow and not tiny)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._library_card.setVisible(not narrow)
            if narrow:
                self._side_stack.addWidget(self.library)
            else:
                self._library_room.addWidget(self.library)
                self.library.show()
            self.hint.set_low(narrow)
            self.load.set_brief(narrow)
            self.show_side(EXERCISES if tiny else DOSE)
        self._show_columns()
        self._fit_outline()

    def _show_columns(self) -> None:
        """In one column, the chosen one takes all the room."""
        is_middle = self._columns.key() == EXERCISES
        self._middle.setVisible(not self._is_tiny or is_middle)
        self._side_card.setVisible(not self._is_tiny or not is_middle)

    def _fit_outline(self) -> None:
        """The list is as high as its cards, so that the place to drop follows the last one."""
        has_rows = self.outline.rows().rowCount() > 0
        self.outline.setVisible(has_rows)
        self.hint.setVisible(not (self._is_tiny and has_rows))
        self.outline.setMaximumHeight(self.outline.content_height())


def _card(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame(parent)
    frame.setProperty("frame", "card")
    room = QVBoxLayout(frame)
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(0)
    return frame, room
