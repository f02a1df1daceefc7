"""Warning signs in the middle of a session: whatever is ticked ends it, and what to do comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.red_flags import RedFlag
from facet_desktop.ui.player.overlay import Overlay
from facet_desktop.ui.theme import Look
from facet_desktop.ui.today.sign_list import SignList
from facet_desktop.ui.widgets.buttons import DangerOutlineButton, SecondaryButton
from facet_desktop.ui.widgets.scroll import PlainScrollArea


class SignsOverlay(Overlay):
    """`confirmed` carries the slugs of what was ticked; Esc means none of these."""

    confirmed = Signal(tuple)
    fills_height = True

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Is any of this true now?"), parent)
        self.setObjectName("signs_overlay")
        self._list = SignList(self)
        self._list.changed.connect(self._show_ticks)
        self._scroll = PlainScrollArea(self._list, self)
        self._scroll.setObjectName("signs_list")
        self.body.addWidget(self._scroll, 1)
        self.none = self.add(SecondaryButton(look, self.tr("None of these"), "check", self), "signs_none")
        self.none.setToolTip(self.tr("Back to the session, which stands still (Esc)"))
        self.none.clicked.connect(self._leave)
        text = self.tr("Stop and show what to do")
        self.stop = self.add(DangerOutlineButton(look, text, "x", self), "signs_stop")
        self.stop.setToolTip(self.tr("Ends the session; everything done is kept"))
        self.stop.clicked.connect(self._confirm)

    def ask(self, flags: Sequence[RedFlag]) -> None:
        """Open with these questions, nothing ticked."""
        self._list.show_signs(flags)
        self._show_ticks()
        self._scroll.verticalScrollBar().setValue(0)
        self.open(self.tr("Tick what is true. Any of these needs a doctor first, so the session ends."))

    def _show_ticks(self) -> None:
        self.stop.setEnabled(bool(self._list.ticked()))

    def _confirm(self) -> None:
        signs = self._list.ticked()
        self.close_quietly()
        self.confirmed.emit(signs)
