"""The revisions of a program: choose any two, read what differs, bring one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facet_desktop.ui.editor.exercise_combo import ElidedCombo
from facet_desktop.ui.editor.revisions.presenter import RevisionsPresenter, Version
from facet_desktop.ui.editor.revisions.view import SideBySide
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.stored_text import tip_text
from facet_desktop.ui.widgets.two_panes import TwoPaneDialog

if TYPE_CHECKING:
    from facet_desktop.domain.program import Program
    from facet_desktop.ui.context import UiContext

SIZE_PX = (980, 680)
LIST_PX = 268
_ENTRY_SIDES_PX, _ENTRY_EDGES_PX = 40, 20


class RevisionsDialog(TwoPaneDialog):
    """Emits `wanted_back` with (program, number) of the revision that shall become the draft."""

    wanted_back = Signal(object, int)

    def __init__(self, context: UiContext, presenter: RevisionsPresenter, parent: QWidget) -> None:
        super().__init__(context.theme, "revisions_dialog", self.tr("Revisions"), parent)
        self._presenter = presenter
        self.arrange(self._left(), self._right(), self._foot(), SIZE_PX)
        self.versions.setCurrentRow(0)
        self.versions.currentRowChanged.connect(self._choose_before)
        self.other.activated.connect(lambda _: self.show_chosen())
        self.only_changes.toggled.connect(lambda _: self.show_chosen())
        self._choose_before(0)
        self.versions.setFocus()

    def show_chosen(self) -> None:
        """Shows the two chosen versions, the older one to the left whichever was chosen first."""
        one, two = self.versions.currentRow(), self.other.currentIndex()
        old, new = max(one, two), min(one, two)
        view = self._presenter.view(old, new, only_changes=self.only_changes.isChecked())
        self.summary.setText(view.summary)
        self.sides.present(view)
        chosen = self._presenter.versions[one]
        self.back.setVisible(chosen.number is not None)
        if chosen.number is not None:
            self.back.setText(self.tr("Bring back revision {number}").format(number=chosen.number))

    def _choose_before(self, row: int) -> None:
        """Compares the chosen version with the one before it."""
        last = len(self._presenter.versions) - 1
        self.other.setCurrentIndex(min(row + 1, last) if row < last else max(0, last - 1))
        self.show_chosen()

    def _bring_back(self) -> None:
        chosen = self._presenter.versions[self.versions.currentRow()]
        if chosen.number is not None:
            self.wanted_back.emit(chosen.program, chosen.number)
            self.accept()

    # -- building --

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.tr("Revisions"), TextRole.HEADING, self))
        about = self.tr(
            "A published revision never changes. Sessions stay with the one they were played from."
        )
        words = PlainLabel(about, TextRole.SMALL, self, wrap=True)
        words.setFixedWidth(self._look.px(LIST_PX))
        column.addWidget(words)
        self.versions = QListWidget(self)
        self.versions.setObjectName("revision_list")
        self.versions.setAccessibleName(self.tr("Version to look at"))
        self.versions.setToolTip(self.tr("Up and Down choose another version"))
        self.versions.setWordWrap(True)
        self.versions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for version in self._presenter.versions:
            self.versions.addItem(self._entry(version))
        card = QFrame(self)
        card.setProperty("frame", "card")
        card.setFixedWidth(self._look.px(LIST_PX))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_XS, SPACE_XS)
        inside.addWidget(self.versions)
        column.addWidget(card, 1)
        return column

    def _entry(self, version: Version) -> QListWidgetItem:
        """Title, note and what was played, with room for every line."""
        text = "\n".join(part for part in (version.title, version.note, version.played) if part)
        item = QListWidgetItem(text)
        item.setToolTip(tip_text(text))
        room = QRect(0, 0, self._look.px(LIST_PX - _ENTRY_SIDES_PX), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        high = self.versions.fontMetrics().boundingRect(room, flags, text).height()
        item.setSizeHint(QSize(0, high + self._look.px(_ENTRY_EDGES_PX)))
        return item

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_M)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        label = PlainLabel(self.tr("Compared with"), TextRole.MUTED, self)
        row.addWidget(label)
        self.other = ElidedCombo(self)
        self.other.setObjectName("revision_other")
        self.other.setAccessibleName(label.text())
        self.other.setToolTip(self.tr("The other version"))
        for version in self._presenter.versions:
            self.other.addItem(version.title)
        label.setBuddy(self.other)
        row.addWidget(self.other, 1)
        self.only_changes = QCheckBox(self.tr("Only what differs"), self)
        self.only_changes.setObjectName("revision_only_changes")
        self.only_changes.setAccessibleName(self.only_changes.text())
        self.only_changes.setToolTip(self.tr("Leave out what is the same in both"))
        self.only_changes.setChecked(True)
        row.addWidget(self.only_changes)
        column.addLayout(row)
        self.summary = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self.summary.setObjectName("revision_summary")
        column.addWidget(self.summary)
        card = QFrame(self)
        card.setProperty("frame", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        self.sides = SideBySide(self._look, card)
        scroll = PlainScrollArea(self.sides, card)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setObjectName("revision_scroll")
        scroll.setAccessibleName(self.tr("Both versions side by side"))
        inside.addWidget(scroll)
        column.addWidget(card, 1)
        return column

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        close = SecondaryButton(self._look, self.tr("Close"), parent=self)
        close.setObjectName("revisions_close")
        close.setToolTip(self.tr("Back to the editor (Escape)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.back = PrimaryButton(self._look, "", "rotate-ccw", self)
        self.back.setObjectName("revision_bring_back")
        self.back.setToolTip(self.tr("Make it the draft again; Undo takes that back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._bring_back)
        row.addWidget(close)
        row.addWidget(self.back)
        return row


def open_revisions(context: UiContext, patient_id: str, program: Program, parent: QWidget) -> RevisionsDialog:
    """Shows the revisions of a program over the editor."""
    dialog = RevisionsDialog(context, RevisionsPresenter(context, patient_id, program), parent)
    dialog.open()
    return dialog
