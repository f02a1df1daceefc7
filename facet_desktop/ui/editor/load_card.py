"""Below the outline: minutes by direction of load, and what the session and the week ask for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.view_model import LoadView
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.stat_bar import StatBar


class LoadCard(Card):
    """A bar of minutes by direction."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding_px=16)
        self.set_title(self.tr("Load by direction"))
        self.add_to_title_row(PlainLabel(self.tr("minutes per session"), TextRole.SMALL, self))
        self.bar = StatBar(context.theme, self.tr("Load by direction"), (), self)
        self.bar.setObjectName("editor_load")
        self.body.addWidget(self.bar)
        self._about = ElidedLabel("", TextRole.SMALL, self)
        self._about.setObjectName("editor_week")
        self.body.addWidget(self._about)
        self._shown = LoadView()

    def present(self, view: LoadView) -> None:
        """Shows a view; emits nothing."""
        if view == self._shown:
            return
        self._shown = view
        self.bar.set_shares(view.shares)
        self._about.set_full_text(view.about)

    def set_brief(self, brief: bool) -> None:
        """Show the bar alone where there is little room."""
        self._about.setVisible(not brief)
