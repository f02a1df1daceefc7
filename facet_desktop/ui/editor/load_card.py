"""Below the outline: minutes by direction of load or by what is trained, and what the week asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.view_model import LoadView
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import FilterChip
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.stat_bar import StatBar


class LoadCard(Card):
    """A bar of minutes; two chips choose what it shows."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding_px=16)
        self.set_title(self.tr("Load by"))
        self._by = QButtonGroup(self)
        self.by_direction = self._chip(context, "editor_load_direction", self.tr("direction"))
        self.by_region = self._chip(context, "editor_load_region", self.tr("region"))
        self.by_direction.setChecked(True)
        self._unit = PlainLabel(self.tr("minutes per session"), TextRole.SMALL, self)
        self.add_to_title_row(self._unit)
        self.bar = StatBar(context.theme, self.tr("Load by direction"), (), self)
        self.bar.setObjectName("editor_load")
        self.body.addWidget(self.bar)
        self._about = ElidedLabel("", TextRole.SMALL, self)
        self._about.setObjectName("editor_week")
        self.body.addWidget(self._about)
        self._shown = LoadView()
        self.by_region.toggled.connect(lambda _: self._show_bar())

    def present(self, view: LoadView) -> None:
        """Shows a view; emits nothing."""
        if view == self._shown:
            return
        self._shown = view
        self._show_bar()
        self._about.set_full_text(view.about)

    def set_brief(self, brief: bool) -> None:
        """Show the bar alone where there is little room."""
        self._about.setVisible(not brief)
        self._unit.setVisible(not brief)

    def _show_bar(self) -> None:
        is_region = self.by_region.isChecked()
        self.bar.setAccessibleName(self.tr("Load by region") if is_region else self.tr("Load by direction"))
        self.bar.set_shares(self._shown.regions if is_region else self._shown.shares)

    def _chip(self, context: UiContext, key: str, text: str) -> FilterChip:
        chip = FilterChip(context.theme, text, parent=self, name=self.tr("Load by {what}").format(what=text))
        chip.setObjectName(key)
        self._by.addButton(chip)
        self.add_beside_title(chip)
        return chip
