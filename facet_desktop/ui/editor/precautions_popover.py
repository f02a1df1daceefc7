"""What the patient should be careful with: conditions of the library, on or off."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facet_desktop.domain.condition import Condition
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.popover import Popover
from facet_desktop.ui.metrics import SPACE_XS, TextRole
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_WIDTH_PX, _LIST_PX = 420, 380


class PrecautionsPopover(Popover):
    """Emits `changed` with the chosen slugs at every change."""

    changed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.theme, "", parent)
        self._quiet = False
        self._boxes: dict[str, QCheckBox] = {}
        self.setObjectName("editor_precautions_popover")
        title = self.tr("What to be careful with")
        self.setAccessibleName(title)
        self.body.addWidget(PlainLabel(title, TextRole.SUBTITLE, self))
        about = self.tr("Warnings, swaps and the patient's paper follow from this. Changes act at once.")
        self.body.addWidget(PlainLabel(about, TextRole.SMALL, self, wrap=True))
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_XS)
        self._scroll = PlainScrollArea(self._list, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(context.theme.px(_LIST_PX))
        self.body.addWidget(self._scroll)
        self.setFixedWidth(context.theme.px(_WIDTH_PX))

    def open_for(self, button: QWidget, conditions: Mapping[str, Condition], chosen: tuple[str, ...]) -> None:
        """Opens with all conditions of the library; those of the patient are on."""
        self._quiet = True
        for slug, condition in conditions.items():
            box = self._boxes.get(slug) or self._box(condition)
            box.setChecked(slug in chosen)
        self._quiet = False
        self.open_under(button, next(iter(self._boxes.values()), self))

    def _box(self, condition: Condition) -> QCheckBox:
        box = QCheckBox(condition.name.replace("&", "&&"), self._list)
        box.setObjectName(f"condition_{condition.slug}")
        box.setAccessibleName(condition.name)
        box.setAccessibleDescription(condition.advice)
        box.setToolTip(condition.advice)
        box.toggled.connect(lambda _: self._tell())
        self._column.addWidget(box)
        self._boxes[condition.slug] = box
        return box

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit(tuple(slug for slug, box in self._boxes.items() if box.isChecked()))
