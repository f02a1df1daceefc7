"""The filters of the Library page: groups of chips with counts, and one way to switch all of them off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facet_desktop.ui.library.models import Group, Option
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import FilterChip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.stored_text import tip_text


class FilterPanel(Card):
    """Emits what was pressed; chips are kept and only change, so that the keyboard stays where it is."""

    toggled = Signal(str, str)
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding_px=SPACE_M)
        self._look = look
        self._chips: dict[str, FilterChip] = {}
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.setObjectName("library_filters")
        self.setAccessibleName(self.tr("Filters"))
        self._reset = ThemedButton(look, self.tr("Reset filters"), "x", self, kind=ButtonKind.QUIET)
        self._reset.setObjectName("library_reset")
        self._reset.clicked.connect(self.cleared)
        self._content = QWidget(self)
        # As wide as the panel, whatever the longest chip wants: that one is shortened.
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_S, SPACE_S)
        self._column.setSpacing(SPACE_S)
        self.body.addWidget(PlainScrollArea(self._content, self), 1)
        self.body.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, groups: tuple[Group, ...], filters_on: int) -> None:
        """Shows the filters as they are; emits nothing."""
        shape = tuple((group.kind, tuple(one.value for one in group.options)) for group in groups)
        if shape != self._shape:
            self._shape = shape
            self._build(groups)
        for group in groups:
            for option in group.options:
                self._show(option)
        self._reset.setEnabled(filters_on > 0)

    def _build(self, groups: tuple[Group, ...]) -> None:
        self._chips.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for group in groups:
            self._column.addWidget(self._section(group))
        self._column.addStretch(1)

    def _section(self, group: Group) -> QWidget:
        section = QWidget(self._content)
        section.setAccessibleName(group.title)
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, SPACE_L - SPACE_S)
        column.setSpacing(SPACE_S)
        column.addWidget(PlainLabel(group.title, TextRole.SECTION, section))
        row = FlowLayout(None, SPACE_S - 2)
        column.addLayout(row)
        for option in group.options:
            chip = FilterChip(self._look, option.label, parent=section)
            chip.setObjectName(option.key)
            chip.clicked.connect(lambda _=False, one=option: self.toggled.emit(one.kind, one.value))
            self._chips[option.key] = chip
            row.addWidget(chip)
        return section

    def _show(self, option: Option) -> None:
        chip = self._chips[option.key]
        chip.setText(f"{option.label}  {option.count}")
        chip.setAccessibleName(f"{option.label}, {option.count}")
        chip.setToolTip(tip_text(f"{option.label}, {option.count}"))
        chip.setChecked(option.is_on)
        chip.setEnabled(option.count > 0 or option.is_on)
        chip.updateGeometry()
