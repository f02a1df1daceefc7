"""Phases, sessions and exercises of a program, each with a tick; a tick above ticks all below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from facet_desktop.domain.program import Program
from facet_desktop.ui.editor.taking.presenter import TakingPresenter
from facet_desktop.ui.widgets.lists import make_roomy
from facet_desktop.ui.widgets.stored_text import tip_text

_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickTree(QTreeWidget):
    """Emits `changed` when a tick changes. Space ticks what the keyboard is on."""

    changed = Signal()

    def __init__(self, presenter: TakingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._is_tickable = True
        self._leaves: list[QTreeWidgetItem] = []
        self.setObjectName("taking_tree")
        self.setAccessibleName(self.tr("What the program holds"))
        self.setToolTip(self.tr("Space ticks a session or an exercise"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        make_roomy(self)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())

    def set_tickable(self, *, tickable: bool) -> None:
        """Whether there are ticks at all."""
        self._is_tickable = tickable

    def present(self, program: Program | None) -> None:
        """Shows a program without any tick; emits nothing."""
        self.blockSignals(True)
        self.clear()
        self._leaves = []
        for phase in program.phases if program is not None else ():
            top = self._node(self.invisibleRootItem(), phase.title, is_group=True)
            for session in phase.sessions:
                branch = self._node(top, self._presenter.session_line(session), is_group=True)
                for item in session.items:
                    leaf = self._node(branch, self._presenter.item_line(item), is_group=False)
                    leaf.setData(0, _ID, item.id)
                    self._leaves.append(leaf)
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
        self.blockSignals(False)

    def ticked(self) -> frozenset[str]:
        """Ids of the ticked exercises."""
        return frozenset(str(leaf.data(0, _ID)) for leaf in self._leaves if leaf.checkState(0) == _ON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Qt alone would ask for a click into the box."""
        current = self.currentItem()
        if event.key() == Qt.Key.Key_Space and self._is_tickable and current is not None:
            current.setCheckState(0, _OFF if current.checkState(0) == _ON else _ON)
            return
        super().keyPressEvent(event)

    def _node(self, above: QTreeWidgetItem, text: str, *, is_group: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text])
        item.setToolTip(0, tip_text(text))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_tickable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            if is_group:
                flags |= Qt.ItemFlag.ItemIsAutoTristate
            item.setCheckState(0, _OFF)
        item.setFlags(flags)
        return item
