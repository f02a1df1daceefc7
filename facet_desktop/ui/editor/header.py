"""The head of the editor: whom the program is for, its title, undo and redo, preview and publish."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.view_model import HeaderView
from facet_desktop.ui.metrics import BOLD, SPACE_M, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.buttons import (
    ButtonKind,
    ButtonMetrics,
    IconButton,
    PrimaryButton,
    SecondaryButton,
    ThemedButton,
)
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

_TITLE_PX = 26
_SMALL = ButtonMetrics(text_px=13, icon_px=14, sides_px=6, height_px=22, gap_px=5)


class TitleField(QStackedWidget):
    """A title that becomes a field when it is clicked; Enter keeps, Escape leaves it as it was."""

    renamed = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._label = ElidedLabel("", TextRole.TITLE, self)
        self._edit = QLineEdit(self)
        self._edit.setObjectName("editor_title_field")
        self._edit.setAccessibleName(self.tr("Title of the program"))
        self._edit.returnPressed.connect(self._take)
        self._edit.editingFinished.connect(self._leave)
        self.addWidget(self._label)
        self.addWidget(self._edit)
        self._label.setCursor(Qt.CursorShape.IBeamCursor)

    def show_title(self, title: str) -> None:
        """Show the title."""
        self._label.set_full_text(title)

    def title(self) -> str:
        """The title shown."""
        return self._label.full_text()

    def begin(self) -> None:
        """Open the field."""
        self._edit.setFont(self._look.font(_TITLE_PX, BOLD))
        self._edit.setText(self._label.full_text())
        self.setCurrentWidget(self._edit)
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the title opens the field."""
        if self.currentWidget() is self._label:
            self.begin()

    def event(self, event: QEvent) -> bool:
        """Escape leaves the title as it was."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and event.type() == _PRESS:
            self._edit.setText(self._label.full_text())
            self.setCurrentWidget(self._label)
            return True
        return super().event(event)

    def _take(self) -> None:
        self._leave()

    def _leave(self) -> None:
        if self.currentWidget() is not self._edit:
            return
        self.setCurrentWidget(self._label)
        if self._edit.text() != self._label.full_text():
            self.renamed.emit(self._edit.text())


_PRESS = QEvent.Type.KeyPress


class EditorHeader(QWidget):
    """Buttons only ask; the page answers."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    handout_wanted = Signal()
    preview_wanted = Signal()
    publish_wanted = Signal()
    menu_wanted = Signal(QPoint)
    precautions_wanted = Signal()
    renamed = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE_XS)
        row.setSpacing(SPACE_M)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        about = QHBoxLayout()
        about.setSpacing(SPACE_XS)
        self._about = ElidedLabel("", TextRole.SMALL, self)
        self._draft = PlainLabel("", TextRole.SMALL, self)
        self._draft.setObjectName("editor_draft")
        self._draft.set_tone(Tone.CAUTION)
        about.addWidget(self._about)
        about.addWidget(self._draft)
        self.precautions = ThemedButton(
            look, self.tr("Precautions"), "shield-check", self, kind=ButtonKind.QUIET, metrics=_SMALL
        )
        self.precautions.setObjectName("editor_precautions")
        self.precautions.setToolTip(self.tr("What this patient should be careful with (Ctrl+Shift+P)"))
        self.precautions.clicked.connect(self.precautions_wanted)
        about.addWidget(self.precautions)
        about.addStretch(1)
        words.addLayout(about)
        self.title = TitleField(context, self)
        self.title.setObjectName("editor_title")
        self.title.renamed.connect(self.renamed)
        words.addWidget(self.title)
        self._add_buttons(context, row)

    def _add_buttons(self, context: UiContext, row: QHBoxLayout) -> None:
        look = context.theme
        self._undo = IconButton(look, "undo-2", "", self, framed=True)
        self._redo = IconButton(look, "redo-2", "", self, framed=True)
        self._more = IconButton(look, "ellipsis", self.tr("More"), self, framed=True)
        self._handout = SecondaryButton(look, self.tr("Handout"), "printer", self)
        self._handout.setToolTip(self.tr("The patient's paper (Ctrl+P)"))
        self._preview = SecondaryButton(look, self.tr("Preview"), "play", self)
        self._publish = PrimaryButton(look, self.tr("Publish"), "check", self)
        for button, key, signal in (
            (self._undo, "editor_undo", self.undo_wanted),
            (self._redo, "editor_redo", self.redo_wanted),
            (self._preview, "editor_preview", self.preview_wanted),
            (self._handout, "editor_handout", self.handout_wanted),
            (self._more, "editor_more", None),
            (self._publish, "editor_publish", self.publish_wanted),
        ):
            button.setObjectName(key)
            row.addWidget(button)
            if signal is not None:
                button.clicked.connect(signal)
        self._more.clicked.connect(
            lambda: self.menu_wanted.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        )
        self._preview.setToolTip(self.tr("Play this session without recording it (F5)"))
        self._publish.setToolTip(self.tr("Make it the program that the patient plays (Ctrl+Enter)"))

    @property
    def publish_button(self) -> QWidget:
        """Under which the note is asked for."""
        return self._publish

    def present(self, view: HeaderView) -> None:
        """Shows a view; emits nothing."""
        self._about.set_full_text(f"{view.about} \N{MIDDLE DOT}")
        self._draft.setText(view.draft)
        self.precautions.setFixedHeight(self._about.fontMetrics().height() + SPACE_XS)
        self.title.show_title(view.title)
        self._show_step(self._undo, view.undo, self.tr("Undo: {change} (Ctrl+Z)"), self.tr("Nothing to undo"))
        self._show_step(
            self._redo, view.redo, self.tr("Redo: {change} (Ctrl+Shift+Z)"), self.tr("Nothing to redo")
        )

    def set_compact(self, compact: bool, *, tiny: bool = False) -> None:
        """Show less where there is little room; what is left out stands in the menu."""
        for button, text in ((self._preview, self.tr("Preview")), (self._handout, self.tr("Handout"))):
            button.setText("" if compact else text)
            button.setAccessibleName(text)
        for part in (self._undo, self._redo, self._handout, self._preview, self.precautions):
            part.setVisible(not tiny)

    def _show_step(self, button: IconButton, change: str, named: str, nothing: str) -> None:
        button.setEnabled(bool(change))
        button.set_name(named.format(change=change) if change else nothing)
